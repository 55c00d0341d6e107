package id.sipakatau.evidence;

/** Carries a {@link Refusal} from the depth of a decoder up to the vault; never leaves this package. */
final class Unusable extends Exception {

    private static final long serialVersionUID = 1;

    final Refusal refusal;

    Unusable(Refusal refusal, String detail) {
        super(detail);
        this.refusal = refusal;
    }

    Unusable(Refusal refusal, String detail, Throwable cause) {
        super(detail, cause);
        this.refusal = refusal;
    }
}
