package id.sipakatau.identity;

import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which passwords may be chosen, how they are kept, and how one is checked. */
@ApplicationScoped
public class Passwords {

    /** In characters, as a person counts them. */
    public static final int SHORTEST = 10;
    /** In bytes of UTF-8: bcrypt would silently leave out what comes after. */
    static final int LONGEST = 72;

    /** The first that anybody tries, as far as they are long enough; in lower case. */
    private static final Set<String> COMMON = Set.of(
            "1234567890",
            "0123456789",
            "9876543210",
            "0987654321",
            "12345678910",
            "123456789012",
            "1q2w3e4r5t",
            "qwertyuiop",
            "asdfghjkl;",
            "password12",
            "password123",
            "password1234",
            "passwordpassword",
            "katasandi123",
            "rahasia123",
            "rahasia1234",
            "bismillah1",
            "bismillah123",
            "indonesia1",
            "indonesia123",
            "indonesia45",
            "makassar12",
            "makassar123",
            "makassar1234",
            "sipakatau1",
            "sipakatau12",
            "sipakatau123",
            "administrator",
            "admin12345",
            "admin123456",
            "operator123",
            "operator1234",
            "walikota123");

    /** What is wrong with a password that somebody wants to use. */
    public enum Fault {
        TOO_SHORT,
        TOO_LONG,
        COMMON,
        LIKE_USERNAME
    }

    private final int cost;
    /** Bcrypt is meant to be slow; a flood of sign-ins must not take every processor from the rest of the site. */
    private final Semaphore atOnce =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    private final PasswordHash nobodys;

    Passwords(IdentitySettings settings) {
        cost = settings.bcryptCost();
        if (cost < 4 || cost > 16) {
            throw new IllegalArgumentException("sipakatau.identity.bcrypt-cost must be 4 to 16, not " + cost);
        }
        nobodys = hash(SecretToken.random().text());
    }

    /** What is wrong with a new password for this user name; empty if it may be chosen. */
    public Optional<Fault> fault(String password, String username) {
        var lower = password.toLowerCase(Locale.ROOT);
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of(Fault.TOO_SHORT);
        } else if (bytes(password) > LONGEST) {
            return Optional.of(Fault.TOO_LONG);
        } else if (COMMON.contains(lower) || lower.codePoints().distinct().count() < 4) {
            return Optional.of(Fault.COMMON);
        } else if (lower.contains(username) && password.length() - username.length() < SHORTEST / 2) {
            return Optional.of(Fault.LIKE_USERNAME);
        }
        return Optional.empty();
    }

    /**
     * The hash to keep; slow on purpose.
     *
     * @throws IllegalArgumentException if the password has more than {@value #LONGEST} bytes
     */
    public PasswordHash hash(String password) {
        if (bytes(password) > LONGEST) {
            throw new IllegalArgumentException("A password of more than " + LONGEST + " bytes");
        }
        return slowly(() -> new PasswordHash(BcryptUtil.bcryptHash(composed(password), cost)));
    }

    /** Whether this is the password; takes as long where there is no hash, so that the time tells nothing. */
    public boolean matches(String password, @Nullable PasswordHash hash) {
        var fits = bytes(password) <= LONGEST;
        var compared = composed(fits ? password : "");
        var same = slowly(() -> BcryptUtil.matches(compared, (hash == null ? nobodys : hash).text()));
        return same && fits && hash != null;
    }

    private <T> T slowly(Supplier<T> work) {
        atOnce.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            atOnce.release();
        }
    }

    private static int bytes(String password) {
        return composed(password).getBytes(StandardCharsets.UTF_8).length;
    }

    /** Keyboards write the same letter in different ways. */
    private static String composed(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
