package id.sipakatau.identity.citizen;

import id.sipakatau.identity.CitizenData.Browser;
import id.sipakatau.identity.SecretToken;
import id.sipakatau.identity.signin.Device;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Browsers in which citizens are signed in. Asked for anew by each request that needs it: an end takes effect at once. */
@ApplicationScoped
public class AccountSessions {

    static final Duration IDLE = Duration.ofDays(30);
    static final Duration LONGEST = Duration.ofDays(90);
    /** How exact the time of the last visit is; saves a write on each page. */
    private static final Duration SEEN_STEP = Duration.ofHours(1);

    private final Jdbi jdbi;
    private final InstantSource clock;

    AccountSessions(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    private record Row(UUID account, Instant lastSeenAt) {}

    /** Begins a session, always with a new secret. */
    public SecretToken open(Handle transaction, UUID account, Device device) {
        var token = SecretToken.random();
        var now = clock.instant();
        transaction
                .createUpdate("DELETE FROM account_session WHERE expires_at < :now") // index account_session_expiry
                .bind("now", now)
                .execute();
        transaction
                .createUpdate("""
                        INSERT INTO account_session
                            (token_digest, account_id, created_at, last_seen_at, expires_at, network, browser)
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

    /** Whose session it is; empty when it has ended. */
    Optional<UUID> holder(SecretToken token) {
        var now = clock.instant();
        return jdbi.withHandle(handle -> {
            var row = handle.createQuery("""
                            SELECT account_id AS account, last_seen_at FROM account_session
                            WHERE token_digest = :digest AND last_seen_at > :idle AND expires_at > :now
                            """) // primary key
                    .bind("digest", token.digest())
                    .bind("now", now)
                    .bind("idle", now.minus(IDLE))
                    .mapTo(Row.class)
                    .findOne();
            if (row.isPresent() && row.get().lastSeenAt().isBefore(now.minus(SEEN_STEP))) {
                handle.createUpdate("UPDATE account_session SET last_seen_at = :now WHERE token_digest = :digest")
                        .bind("now", now)
                        .bind("digest", token.digest())
                        .execute();
            }
            return row.map(Row::account);
        });
    }

    /** The open sessions of an account, the one that asks first, then last used first. */
    List<Browser> of(Handle handle, UUID account, Optional<SecretToken> current) {
        return handle.createQuery("""
                        SELECT created_at, last_seen_at, network, browser, token_digest = :current AS current
                        FROM account_session
                        WHERE account_id = :account AND last_seen_at > :idle AND expires_at > :now
                        ORDER BY current DESC, last_seen_at DESC
                        """) // index account_session_of
                .bind("account", account)
                .bind("current", current.map(SecretToken::digest).orElse(new byte[0]))
                .bind("now", clock.instant())
                .bind("idle", clock.instant().minus(IDLE))
                .mapTo(Browser.class)
                .list();
    }

    public void end(SecretToken token) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM account_session WHERE token_digest = :digest")
                .bind("digest", token.digest())
                .execute());
    }

    void endAll(Handle transaction, UUID account) {
        transaction
                .createUpdate("DELETE FROM account_session WHERE account_id = :account")
                .bind("account", account)
                .execute();
    }
}
