package id.sipakatau.complaint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret in the reporter's link: 128 bits, derived from the complaint's id by a key of the installation, so that a
 * repeated sending gets the same link again although only a digest of it is stored.
 */
public record FollowSecret(String text) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");

    public FollowSecret {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a follow-up secret");
        }
    }

    /** A secret as it stands in an address; empty if it can't be one. */
    public static Optional<FollowSecret> parse(String typed) {
        return FORM.matcher(typed).matches() ? Optional.of(new FollowSecret(typed)) : Optional.empty();
    }

    static FollowSecret of(UUID complaintId, byte[] key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            var id = ByteBuffer.allocate(16)
                    .putLong(complaintId.getMostSignificantBits())
                    .putLong(complaintId.getLeastSignificantBits());
            var half = Arrays.copyOf(mac.doFinal(id.array()), 16);
            return new FollowSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(half));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", impossible);
        }
    }

    byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** Says nothing: a secret that gets into a log is none. */
    @Override
    public String toString() {
        return "FollowSecret[hidden]";
    }
}
