package id.sipakatau.evidence;

/** A photo could not be kept or read by a fault of ours, such as a full disk; it says nothing about the file sent. */
public final class PhotoStoreFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param cause the failure of the disk or of a program of ours */
    public PhotoStoreFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
