package id.sipakatau.city;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.city.OfficeHours.Span;
import id.sipakatau.city.Term.Unit;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Drawn calendars of seventy years, with thirty holidays a year, counted by plain walks. */
class DecadesTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Makassar");
    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final int DAYS = 70 * 365;
    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final LocalTime CLOSES = LocalTime.of(15, 30);

    @Property(tries = 300)
    void working_days_are_counted_one_by_one(
            @ForAll("holidays") Set<LocalDate> holidays,
            @ForAll @IntRange(max = DAYS - 400) int start,
            @ForAll @IntRange(max = 1439) int minute,
            @ForAll @IntRange(min = 1, max = 60) int count) {
        var from = FIRST.plusDays(start).atStartOfDay().plusMinutes(minute);
        var day = from.toLocalDate();
        for (int left = count; left > 0; ) {
            day = day.plusDays(1);
            if (works(day, holidays)) {
                left--;
            }
        }
        assertThat(calendar(holidays).after(at(from), new Term(count, Unit.WORKING_DAYS)))
                .isEqualTo(at(day.atTime(CLOSES)));
    }

    @Property(tries = 300)
    void working_hours_are_counted_day_by_day(
            @ForAll("holidays") Set<LocalDate> holidays,
            @ForAll @IntRange(max = DAYS - 400) int start,
            @ForAll @IntRange(max = 1439) int minute,
            @ForAll @IntRange(min = 1, max = 200) int hours) {
        var from = FIRST.plusDays(start).atStartOfDay().plusMinutes(minute);
        long left = hours * 60L;
        var at = from;
        while (true) {
            var open = works(at.toLocalDate(), holidays) && at.toLocalTime().isBefore(CLOSES);
            if (open) {
                at = at.toLocalTime().isBefore(OPENS) ? at.toLocalDate().atTime(OPENS) : at;
                long rest =
                        Duration.between(at, at.toLocalDate().atTime(CLOSES)).toMinutes();
                if (left <= rest) {
                    break;
                }
                left -= rest;
            }
            at = at.toLocalDate().plusDays(1).atStartOfDay();
        }
        var end = calendar(holidays).after(at(from), new Term(hours, Unit.WORKING_HOURS));
        assertThat(end).isEqualTo(at(at.plusMinutes(left)));
        assertThat(calendar(holidays).workingTimeBetween(at(from), end)).isEqualTo(Duration.ofHours(hours));
    }

    @Property(tries = 100)
    void what_is_declared_later_holds_from_then_on_and_not_before(
            @ForAll("holidays") Set<LocalDate> holidays, @ForAll @IntRange(max = DAYS - 400) int start) {
        var day = FIRST.plusDays(start);
        var calendar = calendar(holidays);
        var before = calendar.isWorkingDay(day);
        var declared = Instant.parse("2026-01-01T00:00:00Z");
        calendar.declare(List.of(new DeclaredDay(declared, day, holiday(day))));
        assertThat(calendar.isWorkingDay(day)).isFalse();
        assertThat(calendar.asOf(declared)).isSameAs(calendar);
        assertThat(calendar.asOf(declared.minusSeconds(1)).isWorkingDay(day)).isEqualTo(before);

        var withdrawn = declared.plusSeconds(60);
        calendar.declare(List.of(new DeclaredDay(declared, day, holiday(day)), new DeclaredDay(withdrawn, day, null)));
        assertThat(calendar.isWorkingDay(day)).isEqualTo(day.getDayOfWeek().getValue() <= 5);
        assertThat(calendar.asOf(declared).isWorkingDay(day)).isFalse();
    }

    private static boolean works(LocalDate day, Set<LocalDate> holidays) {
        return day.getDayOfWeek().getValue() <= 5 && !holidays.contains(day);
    }

    private static WorkingCalendar calendar(Set<LocalDate> holidays) {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (var day : List.of(DayOfWeek.values()).subList(0, 5)) {
            week.put(day, List.of(new Span(OPENS, CLOSES)));
        }
        var days = new ArrayList<Holiday>();
        holidays.forEach(day -> days.add(holiday(day)));
        return new WorkingCalendar(ZONE, List.of(new OfficeHours(FIRST, week)), days);
    }

    private static Holiday holiday(LocalDate day) {
        return new Holiday(day, new Localized("Libur", "Holiday"), Holiday.Kind.NATIONAL, "drawn");
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(ZONE).toInstant();
    }

    @Provide
    Arbitrary<Set<LocalDate>> holidays() {
        return Arbitraries.randomValue(random ->
                random.ints(70 * 30L, 0, DAYS).mapToObj(FIRST::plusDays).collect(Collectors.toSet()));
    }
}
