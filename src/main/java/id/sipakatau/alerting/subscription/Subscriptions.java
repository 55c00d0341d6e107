package id.sipakatau.alerting.subscription;

import id.sipakatau.alerting.push.Browser;
import id.sipakatau.alerting.subscription.Subscription.Audience;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Who wants to hear of what. */
@ApplicationScoped
public class Subscriptions {

    /** How long an address may take to say yes. */
    static final Duration TO_CONFIRM = Duration.ofDays(2);

    /** How often one address is asked in a day, and addresses for one complaint, place or kind in an hour, before nobody is any more. */
    public static final int ASKED_OF_AN_ADDRESS = 5;

    static final int ASKED_FOR_ONE_THING = 20;

    private static final int BROWSERS_OF_A_REPORTER = 20;
    private static final int BROWSERS_OF_A_COMPLAINT = 5000;
    private static final int BROWSERS_OF_A_FILTER = 50_000;

    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofMinutes(10);

    private final Jdbi jdbi;
    private final InstantSource clock;

    Subscriptions(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * Notes an address and that it has to be asked; nothing if it said yes before, or was asked often enough.
     *
     * @return false if so many addresses were named for this that somebody plays with it
     */
    public boolean ask(Followed followed, String address, Locale language) {
        return jdbi.inTransaction(transaction -> {
            if (asked(transaction, "followed = :who", followed.key(), Duration.ofHours(1)) >= ASKED_FOR_ONE_THING) {
                return false;
            }
            if (asked(transaction, "target = :who", address, Duration.ofDays(1)) < ASKED_OF_AN_ADDRESS) {
                noteAddress(transaction, followed, address, language).ifPresent(id -> noteQuestion(transaction, id));
            }
            return true;
        });
    }

    private long asked(Handle transaction, String whose, String who, Duration since) {
        return transaction
                .createQuery("SELECT count(*) FROM subscription WHERE confirmed_at IS NULL AND created_at > :since AND "
                        + whose) // subscription_unconfirmed
                .bind("since", at(clock.instant().minus(since)))
                .bind("who", who)
                .mapTo(Long.class)
                .one();
    }

    private Optional<UUID> noteAddress(Handle transaction, Followed followed, String address, Locale language) {
        var now = clock.instant();
        return transaction
                .createQuery("""
                        INSERT INTO subscription (id, complaint_id, area, category, audience, channel, target, language,
                                                  created_at)
                        VALUES (gen_random_uuid(), :complaint, :area, :category, :audience, 'EMAIL', :target, :language,
                                :now)
                        ON CONFLICT (followed, audience, channel, target)
                        DO UPDATE SET created_at = :now, language = :language
                            WHERE subscription.confirmed_at IS NULL AND subscription.created_at < :again
                        RETURNING id
                        """)
                .bind("complaint", followed.complaint())
                .bind("area", followed.area())
                .bind("category", followed.category())
                .bind("audience", followed.audience().name())
                .bind("target", address)
                .bind("language", language.getLanguage())
                .bind("now", at(now))
                .bind("again", at(now.minus(BEFORE_ASKING_AGAIN)))
                .mapTo(UUID.class)
                .findOne();
    }

    private void noteQuestion(Handle transaction, UUID subscription) {
        transaction
                .createUpdate("""
                        INSERT INTO notice_due (subscription_id, channel, next_try_at) VALUES (:subscription, 'EMAIL', :now)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("subscription", subscription)
                .bind("now", at(clock.instant()))
                .execute();
    }

    /**
     * A browser says that it wants notices; again, with other keys perhaps, after it was given new ones.
     *
     * @return false if there are too many for this
     */
    public boolean add(Followed followed, Browser browser, Locale language) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO subscription (id, complaint_id, area, category, audience, channel, target, browser_key,
                                                  browser_auth, language, created_at, confirmed_at)
                        SELECT gen_random_uuid(), :complaint, :area, :category, :audience, 'PUSH', :target, :key, :auth,
                               :language, :now, :now
                        WHERE (SELECT count(*) FROM subscription
                               WHERE followed = :followed AND audience = :audience AND channel = 'PUSH') < :most
                        ON CONFLICT (followed, audience, channel, target)
                        DO UPDATE SET browser_key = :key, browser_auth = :auth, language = :language
                        """) // the unique index
                        .bind("complaint", followed.complaint())
                        .bind("area", followed.area())
                        .bind("category", followed.category())
                        .bind("followed", followed.key())
                        .bind("audience", followed.audience().name())
                        .bind("target", browser.endpoint().toString())
                        .bind("key", browser.key())
                        .bind("auth", browser.auth())
                        .bind("language", language.getLanguage())
                        .bind("now", at(clock.instant()))
                        .bind("most", mostBrowsers(followed))
                        .execute()
                == 1);
    }

    private static int mostBrowsers(Followed followed) {
        return followed.complaint() == null
                ? BROWSERS_OF_A_FILTER
                : followed.audience() == Audience.REPORTER ? BROWSERS_OF_A_REPORTER : BROWSERS_OF_A_COMPLAINT;
    }

    /**
     * A browser has another address: all that went to the old one goes to the new one, what is still due as well. Nothing
     * happens unless address, key and secret of the old one are right.
     */
    public void replace(Browser before, Browser after) {
        if (before.endpoint().equals(after.endpoint())) {
            return;
        }
        jdbi.useTransaction(transaction -> {
            transaction
                    .createUpdate("""
                            DELETE FROM subscription old USING subscription new
                            WHERE old.channel = 'PUSH' AND old.target = :old
                              AND old.browser_key = :oldKey AND old.browser_auth = :oldAuth
                              AND new.channel = 'PUSH' AND new.target = :new
                              AND new.followed = old.followed AND new.audience = old.audience
                            """) // subscription_browser
                    .bind("old", before.endpoint().toString())
                    .bind("oldKey", before.key())
                    .bind("oldAuth", before.auth())
                    .bind("new", after.endpoint().toString())
                    .execute();
            transaction
                    .createUpdate("""
                            UPDATE subscription SET target = :new, browser_key = :key, browser_auth = :auth
                            WHERE channel = 'PUSH' AND target = :old
                              AND browser_key = :oldKey AND browser_auth = :oldAuth
                            """) // subscription_browser
                    .bind("new", after.endpoint().toString())
                    .bind("key", after.key())
                    .bind("auth", after.auth())
                    .bind("old", before.endpoint().toString())
                    .bind("oldKey", before.key())
                    .bind("oldAuth", before.auth())
                    .execute();
        });
    }

    /** A browser wants no more. */
    public void end(Followed followed, String endpoint) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        DELETE FROM subscription
                        WHERE followed = :followed AND audience = :audience AND channel = 'PUSH' AND target = :target
                        """) // the unique index
                .bind("followed", followed.key())
                .bind("audience", followed.audience().name())
                .bind("target", endpoint)
                .execute());
    }

    /** An address says yes; saying it again changes nothing. */
    public void confirm(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE subscription SET confirmed_at = :now WHERE id = :id AND confirmed_at IS NULL")
                .bind("now", at(clock.instant()))
                .bind("id", id)
                .execute());
    }

    /** Ends one, and what was still to be sent to it. */
    public void end(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM subscription WHERE id = :id")
                .bind("id", id)
                .execute());
    }

    /** Ends one of a complaint's reporter; another's stays. */
    public void end(UUID id, UUID complaint) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "DELETE FROM subscription WHERE id = :id AND complaint_id = :complaint AND audience = 'REPORTER'")
                .bind("id", id)
                .bind("complaint", complaint)
                .execute());
    }

    public Optional<Subscription> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM subscription WHERE id = :id")
                .bind("id", id)
                .mapTo(Subscription.class)
                .findOne());
    }

    /** All of a complaint's reporter, oldest first. */
    public List<Subscription> ofReporter(UUID complaint) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM subscription WHERE followed = :followed AND audience = 'REPORTER'
                        ORDER BY created_at
                        """) // the unique index
                .bind("followed", Followed.byReporter(complaint).key())
                .mapTo(Subscription.class)
                .list());
    }

    /** Forgets the addresses that never said yes. */
    public void forgetUnanswered() {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "DELETE FROM subscription WHERE confirmed_at IS NULL AND created_at < :before")
                .bind("before", at(clock.instant().minus(TO_CONFIRM)))
                .execute());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
