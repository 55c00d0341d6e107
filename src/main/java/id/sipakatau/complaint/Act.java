package id.sipakatau.complaint;

/** What can happen to a complaint; the name of the act in the journal. */
public enum Act {
    FILED,
    ACCEPTED,
    DISMISSED,
    MERGED,
    APPEALED,
    CORRECTED,
    SHIELDED,
    STARTED,
    FINISHED,
    HANDED_OVER,
    CONTESTED,
    CONFIRMED
}
