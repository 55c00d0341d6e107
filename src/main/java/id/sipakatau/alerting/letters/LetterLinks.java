package id.sipakatau.alerting.letters;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The secret end of the link in a letter, by which its receiver says yes or stop: the subscription's id and 128 bits
 * derived from it by a key of the installation, so that every letter can carry it and it is stored nowhere.
 */
@ApplicationScoped
public class LetterLinks {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int ID = 16;

    private final Jdbi jdbi;
    private byte @Nullable [] key;

    LetterLinks(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public String of(UUID subscription) {
        var id = ByteBuffer.allocate(ID)
                .putLong(subscription.getMostSignificantBits())
                .putLong(subscription.getLeastSignificantBits())
                .array();
        var both = ByteBuffer.allocate(2 * ID).put(id).put(proof(id)).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
    }

    /** The subscription that a link stands for, whether or not there still is one; empty if nobody was given that link. */
    public Optional<UUID> subscription(String token) {
        if (!FORM.matcher(token).matches()) {
            return Optional.empty();
        }
        byte[] both;
        try {
            both = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException mangled) {
            return Optional.empty();
        }
        var id = Arrays.copyOf(both, ID);
        if (!MessageDigest.isEqual(proof(id), Arrays.copyOfRange(both, ID, both.length))) {
            return Optional.empty();
        }
        var bits = ByteBuffer.wrap(id);
        return Optional.of(new UUID(bits.getLong(), bits.getLong()));
    }

    private byte[] proof(byte[] id) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(), "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(id), ID);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", impossible);
        }
    }

    /** On a connection of its own, so that a key that is used cannot vanish with somebody's transaction. */
    private synchronized byte[] key() {
        if (key == null) {
            try (var connection = jdbi.open()) {
                key = connection.inTransaction(LetterLinks::keptOrFresh);
            }
        }
        return key;
    }

    private static byte[] keptOrFresh(Handle transaction) {
        var fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        transaction
                .createUpdate("INSERT INTO alerting_key (key) VALUES (:fresh) ON CONFLICT DO NOTHING")
                .bind("fresh", fresh)
                .execute();
        return transaction
                .createQuery("SELECT key FROM alerting_key")
                .mapTo(byte[].class)
                .one();
    }
}
