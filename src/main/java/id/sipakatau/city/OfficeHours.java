package id.sipakatau.city;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/**
 * The hours in which the city's offices work, from a date on.
 *
 * @param validFrom first day on which these hours hold
 * @param week for each working weekday its hours, in order and apart from each other; a weekday left out is free
 */
public record OfficeHours(LocalDate validFrom, Map<DayOfWeek, List<Span>> week) {

    /** Hours without a break; {@code to} is after {@code from} and no longer belongs to them. */
    public record Span(LocalTime from, LocalTime to) {}

    /** @throws IllegalArgumentException if there is no working weekday, or hours of a day are empty or not in order */
    public OfficeHours {
        week = Map.copyOf(week);
        if (week.isEmpty()) {
            throw new IllegalArgumentException("no weekday has office hours");
        }
        week.forEach(OfficeHours::check);
    }

    private static void check(DayOfWeek day, List<Span> spans) {
        if (spans.isEmpty()) {
            throw new IllegalArgumentException(day + " has no hours");
        }
        LocalTime free = LocalTime.MIN;
        for (Span span : spans) {
            if (span.from().isBefore(free) || !span.from().isBefore(span.to())) {
                throw new IllegalArgumentException("hours of " + day + " are not in order");
            }
            free = span.to();
        }
    }
}
