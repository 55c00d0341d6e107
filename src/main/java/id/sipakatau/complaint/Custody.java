package id.sipakatau.complaint;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a complaint came to its agency, and who works on it beside. An agency that gave it away does not get it back from
 * another one: where two disagree whose it is, the administrator says so.
 *
 * @param before agencies that gave it away, in order and each once
 * @param disputedAt since when the administrator is asked whose it is
 * @param partOf the complaint of which this is the part of one agency; empty for what a reporter sent
 * @param involved agencies whose part of it is not done, each once; a reading of the parts, stored nowhere else
 */
public record Custody(
        List<String> before,
        @Nullable Instant disputedAt,
        @Nullable UUID partOf,
        List<String> involved) {

    static final Custody FIRST = new Custody(List.of(), null, null, List.of());

    /** Of the part that an agency is asked to do. */
    static Custody partOf(UUID whole) {
        return new Custody(List.of(), null, whole, List.of());
    }

    public Custody {
        before = List.copyOf(before);
        involved = List.copyOf(involved);
    }

    /** Whether the administrator is asked whose it is. */
    public boolean isDisputed() {
        return disputedAt != null;
    }

    /** Whether that agency gave it away already. */
    public boolean wasWith(String agency) {
        return before.contains(agency);
    }

    /** Whether that agency is at work on a part of it. */
    public boolean involves(String agency) {
        return involved.contains(agency);
    }

    Custody disputed(Instant now) {
        return new Custody(before, now, partOf, involved);
    }

    Custody settled() {
        return disputedAt == null ? this : new Custody(before, null, partOf, involved);
    }

    /** One agency has it no longer, another has it. */
    Custody passed(String from, String to) {
        var given = Stream.concat(before.stream(), Stream.of(from))
                .filter(agency -> !agency.equals(to))
                .distinct()
                .toList();
        return new Custody(given, null, partOf, involved);
    }

    Custody involving(String agency) {
        return new Custody(
                before,
                disputedAt,
                partOf,
                Stream.concat(involved.stream(), Stream.of(agency)).toList());
    }

    /** That agency has done its part, or is involved no longer. */
    Custody without(String agency) {
        return new Custody(
                before,
                disputedAt,
                partOf,
                involved.stream().filter(each -> !each.equals(agency)).toList());
    }
}
