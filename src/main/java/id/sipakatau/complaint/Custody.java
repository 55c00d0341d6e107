package id.sipakatau.complaint;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a complaint came to its agency. An agency that gave it away does not get it back from another one: where two disagree
 * whose it is, the administrator says so.
 *
 * @param before agencies that gave it away, in order and each once
 * @param disputedAt since when the administrator is asked whose it is
 */
public record Custody(List<String> before, @Nullable Instant disputedAt) {

    static final Custody FIRST = new Custody(List.of(), null);

    public Custody {
        before = List.copyOf(before);
    }

    /** Whether the administrator is asked whose it is. */
    public boolean isDisputed() {
        return disputedAt != null;
    }

    /** Whether that agency gave it away already. */
    public boolean wasWith(String agency) {
        return before.contains(agency);
    }

    Custody disputed(Instant now) {
        return new Custody(before, now);
    }

    Custody settled() {
        return disputedAt == null ? this : new Custody(before, null);
    }

    /** One agency has it no longer, another has it. */
    Custody passed(String from, String to) {
        return new Custody(
                Stream.concat(before.stream(), Stream.of(from))
                        .filter(agency -> !agency.equals(to))
                        .distinct()
                        .toList(),
                null);
    }
}
