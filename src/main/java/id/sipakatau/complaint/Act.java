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
    FINISHED,
    HANDED_OVER,
    CONTESTED,
    CONFIRMED;

    /** What a row of the journal tells; empty if it is no step of the complaint, a look at the reporter for example. */
    static Optional<Act> in(Recorded row) {
        return Stream.of(values()).filter(act -> act.name().equals(row.act())).findFirst();
    }
}
