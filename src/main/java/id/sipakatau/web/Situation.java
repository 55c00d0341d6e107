package id.sipakatau.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The city's emergency mode as every page reads it, <code>{cdi:situation.current}</code>: kept in memory, so that no page asks
 * the database for it. Whoever owns the mode sets it here; that it ends is reckoned when it is read.
 */
@Named("situation")
@ApplicationScoped
public class Situation {

    public enum Level {
        OFF,
        STANDBY,
        ACTIVE
    }

    /**
     * What was declared.
     *
     * @param level never {@link Level#OFF}
     * @param message to the public, in Indonesian
     * @param english the same in English; empty where nobody wrote it, and the Indonesian stands in
     * @param endsAt the first moment at which it no longer holds
     */
    public record Declared(
            Level level, String message, @Nullable String english, Instant endsAt) {

        /** @throws IllegalArgumentException if nothing would be declared */
        public Declared {
            if (level == Level.OFF) {
                throw new IllegalArgumentException("Off is no situation");
            }
        }

        public boolean active() {
            return level == Level.ACTIVE;
        }

        /** The message for a reader of that language. */
        public String message(Locale reader) {
            return isEnglishFor(reader) ? String.valueOf(english) : message;
        }

        /** Code of the language in which {@link #message(Locale)} is, for the attribute {@code lang}. */
        public String language(Locale reader) {
            return isEnglishFor(reader) ? "en" : "id";
        }

        private boolean isEnglishFor(Locale reader) {
            return english != null && reader.getLanguage().equals("en");
        }
    }

    private final InstantSource clock;
    private volatile @Nullable Declared declared;

    public Situation(InstantSource clock) {
        this.clock = clock;
    }

    /** Takes what was declared last; empty where the mode was ended. */
    public void set(@Nullable Declared last) {
        declared = last;
    }

    /** What holds now; empty on ordinary days. */
    public @Nullable Declared current() {
        var last = declared;
        return last != null && clock.instant().isBefore(last.endsAt) ? last : null;
    }

    /** Whether the emergency mode is active now; standby is not. */
    public boolean active() {
        var now = current();
        return now != null && now.active();
    }
}
