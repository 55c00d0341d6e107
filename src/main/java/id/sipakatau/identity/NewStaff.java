package id.sipakatau.identity;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is to get an account.
 *
 * @param username 2 to 40 of a–z, 0–9, dot, hyphen, underscore, beginning with a letter or digit; made lower-case
 * @param name the title shown to others, 1 to 100 characters
 * @param agency the agency that an operator works for; empty for all others
 * @param head whether this operator leads the agency
 */
public record NewStaff(
        String username,
        String name,
        StaffRole role,
        @Nullable String agency,
        boolean head) {

    public static final int LONGEST_NAME = 100;

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");

    public NewStaff {
        username = username(username);
        name = name.strip();
        if (!isUsername(username) || !isName(name)) {
            throw new IllegalArgumentException("Not a user name or title: " + username + ", " + name);
        }
        if ((role == StaffRole.OPERATOR) != (agency != null)) {
            throw new IllegalArgumentException("An operator, and nobody else, works for an agency: " + role);
        }
        if (head && role != StaffRole.OPERATOR) {
            throw new IllegalArgumentException("Only an operator leads an agency: " + role);
        }
    }

    public NewStaff(String username, String name, StaffRole role, @Nullable String agency) {
        this(username, name, role, agency, false);
    }

    public static NewStaff administrator(String username, String name) {
        return new NewStaff(username, name, StaffRole.ADMINISTRATOR, null);
    }

    public static NewStaff operator(String username, String name, String agency) {
        return new NewStaff(username, name, StaffRole.OPERATOR, agency);
    }

    public static NewStaff head(String username, String name, String agency) {
        return new NewStaff(username, name, StaffRole.OPERATOR, agency, true);
    }

    public static NewStaff mayor(String username, String name) {
        return new NewStaff(username, name, StaffRole.MAYOR, null);
    }

    /** A user name as it is kept, whatever way it was typed. */
    public static String username(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether it may be a user name, as it is kept. */
    public static boolean isUsername(String username) {
        return USERNAME.matcher(username).matches();
    }

    /** Whether it may be a title: 1 to {@value #LONGEST_NAME} characters and not blank. */
    public static boolean isName(String name) {
        return !name.isBlank() && name.codePointCount(0, name.length()) <= LONGEST_NAME;
    }
}
