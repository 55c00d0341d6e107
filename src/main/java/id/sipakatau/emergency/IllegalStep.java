package id.sipakatau.emergency;

/** Something was asked of a call that its state or the actor's rights do not allow. Nothing was changed. */
public final class IllegalStep extends RuntimeException {

    public enum Why {
        /** It is not with the actor's agency. */
        NOT_YOURS,
        /** The call's state does not allow it; somebody else may have been faster. */
        WRONG_STATE,
        WORDS_MISSING,
        WORDS_TOO_LONG
    }

    private final Why why;

    IllegalStep(Why why) {
        super("The step is refused: " + why);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
