package id.sipakatau.alerting.courier;

import id.sipakatau.alerting.courier.NoticeQueue.Outcome;
import id.sipakatau.alerting.courier.NoticeQueue.Taken;
import id.sipakatau.alerting.subscription.Subscription.Channel;
import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Delivers what is due by one channel, a few at once and each on a thread of its own: a slow one holds up few others. */
final class Lane {

    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final Channel channel;
    private final int workers;
    private final NoticeQueue queue;
    private final Function<Taken, Outcome> delivery;
    private final Semaphore free;
    private final Semaphore news = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopping;

    /** @param workers how many are on their way at once, at most */
    Lane(Channel channel, int workers, NoticeQueue queue, Function<Taken, Outcome> delivery) {
        this.channel = channel;
        this.workers = workers;
        this.queue = queue;
        this.delivery = delivery;
        free = new Semaphore(workers);
        thread = Thread.ofPlatform().name("courier-" + channel).daemon().unstarted(this::work);
    }

    void start() {
        thread.start();
    }

    /** Something may be due. */
    void wake() {
        news.release();
    }

    /** Takes nothing more, and waits a little for what is on its way; what is not settled by then is sent again. */
    void stop() throws InterruptedException {
        stopping = true;
        wake();
        thread.join(FAREWELL);
        var done = free.tryAcquire(workers, FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        if (!done) {
            Log.infof("Something was on its way by %s when the program ended; it will be sent again", channel);
        }
    }

    private void work() {
        try {
            while (!stopping) {
                free.acquire();
                var taken = take();
                if (taken.isPresent()) {
                    Thread.ofVirtual().name("courier").start(() -> deliver(taken.get()));
                } else {
                    free.release();
                    news.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                    news.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Taken> take() {
        try {
            return stopping ? Optional.empty() : queue.take(channel);
        } catch (RuntimeException e) {
            warn(e);
            return Optional.empty();
        }
    }

    private void deliver(Taken taken) {
        try {
            queue.settle(taken, delivery.apply(taken));
        } catch (RuntimeException e) {
            warn(e);
        } finally {
            free.release();
            // More for the same subscription may have waited for this.
            wake();
        }
    }

    private void warn(RuntimeException e) {
        if (!stopping) {
            Log.warn("Notices could not be delivered and will be tried again", e);
        }
    }
}
