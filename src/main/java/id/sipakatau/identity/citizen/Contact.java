package id.sipakatau.identity.citizen;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an account gets its codes, in the one way in which it is written here.
 *
 * @param address an e-mail address in small letters, or an Indonesian mobile number as {@code +628…}: messages to other
 *     countries are what fraudsters earn money with
 */
public record Contact(Kind kind, String address) {

    static final int LONGEST = 254;

    private static final Pattern EMAIL = Pattern.compile(
            "[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}");
    private static final Pattern MOBILE = Pattern.compile("(?:\\+?62|0)(8\\d{7,11})");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s().-]");

    public enum Kind {
        EMAIL,
        PHONE
    }

    /** What somebody typed; empty if it is neither an e-mail address nor an Indonesian mobile number. */
    public static Optional<Contact> of(@Nullable String typed) {
        var text = typed == null ? "" : typed.strip();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        if (text.contains("@")) {
            var lower = text.toLowerCase(Locale.ROOT);
            return EMAIL.matcher(lower).matches() ? Optional.of(new Contact(Kind.EMAIL, lower)) : Optional.empty();
        }
        var mobile = MOBILE.matcher(BETWEEN_DIGITS.matcher(text).replaceAll(""));
        return mobile.matches() ? Optional.of(new Contact(Kind.PHONE, "+62" + mobile.group(1))) : Optional.empty();
    }

    public boolean isEmail() {
        return kind == Kind.EMAIL;
    }

    /** Says nothing: whose account it is does not belong into logs. */
    @Override
    public String toString() {
        return "Contact[" + kind + ", hidden]";
    }
}
