package id.sipakatau.readiness;

import id.sipakatau.journal.Actor;
import id.sipakatau.journal.Entry;
import id.sipakatau.journal.Journal;
import id.sipakatau.journal.JournalFeed;
import id.sipakatau.web.Situation;
import id.sipakatau.web.Situation.Declared;
import id.sipakatau.web.Situation.Level;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What was declared about the city's emergency mode. Each declaration is a row of its own and one of the journal, which is what
 * tells the other nodes. Nothing has to run for a mode to end: {@link Situation} reckons it from the clock.
 */
@ApplicationScoped
class CityModes {

    /** The act of a declaration in the journal. */
    static final String SET = "CITY_MODE_SET";

    /** How far ahead the end of a mode may lie. */
    static final Duration LONGEST = Duration.ofDays(7);

    static final int LONGEST_REASON = 500;
    static final int LONGEST_MESSAGE = 200;

    private final Jdbi jdbi;
    private final Journal journal;
    private final Situation situation;
    private final InstantSource clock;

    CityModes(Jdbi jdbi, Journal journal, Situation situation, InstantSource clock) {
        this.jdbi = jdbi;
        this.journal = journal;
        this.situation = situation;
        this.clock = clock;
    }

    /**
     * A declaration; the columns of its table.
     *
     * @param id counts from 1
     * @param message to the public; empty with {@link Level#OFF}, like the end
     * @param messageEnglish empty where nobody wrote it
     * @param declaredBy account of whoever declared it
     */
    record Declaration(
            long id,
            Instant at,
            Level mode,
            String reason,
            @Nullable String message,
            @Nullable String messageEnglish,
            @Nullable Instant endsAt,
            UUID declaredBy) {

        /** What it tells the public; empty where it ended a mode. */
        @Nullable
        Declared declared() {
            return message == null || endsAt == null ? null : new Declared(mode, message, messageEnglish, endsAt);
        }
    }

    /** Before a page is shown. */
    void start(@Observes @Priority(100) StartupEvent started, JournalFeed feed) {
        load();
        feed.listen(news -> {
            if (isNewsOfTheMode(news)) {
                Thread.ofVirtual().name("city-mode").start(this::reload);
            }
        });
    }

    private static boolean isNewsOfTheMode(JournalFeed.News news) {
        return switch (news) {
            case JournalFeed.Gap() -> true;
            case JournalFeed.Added(var rows) ->
                rows.stream().anyMatch(row -> row.act().equals(SET));
        };
    }

    /**
     * Declares a mode.
     *
     * @param wanted what the public is told; empty ends what holds
     * @param seen id of the last declaration that the person knew, 0 for none
     * @return whether it was declared; not where somebody else declared something meanwhile
     */
    boolean declare(@Nullable Declared wanted, String reason, long seen, Actor by) {
        boolean done = jdbi.inTransaction(transaction -> {
            // One after the other, so that nobody overrules what they have not read. Readers don't wait.
            transaction.execute("LOCK TABLE city_mode IN SHARE ROW EXCLUSIVE MODE");
            if (last(transaction).map(Declaration::id).orElse(0L) != seen) {
                return false;
            }
            var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
            insert(transaction, wanted, reason, at, by);
            journal.append(transaction, new Entry(null, at, SET, by, facts(wanted, by), words(wanted, reason)));
            return true;
        });
        load();
        return done;
    }

    private static void insert(Handle transaction, @Nullable Declared wanted, String reason, Instant at, Actor by) {
        transaction
                .createUpdate("""
                        INSERT INTO city_mode (at, mode, reason, message, message_english, ends_at, declared_by)
                        VALUES (:at, :mode, :reason, :message, :english, :ends, :by)
                        """)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("mode", (wanted == null ? Level.OFF : wanted.level()).name())
                .bind("reason", reason)
                .bind("message", wanted == null ? null : wanted.message())
                .bind("english", wanted == null ? null : wanted.english())
                .bind("ends", wanted == null ? null : wanted.endsAt().atOffset(ZoneOffset.UTC))
                .bind("by", Objects.requireNonNull(by.account(), "somebody declares it"))
                .execute();
    }

    private static Map<String, Object> facts(@Nullable Declared wanted, Actor by) {
        var facts = new HashMap<String, Object>();
        facts.put("mode", (wanted == null ? Level.OFF : wanted.level()).name());
        if (wanted != null) {
            facts.put("endsAt", wanted.endsAt().toString());
        }
        if (by.agency() != null) {
            facts.put("agency", by.agency());
        }
        return facts;
    }

    private static Map<String, Object> words(@Nullable Declared wanted, String reason) {
        var words = new HashMap<String, Object>(Map.of("reason", reason));
        if (wanted != null) {
            words.put("message", wanted.message());
            if (wanted.english() != null) {
                words.put("messageEnglish", wanted.english());
            }
        }
        return words;
    }

    /** Tells the pages what was declared last. One at a time, so that an older reading never replaces a newer one. */
    synchronized void load() {
        situation.set(
                jdbi.withHandle(CityModes::last).map(Declaration::declared).orElse(null));
    }

    private void reload() {
        try {
            load();
        } catch (RuntimeException e) {
            Log.warn("The city's emergency mode could not be read; the feed's next connection reads it", e);
        }
    }

    /** The last declarations, the newest first. */
    List<Declaration> newest(Handle handle, int most) {
        return handle.createQuery("""
                        SELECT id, at, mode, reason, message, message_english, ends_at, declared_by
                        FROM city_mode ORDER BY id DESC LIMIT :most
                        """) // its primary key
                .bind("most", most)
                .mapTo(Declaration.class)
                .list();
    }

    private static Optional<Declaration> last(Handle handle) {
        return handle.createQuery("""
                        SELECT id, at, mode, reason, message, message_english, ends_at, declared_by
                        FROM city_mode ORDER BY id DESC LIMIT 1
                        """).mapTo(Declaration.class).findOne();
    }
}
