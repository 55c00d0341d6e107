package id.sipakatau.deadline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Counts a term as a person with a calendar on the wall would: day by day, minute by minute. Written beside the program's own
 * way and from the rules alone, so that a mistake would have to be made twice. Office hours stand here once more.
 */
final class PlainCount {

    private record Days(LocalDate first, LocalDate last) {
        static Days of(String first, String last) {
            return new Days(LocalDate.parse(first), LocalDate.parse(last));
        }
    }

    private static final List<Days> RAMADAN = List.of(
            Days.of("2024-03-12", "2024-04-09"),
            Days.of("2025-03-01", "2025-03-30"),
            Days.of("2026-02-19", "2026-03-20"),
            Days.of("2027-02-08", "2027-03-09"));

    private final Set<LocalDate> free = new HashSet<>();

    PlainCount() {
        try {
            for (var line : Files.readAllLines(Path.of("city/makassar/holidays.csv"))) {
                if (line.matches("\\d{4}-\\d\\d-\\d\\d,.*")) {
                    free.add(LocalDate.parse(line.substring(0, 10)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A term as it is written in the city's files. */
    LocalDateTime end(LocalDateTime start, String term) {
        int amount = Integer.parseInt(term.substring(0, term.indexOf(' ')));
        var unit = term.substring(term.indexOf(' ') + 1).replaceAll("s$", "");
        return switch (unit) {
            case "minute" -> start.plusMinutes(amount);
            case "hour" -> start.plusHours(amount);
            case "working hour" -> onward(start, 60L * amount);
            case "working day" -> lastMinute(start, amount);
            default -> throw new IllegalArgumentException(term);
        };
    }

    /** So many office minutes later. */
    LocalDateTime onward(LocalDateTime start, long minutes) {
        var at = start;
        for (long left = minutes; left > 0; at = at.plusMinutes(1)) {
            if (isOpen(at)) {
                left--;
            }
        }
        return at;
    }

    /** How many office minutes pass. */
    long minutes(LocalDateTime from, LocalDateTime to) {
        long open = 0;
        for (var at = from; at.isBefore(to); at = at.plusMinutes(1)) {
            if (isOpen(at)) {
                open++;
            }
        }
        return open;
    }

    private LocalDateTime lastMinute(LocalDateTime start, int days) {
        var day = start.toLocalDate();
        for (int counted = 0; counted < days; ) {
            day = day.plusDays(1);
            if (isOpen(day.atTime(9, 0))) {
                counted++;
            }
        }
        var end = day.atTime(20, 0);
        while (!isOpen(end.minusMinutes(1))) {
            end = end.minusMinutes(1);
        }
        return end;
    }

    private boolean isOpen(LocalDateTime at) {
        var day = at.toLocalDate();
        var weekday = day.getDayOfWeek();
        if (weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY || free.contains(day)) {
            return false;
        }
        boolean friday = weekday == DayOfWeek.FRIDAY;
        int minute = at.getHour() * 60 + at.getMinute();
        if (isRamadan(day)) {
            return (minute >= 480 && minute < (friday ? 690 : 720)) || (minute >= 750 && minute < (friday ? 930 : 900));
        }
        return (minute >= 450 && minute < (friday ? 690 : 720)) || (minute >= 780 && minute < (friday ? 990 : 960));
    }

    /** From the first day of fasting to the day before Idul Fitri, as calendar.yaml has them. */
    private static boolean isRamadan(LocalDate day) {
        return RAMADAN.stream().anyMatch(month -> !day.isBefore(month.first) && !day.isAfter(month.last));
    }
}
