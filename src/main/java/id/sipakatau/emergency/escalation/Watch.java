package id.sipakatau.emergency.escalation;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Looks on every node for calls that nobody has seen in time, and for summons to send; each on a thread of its own. */
@Singleton
class Watch {

    private static final Logger LOG = Logger.getLogger(Watch.class);

    /** A level is taken within a second of its time, also when the node that had it has just died. */
    private static final Duration EVERY = Duration.ofMillis(250);

    private final Escalation escalation;
    private final Summons summons;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("emergency-watch-", 0).factory());

    Watch(Escalation escalation, Summons summons) {
        this.escalation = escalation;
        this.summons = summons;
    }

    void start(@Observes StartupEvent started) {
        every(escalation::next);
        every(summons::next);
    }

    void stop(@Observes ShutdownEvent stopped) {
        timer.shutdownNow();
    }

    private void every(BooleanSupplier look) {
        timer.scheduleWithFixedDelay(() -> untilNone(look), 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void untilNone(BooleanSupplier look) {
        try {
            boolean found = look.getAsBoolean();
            while (found) {
                found = look.getAsBoolean();
            }
        } catch (RuntimeException e) {
            // An exception that escapes would end the timer for good; the next look does what this one could not.
            LOG.warn("Calls that nobody has seen could not be looked for; trying again at once", e);
        }
    }
}
