package id.sipakatau.identity;

import org.jspecify.annotations.Nullable;

/**
 * What a reporter said of themselves; both are voluntary.
 *
 * @param name at most 100 characters
 * @param contact a phone number or e-mail address, as typed, at most 200 characters
 */
public record Reporter(@Nullable String name, @Nullable String contact) {

    public static final int LONGEST_NAME = 100;
    public static final int LONGEST_CONTACT = 200;
    public static final Reporter UNKNOWN = new Reporter(null, null);

    public Reporter {
        name = name == null || name.isBlank() ? null : name.strip();
        contact = contact == null || contact.isBlank() ? null : contact.strip();
    }

    public boolean isUnknown() {
        return name == null && contact == null;
    }
}
