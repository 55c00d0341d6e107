package id.sipakatau.emergency.escalation;

import id.sipakatau.emergency.Lines;
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

/**
 * Looks on every node for calls that nobody has seen in time, and for summons to send; each on a thread of its own. Forgets the
 * lines from which calls came.
 */
@Singleton
class Watch {

    private static final Logger LOG = Logger.getLogger(Watch.class);

    /** A level is taken within a second of its time, also when the node that had it has just died. */
    private static final Duration EVERY = Duration.ofMillis(250);

    private static final Duration FORGETS_EVERY = Duration.ofMinutes(1);

    private final Escalation escalation;
    private final Summons summons;
    private final Lines lines;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(
            3, Thread.ofPlatform().daemon().name("emergency-watch-", 0).factory());

    Watch(Escalation escalation, Summons summons, Lines lines) {
        this.escalation = escalation;
        this.summons = summons;
        this.lines = lines;
    }

    void start(@Observes StartupEvent started) {
        every(EVERY, escalation::next);
        every(EVERY, summons::next);
        every(FORGETS_EVERY, () -> {
            lines.forget();
            return false;
        });
    }

    void stop(@Observes ShutdownEvent stopped) {
        timer.shutdownNow();
    }

    private void every(Duration pause, BooleanSupplier look) {
        timer.scheduleWithFixedDelay(() -> untilNone(look), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
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
