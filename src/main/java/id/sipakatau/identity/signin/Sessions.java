package id.sipakatau.identity.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.sipakatau.identity.OpenSessions;
import id.sipakatau.identity.SecretToken;
import id.sipakatau.identity.SignedIn;
import id.sipakatau.identity.StaffRole;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Browsers that are signed in. A look-up is remembered for some seconds; ending a session here takes effect at once on
 * this node, and on others when they ask again.
 */
@ApplicationScoped
public class Sessions implements OpenSessions {

    static final Duration IDLE = Duration.ofHours(12);
    static final Duration LONGEST = Duration.ofDays(7);
    static final Duration REMEMBERED = Duration.ofSeconds(5);
    /** How exact the time of the last visit is; saves a write on each page. */
    private static final Duration SEEN_STEP = Duration.ofMinutes(5);

    private final Jdbi jdbi;
    private final InstantSource clock;
    private final Cache<ByteBuffer, Optional<SignedIn>> known;

    public Sessions(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.known = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(REMEMBERED)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** A session as its owner sees it. */
    record Open(Instant createdAt, Instant lastSeenAt, String network, String browser, boolean current) {}

    private record Row(
            UUID account,
            String username,
            String name,
            StaffRole role,
            @Nullable String agency,
            boolean head,
            Instant lastSeenAt) {

        SignedIn signedIn() {
            return new SignedIn(account, username, name, role, agency, head);
        }
    }

    /** Begins a session, always with a new secret: one that was there before sign-in may be known to others. */
    public SecretToken open(Handle transaction, UUID account, Device device) {
        var token = SecretToken.random();
        var now = clock.instant();
        transaction
                .createUpdate("""
                        INSERT INTO staff_session
                            (token_digest, staff_id, created_at, last_seen_at, expires_at, network, browser)
                        VALUES (:digest, :account, :now, :now, :expires, :network, :browser)
                        """)
                .bind("digest", token.digest())
                .bind("account", account)
                .bind("now", now)
                .bind("expires", now.plus(LONGEST))
                .bind("network", device.network())
                .bind("browser", device.browser())
                .execute();
        return token;
    }

    /** Who holds this secret, if that is known without asking the database; null if not. */
    @Nullable
    Optional<SignedIn> remembered(SecretToken token) {
        return known.getIfPresent(ByteBuffer.wrap(token.digest()));
    }

    /** Who holds this secret; empty when the session has ended or the account is closed. */
    public Optional<SignedIn> holder(SecretToken token) {
        return known.get(ByteBuffer.wrap(token.digest()), digest -> load(digest.array()));
    }

    /** The open sessions of an account, last used first. */
    List<Open> of(Handle handle, UUID account, Optional<SecretToken> current) {
        return handle.createQuery("""
                        SELECT created_at, last_seen_at, network, browser, token_digest = :current AS current
                        FROM staff_session
                        WHERE staff_id = :account AND last_seen_at > :idle AND expires_at > :now
                        ORDER BY current DESC, last_seen_at DESC
                        """)
                .bind("account", account)
                .bind("current", current.map(SecretToken::digest).orElse(new byte[0]))
                .bind("now", clock.instant())
                .bind("idle", clock.instant().minus(IDLE))
                .mapTo(Open.class)
                .list();
    }

    void end(SecretToken token) {
        jdbi.useTransaction(transaction -> forget(
                transaction,
                transaction
                        .createQuery("DELETE FROM staff_session WHERE token_digest = :digest RETURNING token_digest")
                        .bind("digest", token.digest())
                        .mapTo(byte[].class)
                        .list()));
    }

    @Override
    public void endAll(Handle transaction, UUID account) {
        forget(
                transaction,
                transaction
                        .createQuery("DELETE FROM staff_session WHERE staff_id = :account RETURNING token_digest")
                        .bind("account", account)
                        .mapTo(byte[].class)
                        .list());
    }

    @Override
    public void readAgain(Handle transaction, UUID account) {
        forget(
                transaction,
                transaction
                        .createQuery("SELECT token_digest FROM staff_session WHERE staff_id = :account")
                        .bind("account", account) // index staff_session_of
                        .mapTo(byte[].class)
                        .list());
    }

    /** Removes what nobody can use any more. */
    void removeExpired(Handle transaction) {
        transaction
                .createUpdate("DELETE FROM staff_session WHERE expires_at < :now") // index staff_session_expiry
                .bind("now", clock.instant())
                .execute();
    }

    /** Only after the commit: before it, a request in between would remember the old row again. */
    private void forget(Handle transaction, List<byte[]> digests) {
        transaction.afterCommit(
                () -> known.invalidateAll(digests.stream().map(ByteBuffer::wrap).toList()));
    }

    private Optional<SignedIn> load(byte[] digest) {
        var now = clock.instant();
        return jdbi.withHandle(handle -> {
            var row = handle.createQuery("""
                            SELECT s.id AS account, s.username, s.name, s.role, s.agency, s.head, o.last_seen_at
                            FROM staff_session o JOIN staff s ON s.id = o.staff_id
                            WHERE o.token_digest = :digest AND o.last_seen_at > :idle AND o.expires_at > :now AND s.active
                            """)
                    .bind("digest", digest)
                    .bind("now", now)
                    .bind("idle", now.minus(IDLE))
                    .mapTo(Row.class)
                    .findOne();
            if (row.isPresent() && row.get().lastSeenAt().isBefore(now.minus(SEEN_STEP))) {
                handle.createUpdate("UPDATE staff_session SET last_seen_at = :now WHERE token_digest = :digest")
                        .bind("now", now)
                        .bind("digest", digest)
                        .execute();
            }
            return row.map(Row::signedIn);
        });
    }
}
