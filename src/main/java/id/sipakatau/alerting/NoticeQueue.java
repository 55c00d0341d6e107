package id.sipakatau.alerting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What is still to be sent. It is held by a lock while it is on its way, so that a courier who dies lets go of it. */
@ApplicationScoped
class NoticeQueue {

    /**
     * One thing to send.
     *
     * @param seq the row of the journal that it tells of; empty for the question whether notices are wanted
     * @param attempts how often it failed before
     */
    record Due(long id, UUID subscriptionId, @Nullable Long seq, int attempts) {}

    /** What became of it. */
    sealed interface Outcome {
        /** Sent, or not to be sent at all. */
        record Done() implements Outcome {}

        /** Whoever was to hear of it is no longer there. */
        record Gone() implements Outcome {}

        /** To be tried again after that time. */
        record Later(Duration pause) implements Outcome {}
    }

    private final Jdbi jdbi;
    private final InstantSource clock;

    NoticeQueue(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Gives what is longest due to whoever delivers, and notes what became of it. False if nothing was due. */
    boolean next(Function<Due, Outcome> deliver) {
        return jdbi.inTransaction(transaction -> {
            var due = transaction
                    .createQuery("""
                            SELECT id, subscription_id, seq, attempts FROM notice_due
                            WHERE next_try_at <= :now ORDER BY next_try_at LIMIT 1
                            FOR UPDATE SKIP LOCKED
                            """) // index notice_due_next
                    .bind("now", now())
                    .mapTo(Due.class)
                    .findOne();
            due.ifPresent(found -> note(transaction, found, deliver.apply(found)));
            return due.isPresent();
        });
    }

    private void note(Handle transaction, Due due, Outcome outcome) {
        switch (outcome) {
            case Outcome.Done() ->
                transaction
                        .createUpdate("DELETE FROM notice_due WHERE id = :id")
                        .bind("id", due.id)
                        .execute();
            case Outcome.Gone() ->
                transaction
                        .createUpdate("DELETE FROM subscription WHERE id = :id")
                        .bind("id", due.subscriptionId)
                        .execute();
            case Outcome.Later(var pause) ->
                transaction
                        .createUpdate(
                                "UPDATE notice_due SET attempts = attempts + 1, next_try_at = :next WHERE id = :id")
                        .bind("next", now().plus(pause))
                        .bind("id", due.id)
                        .execute();
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
