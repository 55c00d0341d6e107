package id.sipakatau.alerting.courier;

import id.sipakatau.alerting.subscription.Subscription.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What is still to be sent. Whoever takes something has it for a while, so that no transaction waits for a mail server; of
 * a courier who dies nothing more is heard, and then another takes it. For one subscription only one thing at a time is on
 * its way, so that news arrive in the order in which they happened.
 */
@ApplicationScoped
class NoticeQueue {

    /** How long one has it: longer than the slowest mail server is waited for. */
    static final Duration LEASE = Duration.ofMinutes(5);

    private final Jdbi jdbi;
    private final InstantSource clock;

    NoticeQueue(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * What somebody has in hand, to send it.
     *
     * @param ids of the rows: one, or for who follows a place or kind all that are due
     * @param rows of the journal that it tells of; none for the question whether notices are wanted
     * @param attempts how often it was taken, this time included
     * @param until when the lease runs out
     */
    record Taken(UUID subscription, List<Long> ids, List<Long> rows, int attempts, Instant until) {}

    /** What became of it. */
    sealed interface Outcome {
        /** Sent, or not to be sent at all. {@code quiet} is how long nothing more is to be sent there. */
        record Done(Duration quiet) implements Outcome {}

        /** Whoever was to hear of it is no longer there. */
        record Gone() implements Outcome {}

        /** To be tried again after that time. */
        record Later(Duration pause) implements Outcome {}
    }

    private record Next(long id, UUID subscriptionId, boolean together) {}

    private record Row(long id, @Nullable Long seq, int attempts) {}

    /** Takes what is longest due; empty if nothing is. */
    Optional<Taken> take(Channel channel) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return jdbi.inTransaction(transaction -> transaction
                .createQuery("""
                        SELECT d.id, d.subscription_id, s.complaint_id IS NULL AND d.seq IS NOT NULL AS together
                        FROM notice_due d JOIN subscription s ON s.id = d.subscription_id
                        WHERE d.channel = :channel AND d.next_try_at <= :now
                          AND (s.quiet_until IS NULL OR s.quiet_until <= :now)
                        ORDER BY d.next_try_at, d.id LIMIT 1
                        FOR NO KEY UPDATE SKIP LOCKED
                        """) // index notice_due_next
                .bind("channel", channel.name())
                .bind("now", at(now))
                .mapTo(Next.class)
                .findOne()
                .map(next -> lease(transaction, next, now)));
    }

    private static Taken lease(Handle transaction, Next next, Instant now) {
        var until = now.plus(LEASE);
        var rows = transaction
                .createQuery("""
                        UPDATE notice_due SET attempts = attempts + 1, next_try_at = :until
                        WHERE subscription_id = :subscription
                          AND (id = :id OR (:together AND seq IS NOT NULL AND next_try_at <= :now))
                        RETURNING id, seq, attempts
                        """) // the unique index
                .bind("until", at(until))
                .bind("subscription", next.subscriptionId)
                .bind("id", next.id)
                .bind("together", next.together)
                .bind("now", at(now))
                .mapTo(Row.class)
                .list();
        quiet(transaction, next.subscriptionId, until, null);
        return new Taken(
                next.subscriptionId,
                rows.stream().map(Row::id).toList(),
                rows.stream().map(Row::seq).filter(Objects::nonNull).toList(),
                rows.stream().mapToInt(Row::attempts).max().orElseThrow(),
                until);
    }

    /** Notes what became of it. Of what somebody else has taken meanwhile only that it was sent counts. */
    void settle(Taken taken, Outcome outcome) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        jdbi.useTransaction(transaction -> {
            if (!lock(transaction, taken.subscription)) {
                return;
            }
            switch (outcome) {
                case Outcome.Done(var pause) -> {
                    transaction
                            .createUpdate("DELETE FROM notice_due WHERE id = ANY (:ids)")
                            .bindArray("ids", Long.class, taken.ids)
                            .execute();
                    quiet(transaction, taken.subscription, pause.isZero() ? null : now.plus(pause), taken.until);
                    if (!pause.isZero()) {
                        collect(transaction, taken.subscription, now.plus(pause));
                    }
                }
                case Outcome.Gone() ->
                    transaction
                            .createUpdate("DELETE FROM subscription WHERE id = :id")
                            .bind("id", taken.subscription)
                            .execute();
                case Outcome.Later(var pause) -> {
                    transaction
                            .createUpdate("""
                                    UPDATE notice_due SET next_try_at = :next WHERE id = ANY (:ids) AND next_try_at = :until
                                    """)
                            .bind("next", at(now.plus(pause)))
                            .bindArray("ids", Long.class, taken.ids)
                            .bind("until", at(taken.until))
                            .execute();
                    quiet(transaction, taken.subscription, now.plus(pause), taken.until);
                }
            }
        });
    }

    /**
     * First the subscription, then its notices: whoever ends a subscription locks them in this order too. Tells whether it
     * is there still; its notices went with it.
     */
    private static boolean lock(Handle transaction, UUID subscription) {
        return transaction
                .createQuery("SELECT id FROM subscription WHERE id = :id FOR NO KEY UPDATE")
                .bind("id", subscription)
                .mapTo(UUID.class)
                .findOne()
                .isPresent();
    }

    /** @param held only if that lease is still the one that holds; empty for whoever has just locked it */
    private static void quiet(Handle transaction, UUID subscription, @Nullable Instant until, @Nullable Instant held) {
        transaction
                .createUpdate("""
                        UPDATE subscription SET quiet_until = :until
                        WHERE id = :id AND (CAST(:held AS timestamptz) IS NULL OR quiet_until = :held)
                        """)
                .bind("until", until == null ? null : at(until))
                .bind("id", subscription)
                .bind("held", held == null ? null : at(held))
                .execute();
    }

    /** What came while a letter was on its way waits with all that follows it. */
    private static void collect(Handle transaction, UUID subscription, Instant until) {
        transaction
                .createUpdate("""
                        UPDATE notice_due SET next_try_at = :until
                        WHERE subscription_id = :subscription AND seq IS NOT NULL AND next_try_at < :until
                        """) // the unique index
                .bind("until", at(until))
                .bind("subscription", subscription)
                .execute();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
