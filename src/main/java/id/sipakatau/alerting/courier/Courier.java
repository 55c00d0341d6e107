package id.sipakatau.alerting.courier;

import id.sipakatau.alerting.letters.Site;
import id.sipakatau.alerting.subscription.Subscription.Channel;
import id.sipakatau.alerting.subscription.Subscriptions;
import id.sipakatau.journal.JournalFeed;
import id.sipakatau.post.Post;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Delivers what is due, on each node: at once when something has happened, and now and then to try again. Letters and
 * messages go apart, so that a slow mail server keeps no message waiting.
 */
@ApplicationScoped
public class Courier {

    private static final int LETTERS_AT_ONCE = 4;
    private static final int MESSAGES_AT_ONCE = 8;
    private static final Duration SWEEP = Duration.ofHours(1);

    private final Post post;
    private final Site site;
    private final Subscriptions subscriptions;
    private final List<Lane> lanes;
    private final CountDownLatch stop = new CountDownLatch(1);

    Courier(NoticeQueue queue, Delivery delivery, Post post, Site site, Subscriptions subscriptions) {
        this.post = post;
        this.site = site;
        this.subscriptions = subscriptions;
        lanes = List.of(
                new Lane(Channel.EMAIL, LETTERS_AT_ONCE, queue, delivery::of),
                new Lane(Channel.PUSH, MESSAGES_AT_ONCE, queue, delivery::of));
    }

    /** Whether letters can be sent at all: there is a way, and an address for their links. */
    public boolean canMail() {
        return post.canMail() && site.address().isPresent();
    }

    /** Something may be due. */
    public void wake() {
        lanes.forEach(Lane::wake);
    }

    void start(@Observes StartupEvent started, JournalFeed feed) {
        feed.listen(heard -> wake());
        lanes.forEach(Lane::start);
        Thread.ofVirtual().name("courier-sweep").start(this::sweep);
    }

    void stop(@Observes ShutdownEvent ended) throws InterruptedException {
        stop.countDown();
        for (var lane : lanes) {
            lane.stop();
        }
    }

    /** Addresses that never said yes are forgotten. */
    private void sweep() {
        try {
            do {
                try {
                    subscriptions.forgetUnanswered();
                } catch (RuntimeException e) {
                    Log.warn("Unanswered addresses could not be forgotten and will be later", e);
                }
            } while (!stop.await(SWEEP.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
