package id.sipakatau.city;

import id.sipakatau.city.OfficeHours.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * When the city's offices work, and so when a {@link Term} ends.
 *
 * <p>A working day has office hours by its weekday and is no holiday. Minutes and hours run around the clock; the two
 * working units follow these rules:
 *
 * <ul>
 *   <li><b>Working days.</b> The day on which the term starts is not counted, whatever the hour, and neither is a day
 *       that is no working day; the term ends when the offices close on the last counted day. So three working days
 *       after Friday 17:30, after Friday 08:00 and after the Sunday that follows all end on Wednesday at closing time,
 *       if Monday to Wednesday are working days.
 *   <li><b>Working hours.</b> Only time within office hours is counted, breaks are not. A term that starts outside
 *       them begins to count at the next opening; one that fills the hours of a day exactly ends at closing time.
 * </ul>
 *
 * <p>Two terms of the same unit, one after the other, end when one of their sum does.
 */
public final class WorkingCalendar {

    private final ZoneId zone;
    private final NavigableMap<LocalDate, OfficeHours> hours = new TreeMap<>();
    private final Map<LocalDate, Holiday> written = new HashMap<>();
    private final LocalDate knownUntil;
    private volatile Known known;

    /** What is known of holidays now: what the city's data say, and what was declared since, oldest first. */
    private record Known(Map<LocalDate, Holiday> holidays, List<DeclaredDay> declared) {}

    /** @throws IllegalArgumentException if there are no office hours, or two begin, or two holidays are, on one day */
    public WorkingCalendar(ZoneId zone, List<OfficeHours> hours, List<Holiday> holidays) {
        this.zone = zone;
        for (OfficeHours each : hours) {
            if (this.hours.put(each.validFrom(), each) != null) {
                throw new IllegalArgumentException("two office hours begin on " + each.validFrom());
            }
        }
        if (this.hours.isEmpty()) {
            throw new IllegalArgumentException("no office hours");
        }
        for (Holiday holiday : holidays) {
            if (written.put(holiday.date(), holiday) != null) {
                throw new IllegalArgumentException("two holidays on " + holiday.date());
            }
        }
        known = new Known(Map.copyOf(written), List.of());
        knownUntil = holidays.stream()
                .map(Holiday::date)
                .max(LocalDate::compareTo)
                .map(last -> last.withDayOfYear(last.lengthOfYear()))
                .orElse(LocalDate.MIN);
    }

    /**
     * Replaces everything that was declared after the city's data were written; deadlines that are reckoned from now on keep
     * to it. Of several declarations of a day the last one holds.
     */
    public void declare(List<DeclaredDay> days) {
        var declared =
                days.stream().sorted(Comparator.comparing(DeclaredDay::at)).toList();
        var holidays = new HashMap<>(written);
        for (var day : declared) {
            if (day.holiday() == null) {
                holidays.remove(day.day());
            } else {
                holidays.put(day.day(), day.holiday());
            }
        }
        known = new Known(Map.copyOf(holidays), declared);
    }

    /** The calendar as it was known at a moment: without what was declared later. */
    public WorkingCalendar asOf(Instant moment) {
        var declared = known.declared;
        if (declared.isEmpty() || !declared.getLast().at().isAfter(moment)) {
            return this;
        }
        var earlier = new WorkingCalendar(zone, List.copyOf(hours.values()), List.copyOf(written.values()));
        earlier.declare(
                declared.stream().filter(day -> !day.at().isAfter(moment)).toList());
        return earlier;
    }

    /** The holidays of a year in the order of their days. */
    public List<Holiday> holidaysIn(int year) {
        return known.holidays.values().stream()
                .filter(holiday -> holiday.date().getYear() == year)
                .sorted(Comparator.comparing(Holiday::date))
                .toList();
    }

    /** The moment at which a term that starts at {@code start} ends; always later than {@code start}. */
    public Instant after(Instant start, Term term) {
        return switch (term.unit()) {
            case MINUTES -> start.plus(term.amount(), ChronoUnit.MINUTES);
            case HOURS -> start.plus(term.amount(), ChronoUnit.HOURS);
            case WORKING_HOURS -> afterWorkingTime(start, Duration.ofHours(term.amount()));
            case WORKING_DAYS -> closeOfWorkingDay(start, term.amount());
        };
    }

    /**
     * Where a term ends that would have ended at {@code end}, but stood still from one moment to another: later by the time
     * that the offices worked meanwhile, or by all of it if the term runs around the clock.
     */
    public Instant postponed(Instant end, Term term, Instant from, Instant to) {
        if (term.unit().isAroundTheClock()) {
            return end.plus(Duration.between(from, to));
        }
        var stood = workingTimeBetween(from, to);
        return stood.isZero() ? end : afterWorkingTime(end, stood);
    }

    /**
     * When so much of the time from one moment to another is used up: of the time within office hours, or of all of it around
     * the clock. More than all of it lies behind the end by as much more. If there is no such time in between, its end.
     */
    public Instant share(Instant from, Instant to, int percent, boolean aroundTheClock) {
        if (percent == 100) {
            return to;
        }
        if (aroundTheClock) {
            return from.plus(Duration.between(from, to).multipliedBy(percent).dividedBy(100));
        }
        var whole = workingTimeBetween(from, to);
        if (whole.isZero() || whole.isNegative()) {
            return to;
        }
        var used = whole.multipliedBy(percent).dividedBy(100);
        return percent < 100 ? afterWorkingTime(from, used) : afterWorkingTime(to, used.minus(whole));
    }

    /** Whether the offices work on that day. */
    public boolean isWorkingDay(LocalDate day) {
        return !openingHours(day).isEmpty();
    }

    /** The holiday on that day, if it is one; a free weekend is none. */
    public Optional<Holiday> holidayOn(LocalDate day) {
        return Optional.ofNullable(known.holidays.get(day));
    }

    /**
     * The last day of the last year whose holidays are known. Later than that every weekday counts as a working day,
     * so that deadlines there are too early.
     */
    public LocalDate knownUntil() {
        return knownUntil;
    }

    /**
     * The time within office hours from one moment to another: what a term in working hours has used up. Negative if
     * {@code to} is before {@code from}.
     */
    public Duration workingTimeBetween(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return workingTimeBetween(to, from).negated();
        }
        LocalDateTime start = local(from);
        LocalDateTime end = local(to);
        Duration sum = Duration.ZERO;
        for (LocalDate day = start.toLocalDate(); !day.isAfter(end.toLocalDate()); day = day.plusDays(1)) {
            for (Span span : openingHours(day)) {
                LocalDateTime opens = later(day.atTime(span.from()), start);
                LocalDateTime closes = earlier(day.atTime(span.to()), end);
                if (opens.isBefore(closes)) {
                    sum = sum.plus(Duration.between(opens, closes));
                }
            }
        }
        return sum;
    }

    private Instant closeOfWorkingDay(Instant start, int count) {
        LocalDate day = local(start).toLocalDate();
        for (int left = count; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return instant(day.atTime(openingHours(day).getLast().to()));
    }

    private Instant afterWorkingTime(Instant start, Duration time) {
        LocalDateTime from = local(start);
        Duration left = time;
        for (LocalDate day = from.toLocalDate(); ; day = day.plusDays(1)) {
            for (Span span : openingHours(day)) {
                LocalDateTime opens = later(day.atTime(span.from()), from);
                LocalDateTime closes = day.atTime(span.to());
                if (opens.isBefore(closes)) {
                    LocalDateTime end = opens.plus(left);
                    if (!end.isAfter(closes)) {
                        return instant(end);
                    }
                    left = left.minus(Duration.between(opens, closes));
                }
            }
        }
    }

    private List<Span> openingHours(LocalDate day) {
        if (known.holidays.containsKey(day)) {
            return List.of();
        }
        // Before the first date on record the first hours hold, so that old complaints can be reckoned too.
        var entry = hours.floorEntry(day);
        OfficeHours valid = entry == null ? hours.firstEntry().getValue() : entry.getValue();
        return valid.week().getOrDefault(day.getDayOfWeek(), List.of());
    }

    private LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, zone);
    }

    private Instant instant(LocalDateTime local) {
        return local.atZone(zone).toInstant();
    }

    private static LocalDateTime later(LocalDateTime a, LocalDateTime b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDateTime earlier(LocalDateTime a, LocalDateTime b) {
        return a.isBefore(b) ? a : b;
    }
}
