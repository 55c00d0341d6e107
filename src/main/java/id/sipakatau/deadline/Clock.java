package id.sipakatau.deadline;

/** What somebody is waited for, by when. */
public enum Clock {
    /** From the arrival, or the appeal, to the administrator's decision. */
    VALIDATION,
    /** From the moment an agency has it to its first human word: a start with words, a question, or the end of the work. */
    FIRST_ANSWER,
    /** From the moment an agency has it to the end of its work; a question to the reporter stops it for a while. */
    RESOLUTION
}
