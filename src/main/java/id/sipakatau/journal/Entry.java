package id.sipakatau.journal;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, as it is handed to the journal.
 *
 * @param complaintId the complaint concerned; empty where none is
 * @param act what happened, for example {@code ACCEPTED}
 * @param facts codes, facets and times; never personal data
 * @param detail words and personal data; kept beside the row, bound to it by a salted commitment
 */
public record Entry(
        @Nullable UUID complaintId,
        Instant at,
        String act,
        Actor actor,
        Map<String, Object> facts,
        Map<String, Object> detail) {

    public Entry {
        facts = Map.copyOf(facts);
        detail = Map.copyOf(detail);
    }
}
