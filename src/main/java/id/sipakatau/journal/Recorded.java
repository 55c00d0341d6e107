package id.sipakatau.journal;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the journal as it was read back.
 *
 * @param seq its place in the journal; unique, growing, with gaps
 * @param detail the words that belong to it; empty when there were none or they were erased
 */
public record Recorded(
        long seq,
        @Nullable UUID complaintId,
        Instant at,
        String act,
        Actor.Role actorRole,
        @Nullable UUID actorId,
        Map<String, Object> facts,
        Map<String, Object> detail) {

    /** A fact as text, or empty when the row has none of that name. */
    public @Nullable String fact(String name) {
        var value = facts.get(name);
        return value == null ? null : value.toString();
    }

    /** The words of that name, or empty when there were none. */
    public @Nullable String words(String name) {
        var value = detail.get(name);
        return value == null ? null : value.toString();
    }
}
