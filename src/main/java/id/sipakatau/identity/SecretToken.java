package id.sipakatau.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A secret that one person holds, 256 random bits written in 43 characters. Only its digest is ever stored. */
public record SecretToken(String text) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @throws IllegalArgumentException if it is not written in 43 characters of Base64 for addresses */
    public SecretToken {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a secret token");
        }
    }

    /** A secret that nobody can guess. */
    public static SecretToken random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new SecretToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** A token as somebody presents it; empty if it can't be one. */
    public static Optional<SecretToken> parse(@Nullable String presented) {
        return presented != null && FORM.matcher(presented).matches()
                ? Optional.of(new SecretToken(presented))
                : Optional.empty();
    }

    /** The 32 bytes under which it is stored. */
    public byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** Says nothing: a secret that gets into a log is none. */
    @Override
    public String toString() {
        return "SecretToken[hidden]";
    }
}
