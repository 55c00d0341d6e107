package id.sipakatau.complaint;

import id.sipakatau.journal.Recorded;
import java.util.Optional;
import java.util.stream.Stream;

/** What can happen to a complaint; the name of the act in the journal. */
public enum Act {
    FILED,
    ACCEPTED,
    DISMISSED,
    MERGED,
    APPEALED,
    SHARPENED,
    CORRECTED,
    SHIELDED,
    STARTED,
    ASKED,
    REPLIED,
    /** The agency says that it is done, where that is to be approved first. */
    PROPOSED,
    /** Whoever was to approve sent it back. */
    RETURNED,
    /** The agency took its proposal back. */
    WITHDRAWN,
    FINISHED,
    HANDED_OVER,
    DISPUTED,
    SETTLED,
    CONTESTED,
    CONFIRMED,
    RESCHEDULED;

    /** Whether it stays among staff: reporter and public are told neither that it happened nor when. */
    public static boolean staysInside(String name) {
        return named(name)
                .filter(act -> act == PROPOSED || act == RETURNED || act == WITHDRAWN)
                .isPresent();
    }

    /** What a row of the journal tells; empty if it is no step of the complaint, a look at the reporter for example. */
    static Optional<Act> in(Recorded row) {
        return named(row.act());
    }

    /** The act of that name in the journal; empty if it is no step of a complaint. */
    public static Optional<Act> named(String name) {
        return Stream.of(values()).filter(act -> act.name().equals(name)).findFirst();
    }
}
