package id.sipakatau.identity.passkey;

import id.sipakatau.identity.SecretToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What devices are asked to sign: each is fresh, works once, for some minutes, and for the one thing it was made for. */
@ApplicationScoped
class Challenges {

    static final Duration LIFE = Duration.ofMinutes(5);

    private final InstantSource clock;

    Challenges(InstantSource clock) {
        this.clock = clock;
    }

    /** @param account who registers a passkey; null when somebody signs in */
    SecretToken make(Handle transaction, @Nullable UUID account) {
        var token = SecretToken.random();
        var now = clock.instant();
        transaction
                .createUpdate("DELETE FROM account_passkey_challenge WHERE expires_at < :now") // index …_expiry
                .bind("now", now)
                .execute();
        transaction
                .createUpdate("""
                        INSERT INTO account_passkey_challenge (digest, account_id, expires_at)
                        VALUES (:digest, :account, :expires)
                        """)
                .bind("digest", token.digest())
                .bind("account", account)
                .bind("expires", now.plus(LIFE))
                .execute();
        return token;
    }

    /** Uses one up; false if it is none of ours, too old, used before, or was made for something else. */
    boolean use(Handle transaction, byte[] signed, @Nullable UUID account) {
        return SecretToken.parse(new String(signed, StandardCharsets.US_ASCII))
                .flatMap(token -> transaction
                        .createQuery("""
                                DELETE FROM account_passkey_challenge
                                WHERE digest = :digest AND expires_at > :now AND account_id IS NOT DISTINCT FROM :account
                                RETURNING digest
                                """)
                        .bind("digest", token.digest())
                        .bind("now", clock.instant())
                        .bindByType("account", account, UUID.class)
                        .mapTo(byte[].class)
                        .findOne())
                .isPresent();
    }

    /** A challenge as the bytes that a device signs. */
    static byte[] bytes(SecretToken token) {
        return token.text().getBytes(StandardCharsets.US_ASCII);
    }

    static Optional<UUID> account(byte @Nullable [] userHandle) {
        try {
            return userHandle == null
                    ? Optional.empty()
                    : Optional.of(UUID.fromString(new String(userHandle, StandardCharsets.US_ASCII)));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }
}
