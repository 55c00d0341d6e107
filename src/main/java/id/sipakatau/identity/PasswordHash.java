package id.sipakatau.identity;

/** The bcrypt hash of a password, in modular crypt form. */
public record PasswordHash(String text) {

    /** Says nothing: hashes do not belong into logs. */
    @Override
    public String toString() {
        return "PasswordHash[hidden]";
    }
}
