package id.sipakatau.city.folder;

import id.sipakatau.city.Holiday;
import id.sipakatau.city.Localized;
import id.sipakatau.city.OfficeHours;
import id.sipakatau.city.OfficeHours.Span;
import id.sipakatau.city.WorkingCalendar;
import id.sipakatau.city.reading.CsvFile;
import id.sipakatau.city.reading.SourceFile;
import id.sipakatau.city.reading.Value;
import id.sipakatau.city.reading.YamlFile;
import id.sipakatau.city.reading.YamlMap;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code calendar.yaml} and {@code holidays.csv}. */
final class CalendarFiles {

    private static final Pattern SPAN = Pattern.compile("\\d\\d:\\d\\d-\\d\\d:\\d\\d");
    private static final String SPAN_FORM = "hours such as 07:30-12:00";

    private final YamlFile hours;
    private final CsvFile holidays;

    CalendarFiles(SourceFile hours, SourceFile holidays) {
        this.hours = new YamlFile(hours);
        this.holidays = new CsvFile(holidays, "date", "kind", "name_id", "name_en", "decree");
    }

    /** The calendar; empty if there are no office hours that could be used. */
    Optional<WorkingCalendar> read(ZoneId zone) {
        List<OfficeHours> officeHours =
                hours.map().map(CalendarFiles::officeHours).orElse(List.of());
        hours.done();
        List<Holiday> days = holidays();
        return officeHours.isEmpty() ? Optional.empty() : Optional.of(new WorkingCalendar(zone, officeHours, days));
    }

    private static List<OfficeHours> officeHours(YamlMap calendar) {
        Map<String, Map<DayOfWeek, List<Span>>> schedules = new HashMap<>();
        YamlMap written = calendar.map("schedules");
        for (String name : written.keys()) {
            schedules.put(name, week(written.map(name)));
        }
        List<OfficeHours> hours = new ArrayList<>();
        LocalDate last = LocalDate.MIN;
        for (YamlMap entry : calendar.maps("office-hours")) {
            Value from = entry.value("from");
            Value schedule = entry.value("schedule");
            LocalDate validFrom = from.date();
            Map<DayOfWeek, List<Span>> week = schedules.getOrDefault(schedule.text(), Map.of());
            if (schedule.isPresent() && !schedules.containsKey(schedule.text())) {
                schedule.fault("must be one of the schedules above, but is '" + schedule.text() + "'");
            }
            if (validFrom.isAfter(last) && !week.isEmpty()) {
                hours.add(new OfficeHours(validFrom, week));
            } else if (!validFrom.isAfter(last) && !validFrom.equals(LocalDate.EPOCH)) {
                from.fault("must be later than " + last + ", the date of the entry before");
            }
            last = validFrom.isAfter(last) ? validFrom : last;
        }
        return hours;
    }

    private static Map<DayOfWeek, List<Span>> week(YamlMap schedule) {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            String key = day.name().toLowerCase(Locale.ROOT);
            if (schedule.keys().contains(key)) {
                List<Span> spans = spans(schedule.values(key));
                if (!spans.isEmpty()) {
                    week.put(day, spans);
                }
            }
        }
        if (week.isEmpty()) {
            schedule.fault("the schedule has no working day");
        }
        return week;
    }

    private static List<Span> spans(List<Value> values) {
        List<Span> spans = new ArrayList<>();
        LocalTime free = LocalTime.MIN;
        for (Value value : values) {
            Optional<Span> span = span(value);
            if (span.isPresent() && comesAfter(free, span.get())) {
                spans.add(span.get());
                free = span.get().to();
            } else if (span.isPresent()) {
                value.fault("must be in order and apart, but there is '" + value.text() + "'");
            }
        }
        return spans;
    }

    private static boolean comesAfter(LocalTime free, Span span) {
        return !span.from().isBefore(free) && span.from().isBefore(span.to());
    }

    private static Optional<Span> span(Value value) {
        String text = value.text(SPAN, SPAN_FORM);
        if (text.equals(Value.UNKNOWN)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Span(LocalTime.parse(text.substring(0, 5)), LocalTime.parse(text.substring(6))));
        } catch (DateTimeException e) {
            value.fault("must be " + SPAN_FORM + ", but is '" + text + "'");
            return Optional.empty();
        }
    }

    private List<Holiday> holidays() {
        Set<LocalDate> taken = new HashSet<>();
        List<Holiday> days = new ArrayList<>();
        for (CsvFile.Row row : holidays.rows()) {
            Value date = row.value("date");
            Holiday holiday = new Holiday(
                    date.date(),
                    new Localized(
                            row.value("name_id").text(), row.value("name_en").text()),
                    row.value("kind").choice(Holiday.Kind.class),
                    row.value("decree").text());
            if (taken.add(holiday.date())) {
                days.add(holiday);
            } else if (!holiday.date().equals(LocalDate.EPOCH)) {
                date.fault("must be unique, but " + holiday.date() + " is there already");
            }
        }
        return days;
    }
}
