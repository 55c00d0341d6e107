package id.sipakatau.alerting.courier;

import id.sipakatau.alerting.AlertingSettings;
import id.sipakatau.alerting.courier.NoticeQueue.Outcome;
import id.sipakatau.alerting.courier.NoticeQueue.Taken;
import id.sipakatau.alerting.letters.Letters;
import id.sipakatau.alerting.letters.Message;
import id.sipakatau.alerting.letters.Notice;
import id.sipakatau.alerting.letters.Notices;
import id.sipakatau.alerting.letters.PublicNews;
import id.sipakatau.alerting.letters.Site;
import id.sipakatau.alerting.push.PushServices;
import id.sipakatau.alerting.push.PushServices.Answer;
import id.sipakatau.alerting.subscription.Rhythm;
import id.sipakatau.alerting.subscription.Subscription;
import id.sipakatau.alerting.subscription.Subscriptions;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.journal.Journal;
import id.sipakatau.post.Letter;
import id.sipakatau.post.NotSent;
import id.sipakatau.post.Post;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Sends one thing that is due, as what may be told at this moment, and says what became of it. */
@ApplicationScoped
class Delivery {

    private static final Duration LONGEST_PAUSE = Duration.ofHours(4);

    /** A push service that asks for more is not believed. */
    private static final Duration LONGEST_WANTED = Duration.ofDays(1);

    /** About a day and a half with the usual pauses; older news is none. */
    private static final int TRIES = 16;

    private static final Outcome DONE = new Outcome.Done(Duration.ZERO);

    private final Subscriptions subscriptions;
    private final Notices notices;
    private final PublicNews publicNews;
    private final Letters letters;
    private final Complaints complaints;
    private final Journal journal;
    private final Jdbi jdbi;
    private final Post post;
    private final PushServices services;
    private final Site site;
    private final Duration firstPause;

    Delivery(
            Subscriptions subscriptions,
            Notices notices,
            PublicNews publicNews,
            Letters letters,
            Complaints complaints,
            Journal journal,
            Jdbi jdbi,
            Post post,
            PushServices services,
            Site site,
            AlertingSettings settings) {
        this.subscriptions = subscriptions;
        this.notices = notices;
        this.publicNews = publicNews;
        this.letters = letters;
        this.complaints = complaints;
        this.journal = journal;
        this.jdbi = jdbi;
        this.post = post;
        this.services = services;
        this.site = site;
        this.firstPause = settings.firstPause();
    }

    Outcome of(Taken taken) {
        try {
            return subscriptions
                    .find(taken.subscription())
                    .map(subscription -> to(subscription, taken))
                    .orElseGet(Outcome.Gone::new);
        } catch (RuntimeException fault) {
            // One that cannot be written is tried again as one that could not be sent.
            Log.errorf(fault, "Notice %d, try %d", taken.ids().getFirst(), taken.attempts());
            return later(taken, Duration.ZERO);
        }
    }

    private Outcome to(Subscription subscription, Taken taken) {
        var complaintId = subscription.complaintId();
        if (taken.rows().isEmpty()) {
            return site.address()
                    .map(address -> mail(taken, letters.question(address, subscription), DONE))
                    .orElseGet(() -> later(taken, Duration.ZERO));
        }
        if (complaintId == null) {
            return ofNews(subscription, taken);
        }
        return complaints
                .find(complaintId)
                .map(complaint -> ofComplaint(subscription, complaint, taken))
                .orElseGet(Outcome.Gone::new);
    }

    private Outcome ofComplaint(Subscription subscription, Complaint complaint, Taken taken) {
        var seq = taken.rows().getFirst();
        var notice = notice(seq, subscription, complaint);
        if (notice.isEmpty()) {
            return DONE;
        }
        if (subscription.isEmail()) {
            return site.address()
                    .map(address ->
                            mail(taken, letters.notice(address, subscription, complaint, notice.get(), seq), DONE))
                    .orElseGet(() -> later(taken, Duration.ZERO));
        }
        var tag = complaint.trackingNumber().text();
        return push(taken, subscription, Message.of(notice.get(), letters.page(subscription, complaint), tag), DONE);
    }

    private Outcome ofNews(Subscription subscription, Taken taken) {
        var news = publicNews.of(taken.rows(), subscription.followed(), subscription.locale());
        if (news.isEmpty()) {
            return DONE;
        }
        var told = new Outcome.Done(Rhythm.pause(subscription.channel()));
        if (subscription.isEmail()) {
            var last = Collections.max(taken.rows());
            return site.address()
                    .map(address -> mail(taken, letters.news(address, subscription, news.get(), last), told))
                    .orElseGet(() -> later(taken, Duration.ZERO));
        }
        var notice = letters.notice(subscription, news.get());
        return push(taken, subscription, Message.of(notice, news.get().page(), subscription.topic()), told);
    }

    private Outcome mail(Taken taken, Letter letter, Outcome sent) {
        try {
            post.mail(letter);
            return sent;
        } catch (NotSent failure) {
            Log.warnf("Notice %d, try %d: %s", taken.ids().getFirst(), taken.attempts(), failure.getMessage());
            return failure.isWorthRetrying() ? later(taken, Duration.ZERO) : DONE;
        }
    }

    private Outcome push(Taken taken, Subscription subscription, Message message, Outcome sent) {
        return switch (services.send(subscription.browser(), message.bytes(), subscription.topic())) {
            case Answer.Taken() -> sent;
            case Answer.Gone() -> new Outcome.Gone();
            case Answer.Busy(var after) -> later(taken, after);
            case Answer.Refused(var status) -> {
                Log.warnf(
                        "Notice %d was refused by its push service: %d",
                        taken.ids().getFirst(), status);
                yield DONE;
            }
        };
    }

    private Optional<Notice> notice(long seq, Subscription subscription, Complaint complaint) {
        return jdbi.withHandle(handle -> journal.rows(handle, List.of(seq))).stream()
                .findFirst()
                .flatMap(row -> notices.of(row, complaint, subscription.audience(), subscription.locale()));
    }

    /** @param wanted how long the other side wants to be left alone at least */
    private Outcome later(Taken taken, Duration wanted) {
        if (taken.attempts() >= TRIES) {
            Log.errorf("Notice %d was given up after %d tries", taken.ids().getFirst(), TRIES);
            return DONE;
        }
        var pause = firstPause.multipliedBy(1L << (taken.attempts() - 1));
        var ours = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
        var theirs = wanted.compareTo(LONGEST_WANTED) < 0 ? wanted : LONGEST_WANTED;
        return new Outcome.Later(ours.compareTo(theirs) < 0 ? theirs : ours);
    }
}
