package id.sipakatau.deadline;

import static java.util.Objects.requireNonNull;

import id.sipakatau.city.City;
import id.sipakatau.complaint.Act;
import id.sipakatau.complaint.History;
import id.sipakatau.database.CopyRows;
import id.sipakatau.deadline.Reckoning.Happening;
import id.sipakatau.journal.Entry;
import id.sipakatau.journal.Journal;
import id.sipakatau.journal.Recorded;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The clocks of all complaints, kept in step with the journal. */
@ApplicationScoped
public class Clocks implements Journal.Companion {

    private final City city;

    public Clocks(City city) {
        this.city = city;
    }

    /** Every clock that ever ran for a complaint, in the order in which they began. */
    public List<ClockRun> of(Handle handle, UUID complaint) {
        return handle.createQuery("""
                        SELECT ordinal, clock, agency, started_at, due_at, stands_since, stands_until, due_then, met_at,
                               dropped_at, level, next_level_at
                        FROM complaint_clock WHERE complaint_id = :complaint ORDER BY ordinal
                        """) // the primary key
                .bind("complaint", complaint)
                .mapTo(ClockRun.class)
                .list();
    }

    /** Those that somebody is still waited for, the nearest first. */
    public List<ClockRun> running(Handle handle, UUID complaint, Instant now) {
        return of(handle, complaint).stream()
                .filter(ClockRun::isRunning)
                .sorted((one, other) -> one.due(now).compareTo(other.due(now)))
                .toList();
    }

    /** A database from before there were clocks, or whose clocks were deleted to be made anew, gets them at the start. */
    void start(@Observes StartupEvent started, Jdbi jdbi, Journal journal) {
        jdbi.useTransaction(transaction -> makeMissing(transaction, journal));
    }

    @Override
    public void added(Handle transaction, Entry entry, Journal journal) {
        var isRead = entry.act().equals(Escalating.ESCALATED)
                || Act.named(entry.act()).isPresent();
        if (entry.complaintId() != null && isRead) {
            reckon(transaction, entry.complaintId(), journal);
        }
    }

    /** Makes the clocks of complaints that have none from the journal, in the caller's transaction; tells how many those are. */
    int makeMissing(Handle transaction, Journal journal) {
        var missing = transaction
                .createQuery("""
                        SELECT id FROM complaint
                        WHERE NOT EXISTS (SELECT FROM complaint_clock WHERE complaint_id = complaint.id)
                        """) // the primary key
                .mapTo(UUID.class)
                .list();
        missing.forEach(complaint -> reckon(transaction, complaint, journal));
        return missing.size();
    }

    /** Notes in a history that is loaded when its clocks reached which step of the city's escalation, up to a moment. */
    public void escalate(History history, Instant until) {
        var id = history.complaint().id();
        var happened = new ArrayList<Happening>();
        for (var entry : history.entries()) {
            climb(history, id, happened, entry.at());
            happened.add(happening(entry));
        }
        climb(history, id, happened, until);
    }

    private void climb(History history, UUID id, List<Happening> happened, Instant until) {
        for (var next = first(happened, until); next.isPresent(); next = first(happened, until)) {
            var run = next.get();
            var step = new Escalating.Climbing(id, run.ordinal(), run.clock(), run.agency(), run.level());
            var entry = step.entry(requireNonNull(run.nextLevelAt()), city);
            history.note(entry);
            happened.add(happening(entry));
        }
    }

    /** The clock that reaches its next step first, before a moment. */
    private Optional<ClockRun> first(List<Happening> happened, Instant until) {
        return Reckoning.of(happened, city).stream()
                .filter(run -> run.nextLevelAt() != null && run.nextLevelAt().isBefore(until))
                .min(Comparator.comparing(ClockRun::nextLevelAt));
    }

    private static Happening happening(Entry entry) {
        return new Happening(entry.at(), entry.act(), entry.facts());
    }

    /** Stores the clocks of complaints that are loaded with their whole history, in the caller's transaction. */
    public void store(Handle transaction, List<History> histories) {
        var rows = CopyRows.into(transaction, """
                COPY complaint_clock (complaint_id, ordinal, clock, agency, started_at, due_at, stands_since, stands_until,
                                      due_then, met_at, dropped_at, level, next_level_at) FROM STDIN
                """);
        for (var history : histories) {
            var happened = history.entries().stream().map(Clocks::happening).toList();
            for (var run : Reckoning.of(happened, city)) {
                rows.add(history.complaint().id())
                        .add(run.ordinal())
                        .add(run.clock())
                        .add(run.agency())
                        .add(run.startedAt())
                        .add(run.dueAt())
                        .add(run.standsSince())
                        .add(run.standsUntil())
                        .add(run.dueThen())
                        .add(run.metAt())
                        .add(run.droppedAt())
                        .add(run.level())
                        .add(run.nextLevelAt())
                        .endRow();
            }
        }
        rows.finish();
    }

    /** What today's calendar makes of the running clocks of a complaint; those that it leaves where they are not. */
    Map<Clock, Moved> moved(Handle handle, UUID complaint, Journal journal) {
        var kept = of(handle, complaint);
        var anew = Reckoning.anew(happened(journal.of(handle, complaint)), city);
        var moved = new EnumMap<Clock, Moved>(Clock.class);
        // While a completion waits for approval its deadline follows the calendar, since it may be sent back.
        boolean waits = kept.stream().anyMatch(run -> run.clock() == Clock.APPROVAL && run.isRunning());
        for (int i = 0; i < kept.size(); i++) {
            boolean proposed = waits && kept.get(i).clock() == Clock.RESOLUTION && i == last(kept);
            if ((kept.get(i).isRunning() || proposed) && Moved.differs(kept.get(i), anew.get(i))) {
                moved.put(kept.get(i).clock(), Moved.between(kept.get(i), anew.get(i)));
            }
        }
        return moved;
    }

    /** Where the last run of the work is. */
    private static int last(List<ClockRun> runs) {
        int last = runs.size() - 1;
        while (last >= 0 && runs.get(last).clock() != Clock.RESOLUTION) {
            last--;
        }
        return last;
    }

    private void reckon(Handle transaction, UUID complaint, Journal journal) {
        var batch = transaction.prepareBatch("""
                INSERT INTO complaint_clock (complaint_id, ordinal, clock, agency, started_at, due_at, stands_since,
                                             stands_until, due_then, met_at, dropped_at, level, next_level_at)
                VALUES (:complaint, :ordinal, :clock, :agency, :started, :due, :since, :until, :then, :met, :dropped,
                        :level, :next)
                ON CONFLICT (complaint_id, ordinal) DO UPDATE
                SET due_at = excluded.due_at, stands_since = excluded.stands_since, stands_until = excluded.stands_until,
                    due_then = excluded.due_then, met_at = excluded.met_at, dropped_at = excluded.dropped_at,
                    level = excluded.level, next_level_at = excluded.next_level_at
                WHERE complaint_clock.* IS DISTINCT FROM excluded.*
                """);
        for (var run : Reckoning.of(happened(journal.of(transaction, complaint)), city)) {
            batch.bind("complaint", complaint)
                    .bind("ordinal", run.ordinal())
                    .bind("clock", run.clock().name())
                    .bind("agency", run.agency())
                    .bind("started", at(run.startedAt()))
                    .bind("due", at(run.dueAt()))
                    .bind("since", at(run.standsSince()))
                    .bind("until", at(run.standsUntil()))
                    .bind("then", at(run.dueThen()))
                    .bind("met", at(run.metAt()))
                    .bind("dropped", at(run.droppedAt()))
                    .bind("level", run.level())
                    .bind("next", at(run.nextLevelAt()))
                    .add();
        }
        batch.execute();
    }

    private static List<Happening> happened(List<Recorded> history) {
        return history.stream()
                .map(row -> new Happening(row.at(), row.act(), row.facts()))
                .toList();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
