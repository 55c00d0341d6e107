package id.sipakatau.emergency.escalation;

import id.sipakatau.city.City;
import id.sipakatau.post.Letter;
import id.sipakatau.post.NotSent;
import id.sipakatau.post.Post;
import id.sipakatau.web.Texts;
import io.quarkus.logging.Log;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Tells people on duty and heads of a call that nobody has seen, by short message and e-mail. A summons is held by its row while it
 * is sent, never the call itself; what a dead node had in hand another sends, so that one may come twice but none is lost.
 */
@ApplicationScoped
class Summons {

    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final int MOST_TRIES = 5;

    @CheckedTemplate(basePath = "emergency")
    static class Templates {
        static native TemplateInstance letter(String words);
    }

    private final Jdbi jdbi;
    private final City city;
    private final Post post;
    private final InstantSource clock;

    Summons(Jdbi jdbi, City city, Post post, InstantSource clock) {
        this.jdbi = jdbi;
        this.city = city;
        this.post = post;
        this.clock = clock;
    }

    private record Waiting(
            long id,
            String channel,
            String address,
            int tries,
            String trackingNumber,
            @Nullable String kelurahan,
            long crowd) {}

    /** Sends one; returns false if none is due, or another node has it in hand. */
    boolean next() {
        return jdbi.inTransaction(transaction -> {
            var waiting = transaction
                    .createQuery("""
                            SELECT s.id, s.channel, s.address, s.tries, c.tracking_number, c.kelurahan,
                                   (SELECT count(*) FROM emergency_call o
                                    WHERE o.crowd = e.crowd AND o.state = 'RECEIVED') AS crowd
                            FROM emergency_summons s
                            JOIN emergency_call e USING (complaint_id)
                            JOIN agency_complaint c ON c.id = s.complaint_id
                            WHERE s.next_try_at <= :now
                              AND (e.state = 'RECEIVED'
                                   OR EXISTS (SELECT FROM emergency_call o
                                              WHERE o.crowd = e.crowd AND o.state = 'RECEIVED'))
                            ORDER BY e.crowd IS NOT NULL, s.next_try_at, s.id LIMIT 1
                            FOR UPDATE OF s SKIP LOCKED
                            """) // indexes emergency_summons_next, emergency_call_crowd
                    .bind("now", clock.instant())
                    .mapTo(Waiting.class)
                    .findOne();
            waiting.ifPresent(summons -> send(transaction, summons));
            return waiting.isPresent();
        });
    }

    private void send(Handle transaction, Waiting summons) {
        try {
            deliver(summons);
            settle(transaction, summons, null);
        } catch (NotSent failed) {
            Log.warnf("A summons for %s did not leave: %s", summons.trackingNumber, failed.getMessage());
            var again = failed.isWorthRetrying() && summons.tries + 1 < MOST_TRIES;
            settle(transaction, summons, again ? PAUSE : null);
        }
    }

    private void settle(Handle transaction, Waiting summons, @Nullable Duration again) {
        transaction
                .createUpdate("UPDATE emergency_summons SET tries = tries + 1, next_try_at = :next WHERE id = :id")
                .bind("next", again == null ? null : clock.instant().plus(again))
                .bind("id", summons.id)
                .execute();
    }

    /** The words name the number and the area, or how many there are, nothing of a caller. */
    private void deliver(Waiting summons) {
        var texts = Texts.of(Texts.INDONESIAN);
        var area = summons.kelurahan == null
                ? texts.text("emergency_where_unknown")
                : city.areas().kelurahan(summons.kelurahan).orElseThrow().name();
        var words = summons.crowd > 1
                ? texts.text("emergency_summons_crowd", summons.crowd)
                : texts.text("emergency_summons", summons.trackingNumber, area);
        if (summons.channel.equals("SMS")) {
            post.sms(summons.address, words);
        } else {
            var html = Templates.letter(words).render();
            var subject = texts.text("emergency_summons_subject");
            post.mail(new Letter(summons.address, subject, words, html, Texts.INDONESIAN, Map.of()));
        }
    }
}
