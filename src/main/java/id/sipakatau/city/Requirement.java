package id.sipakatau.city;

/** Whether a category asks for a place or a photo. */
public enum Requirement {
    /** The complaint cannot be sent without it. */
    REQUIRED,
    /** The form asks for it, and lets the reporter leave it out. */
    OPTIONAL,
    /** The form does not ask for it. */
    NONE
}
