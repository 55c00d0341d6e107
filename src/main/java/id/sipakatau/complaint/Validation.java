package id.sipakatau.complaint;

/** Whether the administrator found a complaint to be one that an agency should handle. */
public enum Validation {
    PENDING,
    VALID,
    INVALID,
    MERGED
}
