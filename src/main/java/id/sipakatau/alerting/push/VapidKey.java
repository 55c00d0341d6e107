package id.sipakatau.alerting.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The key by which push services know this installation (RFC 8292). Made once and kept in the database: with another one
 * every browser that has subscribed would have to do so again.
 */
@ApplicationScoped
public class VapidKey {

    /** RFC 8292 allows 24 hours; half of it leaves room for clocks that go wrong. */
    private static final Duration VALID = Duration.ofHours(12);

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Jdbi jdbi;
    private @Nullable Pair pair;

    VapidKey(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @SuppressWarnings("ArrayRecordComponent")
    record Pair(byte[] publicKey, byte[] privateKey) {}

    /** The public key as browsers want it when they subscribe. */
    public String publicKey() {
        return BASE64.encodeToString(pair().publicKey);
    }

    /**
     * The header Authorization for a push service.
     *
     * @param contact whom its operator may write to, {@code mailto:} or {@code https:}; left out where empty
     */
    String authorization(URI endpoint, String contact, Instant now) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("aud", endpoint.getScheme() + "://" + endpoint.getRawAuthority());
        claims.put("exp", now.plus(VALID).getEpochSecond());
        if (!contact.isEmpty()) {
            claims.put("sub", contact);
        }
        var signed = encoded("{\"typ\":\"JWT\",\"alg\":\"ES256\"}") + "." + encoded(json(claims));
        return "vapid t=" + signed + "." + BASE64.encodeToString(signature(signed)) + ", k=" + publicKey();
    }

    private byte[] signature(String text) {
        try {
            PrivateKey key = P256.privateKey(pair().privateKey);
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not sign for a push service", e);
        }
    }

    private static String encoded(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String json(Object claims) {
        try {
            return new ObjectMapper().writeValueAsString(claims);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** On a connection of its own, so that a key that is used cannot vanish with somebody's transaction. */
    private synchronized Pair pair() {
        if (pair == null) {
            try (var connection = jdbi.open()) {
                pair = connection.inTransaction(VapidKey::keptOrFresh);
            }
        }
        return pair;
    }

    private static Pair keptOrFresh(Handle transaction) {
        var fresh = P256.fresh();
        transaction
                .createUpdate("""
                        INSERT INTO vapid_key (public_key, private_key) VALUES (:public, :private)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("public", P256.bytes((ECPublicKey) fresh.getPublic()))
                .bind("private", P256.bytes(((ECPrivateKey) fresh.getPrivate()).getS()))
                .execute();
        return transaction
                .createQuery("SELECT public_key, private_key FROM vapid_key")
                .mapTo(Pair.class)
                .one();
    }
}
