package id.sipakatau.deadline;

import id.sipakatau.city.City;
import id.sipakatau.journal.Actor;
import id.sipakatau.journal.Entry;
import id.sipakatau.journal.Journal;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Notes in the journal which clocks have reached a step of the city's escalation. When each of them reaches the next one
 * stands in the table of the clocks: that is all there is to plan, so that it survives a restart, and what was missed during a
 * stop is caught up with, one step after the other. However many nodes look, each step is noted once.
 */
@ApplicationScoped
class Escalating {

    /** The act of a step in the journal; it never changes a complaint. */
    static final String ESCALATED = "ESCALATED";

    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final int AT_ONCE = 50;

    private final Jdbi jdbi;
    private final City city;
    private final Journal journal;
    private final InstantSource clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("escalating").factory());

    Escalating(Jdbi jdbi, City city, Journal journal, InstantSource clock) {
        this.jdbi = jdbi;
        this.city = city;
        this.journal = journal;
        this.clock = clock;
    }

    /** A clock that has reached its next step. */
    record Climbing(
            UUID complaintId,
            int ordinal,
            Clock clock,
            @Nullable String agency,
            int level) {

        /** The row of the journal that notes it. */
        Entry entry(Instant at, City city) {
            var facts = new HashMap<String, Object>();
            facts.put("clock", clock.name());
            facts.put("ordinal", ordinal);
            facts.put("level", level + 1);
            facts.put("to", city.escalation().get(level).to().name());
            if (agency != null) {
                facts.put("agency", agency);
            }
            return new Entry(complaintId, at, ESCALATED, Actor.SYSTEM, facts, Map.of());
        }
    }

    void start(@Observes StartupEvent started) {
        timer.scheduleWithFixedDelay(this::look, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent stopped) {
        timer.shutdownNow();
    }

    private void look() {
        try {
            while (step() > 0) {
                // Until nothing is due.
            }
        } catch (RuntimeException e) {
            // An exception that escapes would end the timer for good; the next look does what this one could not.
            Log.warn("Clocks that ran out could not be noted; trying again soon", e);
        }
    }

    /** Notes some of what is due, the oldest first; tells how many steps. */
    int step() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return jdbi.inTransaction(transaction -> {
            // The complaint is locked too: whoever changes it reads the journal with this step in it. What another node
            // has in
            // hand, or somebody who is changing the complaint, is left to them and looked at again.
            var due = transaction
                    .createQuery("""
                            SELECT k.complaint_id, k.ordinal, k.clock, k.agency, k.level
                            FROM complaint_clock k JOIN complaint c ON c.id = k.complaint_id
                            WHERE k.next_level_at <= :now AND k.level < :steps
                            ORDER BY k.next_level_at LIMIT :most
                            FOR NO KEY UPDATE SKIP LOCKED
                            """) // index complaint_clock_climbing
                    .bind("now", now.atOffset(ZoneOffset.UTC))
                    // A city may have fewer of them than it had when a clock climbed.
                    .bind("steps", city.escalation().size())
                    .bind("most", AT_ONCE)
                    .mapTo(Climbing.class)
                    .list();
            due.forEach(each -> journal.append(transaction, each.entry(now, city)));
            return due.size();
        });
    }
}
