package id.sipakatau.alerting;

import id.sipakatau.alerting.NoticeQueue.Due;
import id.sipakatau.alerting.NoticeQueue.Outcome;
import id.sipakatau.alerting.push.PushServices;
import id.sipakatau.alerting.push.PushServices.Answer;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.journal.Journal;
import id.sipakatau.journal.JournalFeed;
import id.sipakatau.post.Letter;
import id.sipakatau.post.NotSent;
import id.sipakatau.post.Post;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Delivers what is due, on each node: at once when something has happened, and now and then to try again. */
@ApplicationScoped
class Courier {

    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration SWEEP = Duration.ofHours(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(4);

    /** A push service that asks for more is not believed. */
    private static final Duration LONGEST_WANTED = Duration.ofDays(1);

    /** About a day and a half with the usual pauses; older news is none. */
    private static final int TRIES = 16;

    private final NoticeQueue queue;
    private final Subscriptions subscriptions;
    private final Notices notices;
    private final Letters letters;
    private final Complaints complaints;
    private final Journal journal;
    private final Jdbi jdbi;
    private final Post post;
    private final PushServices services;
    private final Site site;
    private final Duration firstPause;
    private final InstantSource clock;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean stopping;
    private Instant swept = Instant.EPOCH;
    private @Nullable Thread thread;

    Courier(
            NoticeQueue queue,
            Subscriptions subscriptions,
            Notices notices,
            Letters letters,
            Complaints complaints,
            Journal journal,
            Jdbi jdbi,
            Post post,
            PushServices services,
            Site site,
            AlertingSettings settings,
            InstantSource clock) {
        this.queue = queue;
        this.subscriptions = subscriptions;
        this.notices = notices;
        this.letters = letters;
        this.complaints = complaints;
        this.journal = journal;
        this.jdbi = jdbi;
        this.post = post;
        this.services = services;
        this.site = site;
        this.firstPause = settings.firstPause();
        this.clock = clock;
    }

    /** Whether letters can be sent at all: there is a way, and an address for their links. */
    boolean canMail() {
        return post.canMail() && site.address().isPresent();
    }

    /** Something may be due. */
    void wake() {
        news.release();
    }

    void start(@Observes StartupEvent started, JournalFeed feed) {
        feed.listen(heard -> wake());
        thread = Thread.ofPlatform().name("courier").daemon().start(this::work);
    }

    void stop(@Observes ShutdownEvent ended) throws InterruptedException {
        stopping = true;
        wake();
        if (thread != null) {
            thread.join(Duration.ofSeconds(2));
        }
    }

    private void work() {
        try {
            while (!stopping) {
                deliverAll();
                news.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                news.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliverAll() {
        try {
            while (!stopping && queue.next(this::deliver)) {
                // The next one.
            }
            if (swept.plus(SWEEP).isBefore(clock.instant())) {
                swept = clock.instant();
                subscriptions.forgetUnanswered();
            }
        } catch (RuntimeException e) {
            if (!stopping) {
                Log.warn("Notices could not be delivered and will be tried again", e);
            }
        }
    }

    private Outcome deliver(Due due) {
        var subscription = subscriptions.find(due.subscriptionId()).orElseThrow();
        var complaint = complaints.find(subscription.complaintId());
        if (complaint.isEmpty()) {
            return new Outcome.Gone();
        }
        try {
            return subscription.isEmail()
                    ? mail(due, subscription, complaint.get())
                    : push(due, subscription, complaint.get());
        } catch (RuntimeException fault) {
            // One that cannot be written must not keep all others waiting behind it.
            Log.errorf(fault, "Notice %d, try %d", due.id(), due.attempts() + 1);
            return later(due, Duration.ZERO);
        }
    }

    private Outcome mail(Due due, Subscription subscription, Complaint complaint) {
        var address = site.address();
        if (address.isEmpty()) {
            return later(due, Duration.ZERO);
        }
        try {
            letter(due.seq(), subscription, complaint, address.get()).ifPresent(post::mail);
            return new Outcome.Done();
        } catch (NotSent failure) {
            Log.warnf("Notice %d, try %d: %s", due.id(), due.attempts() + 1, failure.getMessage());
            return failure.isWorthRetrying() ? later(due, Duration.ZERO) : new Outcome.Done();
        }
    }

    private Optional<Letter> letter(
            @Nullable Long seq, Subscription subscription, Complaint complaint, String address) {
        return seq == null
                ? Optional.of(letters.question(address, subscription, complaint))
                : notice(seq, subscription, complaint)
                        .map(notice -> letters.notice(address, subscription, complaint, notice, seq));
    }

    private Outcome push(Due due, Subscription subscription, Complaint complaint) {
        var notice = due.seq() == null ? Optional.<Notice>empty() : notice(due.seq(), subscription, complaint);
        if (notice.isEmpty()) {
            return new Outcome.Done();
        }
        var message = Message.of(notice.get(), letters.page(subscription, complaint), complaint);
        return switch (services.send(subscription.browser(), message.bytes(), subscription.topic())) {
            case Answer.Taken() -> new Outcome.Done();
            case Answer.Gone() -> new Outcome.Gone();
            case Answer.Busy(var after) -> later(due, after);
            case Answer.Refused(var status) -> {
                Log.warnf("Notice %d was refused by its push service: %d", due.id(), status);
                yield new Outcome.Done();
            }
        };
    }

    private Optional<Notice> notice(long seq, Subscription subscription, Complaint complaint) {
        return jdbi.withHandle(handle -> journal.rows(handle, List.of(seq))).stream()
                .findFirst()
                .flatMap(row -> notices.of(row, complaint, subscription.audience(), subscription.locale()));
    }

    /** @param wanted how long the other side wants to be left alone at least */
    private Outcome later(Due due, Duration wanted) {
        if (due.attempts() + 1 >= TRIES) {
            Log.errorf("Notice %d was given up after %d tries", due.id(), TRIES);
            return new Outcome.Done();
        }
        var pause = firstPause.multipliedBy(1L << due.attempts());
        var ours = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
        var theirs = wanted.compareTo(LONGEST_WANTED) < 0 ? wanted : LONGEST_WANTED;
        return new Outcome.Later(ours.compareTo(theirs) < 0 ? theirs : ours);
    }
}
