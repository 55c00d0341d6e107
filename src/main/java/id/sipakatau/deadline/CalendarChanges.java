package id.sipakatau.deadline;

import id.sipakatau.city.City;
import id.sipakatau.city.DeclaredDay;
import id.sipakatau.city.Holiday;
import id.sipakatau.city.Localized;
import id.sipakatau.journal.Actor;
import id.sipakatau.journal.Entry;
import id.sipakatau.journal.Journal;
import id.sipakatau.journal.JournalFeed;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What administrators change in the year's holidays. Every node reckons by it as soon as it hears of it: a change is a row of
 * the journal too, and that is what tells it.
 */
@ApplicationScoped
class CalendarChanges {

    /** The act of a change in the journal. */
    static final String CHANGED = "CALENDAR_CHANGED";

    private final Jdbi jdbi;
    private final City city;
    private final Journal journal;
    private final InstantSource clock;

    CalendarChanges(Jdbi jdbi, City city, Journal journal, InstantSource clock) {
        this.jdbi = jdbi;
        this.city = city;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * What a day is to be.
     *
     * @param kind empty for a day like any other
     * @param name of the holiday; empty likewise
     */
    record Day(
            LocalDate day,
            Holiday.@Nullable Kind kind,
            @Nullable String name) {
        static Day free(LocalDate day) {
            return new Day(day, null, null);
        }
    }

    /** How far the deadlines have followed a change; the columns of its table. */
    record Progress(
            long id,
            Instant at,
            String reason,
            int waiting,
            int lookedAt,
            int moved,
            @Nullable Instant finishedAt) {}

    private record Row(
            Instant at,
            LocalDate day,
            @Nullable String kind,
            @Nullable String name,
            String reason) {}

    /** Before anything is reckoned. */
    void start(@Observes @Priority(100) StartupEvent started, JournalFeed feed) {
        load();
        feed.listen(news -> {
            if (isNewsOfTheCalendar(news)) {
                Thread.ofVirtual().name("calendar").start(this::reload);
            }
        });
    }

    static boolean isNewsOfTheCalendar(JournalFeed.News news) {
        return switch (news) {
            case JournalFeed.Gap() -> true;
            case JournalFeed.Added(var rows) ->
                rows.stream().anyMatch(row -> row.act().equals(CHANGED));
        };
    }

    /** Changes days, all or none. */
    void change(List<Day> days, String reason, Actor by) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        jdbi.useTransaction(transaction -> {
            insert(transaction, days, reason, at);
            var dates = days.stream().map(day -> day.day.toString()).toList();
            journal.append(
                    transaction, new Entry(null, at, CHANGED, by, Map.of("days", dates), Map.of("reason", reason)));
        });
        load();
    }

    private static void insert(Handle transaction, List<Day> days, String reason, Instant at) {
        var change = transaction
                .createQuery("""
                        INSERT INTO calendar_change (at, reason, waiting)
                        SELECT :at, :reason, count(DISTINCT complaint_id) FROM running_clock
                        RETURNING id
                        """) // index complaint_clock_running
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("reason", reason)
                .mapTo(Long.class)
                .one();
        for (var day : days) {
            transaction
                    .createUpdate("""
                            INSERT INTO calendar_day (change_id, day, kind, name) VALUES (:change, :day, :kind, :name)
                            """)
                    .bind("change", change)
                    .bind("day", day.day)
                    .bind("kind", day.kind == null ? null : day.kind.name())
                    .bind("name", day.name)
                    .execute();
        }
    }

    /** Tells the calendar everything that was declared. One at a time, so that an older reading never replaces a newer one. */
    synchronized void load() {
        city.calendar()
                .declare(jdbi.withHandle(handle -> handle.createQuery("""
                                SELECT c.at, d.day, d.kind, d.name, c.reason
                                FROM calendar_day d JOIN calendar_change c ON c.id = d.change_id ORDER BY c.id
                                """)
                        .mapTo(Row.class)
                        .map(CalendarChanges::declared)
                        .list()));
    }

    private void reload() {
        try {
            load();
        } catch (RuntimeException e) {
            Log.warn("The changes of the calendar could not be read; the next look of the deadlines reads them", e);
        }
    }

    /** The last change, as long as people may want to know of it. */
    Optional<Progress> last() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT id, at, reason, waiting, looked_at, moved, finished_at
                        FROM calendar_change ORDER BY id DESC LIMIT 1
                        """).mapTo(Progress.class).findOne());
    }

    private static DeclaredDay declared(Row row) {
        var holiday = row.kind == null || row.name == null
                ? null
                : new Holiday(row.day, new Localized(row.name, row.name), Holiday.Kind.valueOf(row.kind), row.reason);
        return new DeclaredDay(row.at, row.day, holiday);
    }
}
