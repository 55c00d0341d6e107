package id.sipakatau.complaint;

/** Whether the administrator found a complaint to be one that an agency should handle. */
public enum Validation {
    PENDING,
    VALID,
    INVALID,
    MERGED,
    /** Of a part of a complaint: whoever involved its agency does without it. */
    RECALLED
}
