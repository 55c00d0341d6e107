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
    RESCHEDULED,
    /** Another agency is asked to do its part: a row of the whole, and the first row of the part. */
    INVOLVED,
    /** Of a part: whoever involved the agency does without it. */
    RECALLED,
    /** Of the whole: an agency that is involved began. It changes nothing of the whole, which only tells it. */
    PART_STARTED,
    /** The same: an agency that is involved is done. */
    PART_FINISHED,
    /** The same: an agency is involved no longer. */
    PART_RECALLED;

    /** What the whole tells when this happens to a part of it; empty for what is the part's own affair. */
    Optional<Act> toldByTheWhole() {
        return switch (this) {
            case STARTED -> Optional.of(PART_STARTED);
            case FINISHED -> Optional.of(PART_FINISHED);
            case RECALLED -> Optional.of(PART_RECALLED);
            default -> Optional.empty();
        };
    }

    /** Whether it is of an agency that is involved, beside the one whose complaint it is. */
    public boolean isOfAnotherAgency() {
        return this == INVOLVED || this == PART_STARTED || this == PART_FINISHED || this == PART_RECALLED;
    }

    /** Whether the whole only tells it, without having changed. */
    public boolean isTold() {
        return this != INVOLVED && isOfAnotherAgency();
    }

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
