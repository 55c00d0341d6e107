package id.sipakatau.deadline;

import id.sipakatau.city.City;
import id.sipakatau.identity.StaffMail;
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
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * One letter each morning to everybody of the staff whose cases run out of time. Each person and day is a row that one node
 * takes for some minutes, sends, and settles; what a dead node had in hand another sends, under the same name, so that mail
 * servers know a letter that was sent twice. After a stop only today's letter is sent. On days off work only emergencies are
 * told, and nobody is written to who has nothing to read.
 */
@ApplicationScoped
class Digest {

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration IN_HAND = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int MOST_TRIES = 12;
    private static final int KEPT_DAYS = 30;

    private final Jdbi jdbi;
    private final City city;
    private final StaffMail mail;
    private final Attention attention;
    private final DigestLetter letters;
    private final Post post;
    private final InstantSource clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("digest").factory());

    Digest(
            Jdbi jdbi,
            City city,
            StaffMail mail,
            Attention attention,
            DigestLetter letters,
            Post post,
            InstantSource clock) {
        this.jdbi = jdbi;
        this.city = city;
        this.mail = mail;
        this.attention = attention;
        this.letters = letters;
        this.post = post;
        this.clock = clock;
    }

    private record Taken(UUID staffId, int tries) {}

    void start(@Observes StartupEvent started) {
        timer.scheduleWithFixedDelay(this::look, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent stopped) {
        timer.shutdownNow();
    }

    private void look() {
        try {
            send();
        } catch (RuntimeException e) {
            // An exception that escapes would end the timer for good; the next look does what this one could not.
            Log.warn("The letters of the morning could not be sent; trying again soon", e);
        }
    }

    /** Sends what is due now; tells how many letters left. */
    int send() {
        var local = clock.instant().atZone(city.zone());
        if (!post.canMail() || local.toLocalTime().isBefore(city.digestAt())) {
            return 0;
        }
        var day = local.toLocalDate();
        jdbi.useTransaction(transaction -> plan(transaction, day));
        int left = 0;
        for (var taken = take(day); taken.isPresent(); taken = take(day)) {
            if (deliver(taken.get(), day)) {
                left++;
            }
        }
        return left;
    }

    private void plan(Handle transaction, LocalDate day) {
        for (var reader : mail.readers(transaction)) {
            transaction
                    .createUpdate(
                            "INSERT INTO staff_digest (staff_id, day, tries) VALUES (:staff, :day, 0) ON CONFLICT DO NOTHING")
                    .bind("staff", reader.account())
                    .bind("day", day)
                    .execute();
        }
        transaction
                .createUpdate("DELETE FROM staff_digest WHERE day < :old")
                .bind("old", day.minusDays(KEPT_DAYS))
                .execute();
    }

    private Optional<Taken> take(LocalDate day) {
        var now = clock.instant();
        return jdbi.inTransaction(transaction -> transaction
                .createQuery("""
                        UPDATE staff_digest SET tries = tries + 1, not_before = :until
                        WHERE day = :day AND staff_id = (
                            SELECT staff_id FROM staff_digest
                            WHERE day = :day AND settled_at IS NULL AND (not_before IS NULL OR not_before <= :now)
                            ORDER BY staff_id LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING staff_id, tries
                        """) // primary key
                .bind("day", day)
                .bind("now", utc(now))
                .bind("until", utc(now.plus(IN_HAND)))
                .mapTo(Taken.class)
                .findOne());
    }

    /** Outside any transaction: a slow mail server holds no row. True if a letter left. */
    private boolean deliver(Taken taken, LocalDate day) {
        var reader = jdbi.withHandle(handle -> mail.reader(handle, taken.staffId));
        if (reader.isEmpty()) {
            settle(taken, day);
            return false;
        }
        var found = attention.morning(reader.get(), !city.calendar().isWorkingDay(day), DigestLetter.MOST);
        try {
            if (found.all() > 0) {
                post.mail(letters.of(reader.get(), found, day));
            }
        } catch (NotSent failed) {
            Log.warnf("A letter of the morning did not leave: %s", failed.getMessage());
            if (failed.isWorthRetrying() && taken.tries < MOST_TRIES) {
                postpone(taken, day);
            } else {
                settle(taken, day);
            }
            return false;
        }
        settle(taken, day);
        return found.all() > 0;
    }

    private void settle(Taken taken, LocalDate day) {
        update(
                "UPDATE staff_digest SET settled_at = :at WHERE staff_id = :staff AND day = :day",
                taken,
                day,
                clock.instant());
    }

    private void postpone(Taken taken, LocalDate day) {
        var later = clock.instant().plus(PAUSE);
        update("UPDATE staff_digest SET not_before = :at WHERE staff_id = :staff AND day = :day", taken, day, later);
    }

    private void update(String sql, Taken taken, LocalDate day, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(sql)
                .bind("at", utc(at))
                .bind("staff", taken.staffId)
                .bind("day", day)
                .execute());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
