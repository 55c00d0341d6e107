package id.sipakatau.readiness;

import id.sipakatau.web.Situation.Declared;
import id.sipakatau.web.Situation.Level;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * What was typed on the page of the emergency mode.
 *
 * @param mode name of a level
 * @param until day and time in the city's zone, as browsers send them
 * @param reason for the staff
 * @param message to the public, in Indonesian
 * @param english the same in English; may be left out
 * @param hours by how much a mode is extended
 * @param seen id of the last declaration that the page showed
 */
record ModeForm(
        @RestForm @Nullable String mode,
        @RestForm @Nullable String until,
        @RestForm @Nullable String reason,
        @RestForm @Nullable String message,
        @RestForm @Nullable String english,
        @RestForm @Nullable String hours,
        @RestForm @Nullable String seen) {

    static final ModeForm EMPTY = new ModeForm(null, null, null, null, null, null, null);

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    /** Told of each field that is wrong: its name, the key of the words, and the number in them. */
    interface Wrong {
        void is(String field, String key, Object most);
    }

    /** The form as it stands there at first: with what holds, or for standby until that moment. */
    static ModeForm from(@Nullable Declared current, Instant until, ZoneId zone) {
        return current == null
                ? new ModeForm(Level.STANDBY.name(), local(until, zone), "", "", "", "", "")
                : new ModeForm(
                        current.level().name(),
                        local(current.endsAt(), zone),
                        "",
                        current.message(),
                        current.english(),
                        "",
                        "");
    }

    /** What is to be declared; empty where something is wrong. */
    @Nullable
    Declared read(Instant now, ZoneId zone, Wrong wrong) {
        var level = level();
        var end = end(zone);
        var words = stripped(message);
        var inEnglish = stripped(english);
        boolean right = true;
        if (level == null) {
            right = refuse(wrong, "mode", "siaga_fault_mode", 0);
        }
        if (end == null || !end.isAfter(now)) {
            right = refuse(wrong, "until", "siaga_fault_until", 0);
        } else if (end.isAfter(now.plus(CityModes.LONGEST))) {
            right = refuse(wrong, "until", "siaga_fault_long", CityModes.LONGEST.toDays());
        }
        if (lacksReason()) {
            right = refuse(wrong, "reason", "siaga_fault_reason", CityModes.LONGEST_REASON);
        }
        if (words.isEmpty() || length(words) > CityModes.LONGEST_MESSAGE) {
            right = refuse(wrong, "message", "siaga_fault_message", CityModes.LONGEST_MESSAGE);
        }
        if (length(inEnglish) > CityModes.LONGEST_MESSAGE) {
            right = refuse(wrong, "english", "siaga_fault_english", CityModes.LONGEST_MESSAGE);
        }
        return right && level != null && end != null
                ? new Declared(level, words, inEnglish.isEmpty() ? null : inEnglish, end)
                : null;
    }

    /** Whether it comes from the form that declares a mode; the others send no message. */
    boolean isDeclaration() {
        return message != null;
    }

    /** The reason without blanks around it. */
    String why() {
        return stripped(reason);
    }

    /** The reason where it was typed for extending or ending a mode, so that it stands there again. */
    public String small() {
        return isDeclaration() ? "" : why();
    }

    /** Whether the reason is missing or too long. */
    boolean lacksReason() {
        return why().isEmpty() || length(why()) > CityModes.LONGEST_REASON;
    }

    long lastSeen() {
        return seen != null && seen.matches("[0-9]{1,18}") ? Long.parseLong(seen) : -1;
    }

    int moreHours() {
        return hours != null && hours.matches("[0-9]{1,3}") ? Integer.parseInt(hours) : 0;
    }

    private @Nullable Level level() {
        if (Level.STANDBY.name().equals(mode)) {
            return Level.STANDBY;
        }
        return Level.ACTIVE.name().equals(mode) ? Level.ACTIVE : null;
    }

    private @Nullable Instant end(ZoneId zone) {
        try {
            return LocalDateTime.parse(stripped(until)).atZone(zone).toInstant();
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    private static boolean refuse(Wrong wrong, String field, String key, Object most) {
        wrong.is(field, key, most);
        return false;
    }

    private static String local(Instant at, ZoneId zone) {
        return MINUTES.format(at.atZone(zone));
    }

    /** Browsers send a line break as two characters; the column and the reader count it as one. */
    private static String stripped(@Nullable String typed) {
        return typed == null ? "" : typed.replace("\r\n", "\n").strip();
    }

    private static int length(String words) {
        return words.codePointCount(0, words.length());
    }
}
