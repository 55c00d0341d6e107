package id.sipakatau.deadline;

/** What somebody is waited for, by when. */
public enum Clock {
    /** From the arrival, or the appeal, to the administrator's decision. */
    VALIDATION,
    /** From the moment an agency has it to its first human word: a start with words, a question, or the end of the work. */
    FIRST_ANSWER,
    /** From the moment an agency has it to the end of its work; a question to the reporter stops it for a while. See {@link #APPROVAL}. */
    RESOLUTION,
    /**
     * From a proposed completion to the decision on it. The agency's resolution counts to the proposal if it is approved; if it is
     * sent back or withdrawn it runs on as if nothing had been proposed, the waiting included.
     */
    APPROVAL
}
