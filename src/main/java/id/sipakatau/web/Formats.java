package id.sipakatau.web;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates, times and numbers as the reader's language writes them, in the city's time zone. */
public final class Formats {

    private final Texts texts;
    private final ZoneId zone;

    public Formats(Locale locale, ZoneId zone) {
        this.texts = Texts.of(locale);
        this.zone = zone;
    }

    /** Day and time: <i>24 Nov, 10.42</i>, with the year where it is another one. */
    public String moment(Instant at) {
        return day(at) + ", " + time(at);
    }

    /** Everything, for a title or a document: <i>Selasa, 24 November 2026 pukul 10.42 WITA</i>. */
    public String full(Instant at) {
        return pattern("format_full").format(at.atZone(zone));
    }

    /** Time of day: <i>10.42</i>. */
    public String time(Instant at) {
        return pattern("format_time").format(at.atZone(zone));
    }

    /** Day: <i>24 Nov</i>, with the year where it is another one. */
    public String day(Instant at) {
        return day(at.atZone(zone).toLocalDate());
    }

    public String day(LocalDate day) {
        return ofThisYear(day)
                ? pattern("format_day").format(day)
                : pattern("format_day_year").format(day);
    }

    /** Day of the week and day: <i>Kamis, 3 Des</i>, with the year where it is another one. */
    public String weekday(Instant at) {
        return pattern("format_weekday").format(at.atZone(zone)) + ", " + day(at);
    }

    /** Day of the week, day and time: <i>Kamis, 3 Des, 16.00</i>. */
    public String dayTime(Instant at) {
        return weekday(at) + ", " + time(at);
    }

    /** Long day without time: <i>Selasa, 24 November 2026</i>. */
    public String longDay(LocalDate day) {
        return pattern("format_long_day").format(day);
    }

    /** How long ago: <i>2 jam lalu</i>; the day where it is more than a week. */
    public String ago(Instant at) {
        var passed = Duration.between(at, Instant.now());
        if (passed.toMinutes() < 1) {
            return texts.text("ago_now");
        } else if (passed.toHours() < 1) {
            return texts.text("ago_minutes", passed.toMinutes());
        } else if (passed.toDays() < 1) {
            return texts.text("ago_hours", passed.toHours());
        } else if (passed.toDays() < 7) {
            return texts.text("ago_days", passed.toDays());
        }
        return day(at);
    }

    /** How long until a deadline: <i>3 hari lagi</i>, or <i>lewat 2 jam</i>. */
    public String left(Instant deadline) {
        var left = Duration.between(Instant.now(), deadline);
        var span = left.abs();
        if (span.toHours() < 1) {
            return left(left.isNegative(), "minutes", span.toMinutes());
        } else if (span.toDays() < 2) {
            return left(left.isNegative(), "hours", span.toHours());
        }
        return left(left.isNegative(), "days", span.toDays());
    }

    /** A number with the language's separators: <i>5.104</i> in Indonesian, <i>5,104</i> in English. */
    public String number(Number number) {
        return NumberFormat.getInstance(texts.locale()).format(number);
    }

    /** A distance: <i>40 m</i>, <i>1,2 km</i>. */
    public String distance(double metres) {
        if (metres < 1000) {
            return number(Math.round(metres)) + " m";
        }
        return number(Math.round(metres / 100) / 10.0) + " km";
    }

    private String left(boolean late, String unit, long count) {
        return late ? texts.text("late_" + unit, count) : texts.text("left_" + unit, count);
    }

    private boolean ofThisYear(LocalDate day) {
        return day.getYear() == LocalDate.now(zone).getYear();
    }

    private DateTimeFormatter pattern(String key) {
        return DateTimeFormatter.ofPattern(texts.text(key), texts.locale());
    }
}
