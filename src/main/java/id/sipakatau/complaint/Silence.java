package id.sipakatau.complaint;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Who says nothing agrees: once the period of the city is over, done work counts as confirmed. Runs on every node. */
@Singleton
class Silence {

    private static final Logger LOG = Logger.getLogger(Silence.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int AT_ONCE = 100;

    private final Complaints complaints;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("silence").factory());

    Silence(Complaints complaints) {
        this.complaints = complaints;
    }

    void start(@Observes StartupEvent started) {
        timer.scheduleWithFixedDelay(this::look, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent stopped) {
        timer.shutdownNow();
    }

    private void look() {
        try {
            int confirmed = complaints.confirmSilent(AT_ONCE);
            while (confirmed == AT_ONCE) {
                confirmed = complaints.confirmSilent(AT_ONCE);
            }
        } catch (RuntimeException e) {
            // An exception that escapes would end the timer for good; the next look does what this one could not.
            LOG.warn("What was finished could not be taken for confirmed; trying again soon", e);
        }
    }
}
