package id.sipakatau.identity;

/** Something that cannot be done with an account, with the reason. */
public final class StaffRefusal extends RuntimeException {

    public enum Reason {
        USERNAME_TAKEN,
        /** Nobody would be left who can let others in. */
        LAST_ADMINISTRATOR,
        /** Nobody closes the account they are signed in with. */
        YOURSELF,
        NO_SUCH_ACCOUNT,
        /** A closed account gets no invitation before it is opened again. */
        CLOSED,
        /** Only an operator can lead an agency. */
        NO_OPERATOR
    }

    private final Reason reason;

    /** @param reason what the person who tried is told */
    public StaffRefusal(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
