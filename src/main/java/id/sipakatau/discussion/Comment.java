package id.sipakatau.discussion;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote below a complaint.
 *
 * @param name as the writer wants to be called; empty for nobody in particular
 */
public record Comment(UUID id, @Nullable String name, String words, Instant writtenAt) {

    /** Longest name, in characters. */
    static final int LONGEST_NAME = 60;

    /** Most that one comment says, in characters. */
    static final int LONGEST_WORDS = 1000;

    /** What the administrator decided. */
    public enum State {
        PENDING,
        SHOWN,
        REFUSED
    }
}
