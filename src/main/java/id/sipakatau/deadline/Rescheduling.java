package id.sipakatau.deadline;

import id.sipakatau.complaint.ChangedMeanwhile;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.journal.Actor;
import id.sipakatau.journal.Journal;
import id.sipakatau.journal.JournalFeed;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Moves what is waited for when the calendar has changed: some complaints at a time, by one node, and where that one dies
 * another goes on behind what was done. A complaint that was moved already is not moved again.
 */
@ApplicationScoped
class Rescheduling {

    static final int AT_ONCE = 50;
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int TRIES = 5;

    private final Jdbi jdbi;
    private final Complaints complaints;
    private final Clocks clocks;
    private final CalendarChanges changes;
    private final Journal journal;
    private final InstantSource clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("rescheduling").factory());

    Rescheduling(
            Jdbi jdbi,
            Complaints complaints,
            Clocks clocks,
            CalendarChanges changes,
            Journal journal,
            InstantSource clock) {
        this.jdbi = jdbi;
        this.complaints = complaints;
        this.clocks = clocks;
        this.changes = changes;
        this.journal = journal;
        this.clock = clock;
    }

    private record Open(long id, @Nullable UUID reached) {}

    void start(@Observes StartupEvent started, JournalFeed feed) {
        timer.scheduleWithFixedDelay(this::look, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
        feed.listen(news -> {
            if (CalendarChanges.isNewsOfTheCalendar(news)) {
                timer.execute(this::look);
            }
        });
    }

    void stop(@Observes ShutdownEvent stopped) {
        timer.shutdownNow();
    }

    private void look() {
        try {
            while (step()) {
                // Until nothing is left.
            }
        } catch (RuntimeException e) {
            // An exception that escapes would end the timer for good; the next look does what this one could not.
            Log.warn("Deadlines could not follow the calendar; trying again soon", e);
        }
    }

    /** Looks at some complaints; tells whether there may be more. */
    boolean step() {
        return jdbi.inTransaction(transaction -> {
            var open = open(transaction);
            if (open.isEmpty()) {
                return false;
            }
            changes.load();
            var some = next(transaction, open.get());
            int moved = 0;
            for (var complaint : some) {
                moved += move(complaint) ? 1 : 0;
            }
            note(transaction, open.get(), some.size(), moved, some.isEmpty() ? null : some.getLast());
            return true;
        });
    }

    /** A change that another node has in hand is left to it. */
    private static Optional<Open> open(Handle transaction) {
        return transaction
                .createQuery("""
                        SELECT id, reached FROM calendar_change WHERE finished_at IS NULL
                        ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
                        """) // index calendar_change_unfinished
                .mapTo(Open.class)
                .findOne();
    }

    private static List<UUID> next(Handle transaction, Open open) {
        return transaction
                .createQuery("""
                        SELECT DISTINCT complaint_id FROM running_clock
                        WHERE CAST(:reached AS uuid) IS NULL OR complaint_id > :reached
                        ORDER BY complaint_id LIMIT :most
                        """) // index complaint_clock_running
                .bind("reached", open.reached)
                .bind("most", AT_ONCE)
                .mapTo(UUID.class)
                .list();
    }

    private void note(Handle transaction, Open open, int lookedAt, int moved, @Nullable UUID last) {
        transaction
                .createUpdate("""
                        UPDATE calendar_change
                        SET looked_at = looked_at + :looked, moved = moved + :moved, reached = coalesce(:last, reached),
                            finished_at = CASE WHEN :looked < :most THEN CAST(:now AS timestamptz) END
                        WHERE id = :id
                        """)
                .bind("looked", lookedAt)
                .bind("moved", moved)
                .bind("last", last)
                .bind("most", AT_ONCE)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("id", open.id)
                .execute();
    }

    /** In the transaction of the step: what a dead node had moved was moved and counted, or neither. */
    private boolean move(UUID id) {
        for (int tries = 1; ; tries++) {
            var complaint = complaints.find(id).orElseThrow();
            var moved = jdbi.withHandle(handle -> clocks.moved(handle, id, journal));
            if (moved.isEmpty()) {
                return false;
            }
            var facts = new HashMap<String, Object>();
            moved.forEach((which, where) -> facts.put(which.name(), where.facts()));
            var work = moved.get(Clock.RESOLUTION);
            var promised = work == null ? complaint.handling().promisedBy() : work.to();
            try {
                complaints.change(
                        id,
                        complaint.version(),
                        Actor.SYSTEM,
                        (c, now) -> c.reschedule(Actor.SYSTEM, now, promised, facts));
                return true;
            } catch (ChangedMeanwhile faster) {
                if (tries == TRIES) {
                    throw faster;
                }
            }
        }
    }
}
