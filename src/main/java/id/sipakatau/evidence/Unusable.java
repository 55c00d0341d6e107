package id.sipakatau.evidence;

/** Carries a {@link Refusal} from the depth of a decoder up to the vault; never leaves this module. */
public final class Unusable extends Exception {

    private static final long serialVersionUID = 1;

    private final Refusal refusal;

    /** @param detail what is wrong with the file, for the log; no content of the file */
    public Unusable(Refusal refusal, String detail) {
        super(detail);
        this.refusal = refusal;
    }

    /** The same with the failure of the decoder that told it. */
    public Unusable(Refusal refusal, String detail, Throwable cause) {
        super(detail, cause);
        this.refusal = refusal;
    }

    /** A picture that is cut off or damaged: {@link Refusal#BROKEN}. */
    public static Unusable broken(String detail) {
        return new Unusable(Refusal.BROKEN, detail);
    }

    /** Why the file is not taken. */
    public Refusal refusal() {
        return refusal;
    }
}
