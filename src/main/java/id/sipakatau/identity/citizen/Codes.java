package id.sipakatau.identity.citizen;

import id.sipakatau.identity.SecretToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * One-time codes of six digits. A code works only in the browser that asked for it, which holds a secret; nothing here looks
 * whether the address has an account, so that nothing can tell.
 */
@ApplicationScoped
class Codes {

    static final Duration LIFE = Duration.ofMinutes(10);
    /** For reading the consent text, once the right code was typed. */
    static final Duration READING = Duration.ofMinutes(30);

    static final int TRIES = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Jdbi jdbi;
    private final InstantSource clock;

    Codes(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** A code to be sent, and the secret for the browser that asked for it. */
    record Fresh(SecretToken holder, String code) {
        /** Says nothing: a code that gets into a log is none. */
        @Override
        public String toString() {
            return "Fresh[hidden]";
        }
    }

    /**
     * What a code was asked for.
     *
     * @param account the account that the address is to be added to; empty when somebody signs in
     * @param wanted path of the page that was wanted
     */
    record Request(
            Contact.Kind kind,
            String address,
            @Nullable UUID account,
            @Nullable String wanted) {

        static Request of(Contact contact, @Nullable UUID account, @Nullable String wanted) {
            return new Request(contact.kind(), contact.address(), account, wanted);
        }

        Contact contact() {
            return new Contact(kind, address);
        }

        boolean isFor(Optional<UUID> signedIn) {
            return account == null || signedIn.filter(account::equals).isPresent();
        }
    }

    enum Verdict {
        RIGHT,
        WRONG,
        /** Too old, tried too often, or never there. */
        DEAD
    }

    Fresh make(Request request) {
        var fresh = new Fresh(SecretToken.random(), "%06d".formatted(RANDOM.nextInt(1_000_000)));
        var now = clock.instant();
        jdbi.useTransaction(transaction -> {
            transaction
                    .createUpdate("DELETE FROM account_code WHERE expires_at < :now") // index account_code_expiry
                    .bind("now", now)
                    .execute();
            transaction
                    .createUpdate("""
                            INSERT INTO account_code
                                (holder_digest, code_digest, address, kind, account_id, wanted, expires_at)
                            VALUES (:holder, :code, :address, :kind, :account, :wanted, :expires)
                            """)
                    .bind("holder", fresh.holder.digest())
                    .bind("code", digest(fresh.holder, fresh.code))
                    .bind("address", request.address)
                    .bind("kind", request.kind)
                    .bind("account", request.account)
                    .bind("wanted", request.wanted)
                    .bind("expires", now.plus(LIFE))
                    .execute();
        });
        return fresh;
    }

    /** What this browser asked a code for and still may type one for. */
    Optional<Request> waiting(SecretToken holder) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT kind, address, account_id AS account, wanted FROM account_code
                        WHERE holder_digest = :holder AND expires_at > :now AND tries < :tries AND proven_at IS NULL
                        """)
                .bind("holder", holder.digest())
                .bind("now", clock.instant())
                .bind("tries", TRIES)
                .mapTo(Request.class)
                .findOne());
    }

    /** Tries a code. The try is counted before it is looked at, so that many at once get no more than one after another. */
    Verdict check(SecretToken holder, String code) {
        var now = clock.instant();
        return jdbi.inTransaction(transaction -> {
            var right = transaction
                    .createQuery("""
                            UPDATE account_code SET tries = tries + 1
                            WHERE holder_digest = :holder AND expires_at > :now AND tries < :tries AND proven_at IS NULL
                            RETURNING code_digest
                            """)
                    .bind("holder", holder.digest())
                    .bind("now", now)
                    .bind("tries", TRIES)
                    .mapTo(byte[].class)
                    .findOne();
            if (right.isEmpty()) {
                return Verdict.DEAD;
            } else if (!MessageDigest.isEqual(right.get(), digest(holder, code))) {
                return Verdict.WRONG;
            }
            transaction
                    .createUpdate("""
                            UPDATE account_code SET proven_at = :now, expires_at = :expires WHERE holder_digest = :holder
                            """)
                    .bind("now", now)
                    .bind("expires", now.plus(READING))
                    .bind("holder", holder.digest())
                    .execute();
            return Verdict.RIGHT;
        });
    }

    /** What this browser has proven by its code; empty when that is over or was used. */
    Optional<Request> proven(Handle handle, SecretToken holder) {
        return handle.createQuery("""
                        SELECT kind, address, account_id AS account, wanted FROM account_code
                        WHERE holder_digest = :holder AND expires_at > :now AND proven_at IS NOT NULL
                        FOR UPDATE
                        """)
                .bind("holder", holder.digest())
                .bind("now", clock.instant())
                .mapTo(Request.class)
                .findOne();
    }

    /** Nobody can use it any more. */
    void forget(Handle transaction, SecretToken holder) {
        transaction
                .createUpdate("DELETE FROM account_code WHERE holder_digest = :holder")
                .bind("holder", holder.digest())
                .execute();
    }

    private static byte[] digest(SecretToken holder, String code) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((holder.text() + " " + code).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
