package id.sipakatau.complaint;

/** Why a complaint was dismissed; the reporter reads it in words. */
public enum DismissalReason {
    NOT_A_COMPLAINT,
    NOT_THE_CITYS_MATTER,
    INCOMPREHENSIBLE,
    ABUSIVE,
    NO_EVIDENCE,
    TEST
}
