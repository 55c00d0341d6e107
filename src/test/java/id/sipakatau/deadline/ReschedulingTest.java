package id.sipakatau.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.city.City;
import id.sipakatau.city.Holiday;
import id.sipakatau.city.Kind;
import id.sipakatau.city.Term;
import id.sipakatau.city.folder.CityFolder;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.Filing;
import id.sipakatau.complaint.Outcome;
import id.sipakatau.complaint.Proof;
import id.sipakatau.complaint.TestComplaints;
import id.sipakatau.complaint.Timeline;
import id.sipakatau.deadline.CalendarChanges.Day;
import id.sipakatau.journal.Actor;
import id.sipakatau.journal.Journal;
import id.sipakatau.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A calendar that changes during the year, and what was promised before. */
class ReschedulingTest {

    private static final Actor ADMINISTRATOR = Actor.administrator(UUID.randomUUID());
    /** A Monday morning at ten; the next days are ordinary working days. */
    private static final Instant MONDAY = Instant.parse("2026-07-13T02:00:00Z");

    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 7, 15);

    /** How many are open where a node dies halfway; docs/measurements.md gives the time for 20,000. */
    private static final int OPEN = Integer.getInteger("sipakatau.rescheduled", Rescheduling.AT_ONCE + 20);

    /** Two nodes of one installation, each with the calendar that it has heard of. */
    private final Jdbi jdbi = TestDatabase.jdbi();

    private Instant now = MONDAY;
    private final Node one = new Node();
    private final Node other = new Node();

    private final class Node {
        final City city = new CityFolder(Path.of("city/makassar")).read();
        final Clocks clocks = new Clocks(city);
        final Journal journal = new Journal(clocks);
        final Complaints complaints = TestComplaints.on(jdbi, city, journal, () -> now);
        final CalendarChanges changes = new CalendarChanges(jdbi, city, journal, () -> now);
        final Rescheduling rescheduling = new Rescheduling(jdbi, complaints, clocks, changes, journal, () -> now);
    }

    @Test
    void a_new_holiday_moves_what_is_open_once_and_leaves_what_is_done() {
        var open = accepted(one);
        var done = accepted(one);
        finish(done);
        var before = complaint(open);
        var beforeDone = complaint(done);
        now = MONDAY.plusSeconds(3600);
        one.changes.change(List.of(holiday(WEDNESDAY)), "Keputusan tiga menteri", ADMINISTRATOR);
        while (other.rescheduling.step()) {}

        var after = complaint(open);
        assertThat(after.handling().promisedBy())
                .isEqualTo(one.city.calendar().after(MONDAY, term(open)))
                .isAfter(before.handling().promisedBy());
        assertThat(complaint(done)).isEqualTo(beforeDone);
        var row = one.complaints.history(open.id()).getLast();
        assertThat(row.act()).isEqualTo("RESCHEDULED");
        assertThat(row.actorRole()).isEqualTo(Actor.Role.SYSTEM);
        assertThat(String.valueOf(row.facts().get("RESOLUTION")))
                .contains(String.valueOf(before.handling().promisedBy()))
                .contains(String.valueOf(after.handling().promisedBy()));
        assertThat(Timeline.of(one.complaints.history(open.id()), Timeline.Reader.REPORTER)
                        .steps()
                        .getLast()
                        .act()
                        .name())
                .isEqualTo("RESCHEDULED");
        var progress = one.changes.last().orElseThrow();
        assertThat(progress.finishedAt()).isNotNull();
        assertThat(progress.lookedAt()).isEqualTo(progress.waiting()).isEqualTo(1);
        assertThat(progress.moved()).isEqualTo(1);
        assertThat(one.rescheduling.step()).isFalse();
        assertRebuilt(open);
        assertRebuilt(done);
    }

    @Test
    void a_holiday_that_is_moved_or_withdrawn_moves_deadlines_back() {
        now = MONDAY.minusSeconds(86_400L * 3);
        one.changes.change(List.of(holiday(WEDNESDAY)), "Keputusan tiga menteri", ADMINISTRATOR);
        now = MONDAY;
        other.changes.load();
        var open = accepted(other);
        var before = complaint(open).handling().promisedBy();
        now = MONDAY.plusSeconds(3600);
        one.changes.change(
                List.of(Day.free(WEDNESDAY), holiday(LocalDate.of(2026, 9, 1))), "Dipindahkan", ADMINISTRATOR);
        while (one.rescheduling.step()) {}
        assertThat(complaint(open).handling().promisedBy()).isBefore(before);
        assertThat(one.city.calendar().isWorkingDay(WEDNESDAY)).isTrue();
        assertThat(one.city.calendar().isWorkingDay(LocalDate.of(2026, 9, 1))).isFalse();
        assertRebuilt(open);
    }

    @Test
    void a_question_that_is_open_moves_too() {
        var open = accepted(one);
        var operator = Actor.operator(UUID.randomUUID(), "kebersihan");
        one.complaints.change(open.id(), 2, operator, (c, at) -> c.ask(operator, at, "Di mana?"));
        var before = work(open);
        now = MONDAY.plusSeconds(3600);
        one.changes.change(List.of(holiday(LocalDate.of(2026, 7, 22))), "Keputusan", ADMINISTRATOR);
        while (one.rescheduling.step()) {}
        var after = work(open);
        assertThat(after.standsSince()).isEqualTo(before.standsSince());
        assertThat(after.standsUntil()).isAfter(before.standsUntil());
        assertThat(after.dueAt())
                .isEqualTo(before.dueAt())
                .isEqualTo(complaint(open).handling().promisedBy());
        assertRebuilt(open);
    }

    @Test
    void where_one_node_dies_another_goes_on_behind_what_was_done() {
        var all = IntStream.range(0, OPEN).mapToObj(i -> accepted(one)).toList();
        now = MONDAY.plusSeconds(3600);
        one.changes.change(List.of(holiday(WEDNESDAY)), "Keputusan", ADMINISTRATOR);
        assertThat(one.rescheduling.step()).isTrue();
        var halfway = one.changes.last().orElseThrow();
        assertThat(halfway.lookedAt()).isEqualTo(Rescheduling.AT_ONCE);
        assertThat(halfway.finishedAt()).isNull();

        var start = System.nanoTime();
        while (other.rescheduling.step()) {}
        System.out.printf(
                "%,d open complaints followed the calendar in %.1f s%n", OPEN, (System.nanoTime() - start) / 1e9);
        assertThat(all)
                .allSatisfy(filing -> assertThat(one.complaints.history(filing.id()).stream()
                                .filter(row -> row.act().equals("RESCHEDULED")))
                        .hasSize(1));
        assertThat(one.changes.last().orElseThrow().moved()).isEqualTo(all.size());
    }

    private void assertRebuilt(Filing filing) {
        var kept = runs(filing);
        jdbi.useTransaction(transaction -> {
            transaction.execute("DELETE FROM complaint_clock WHERE complaint_id = ?", filing.id());
            one.changes.load();
            one.clocks.makeMissing(transaction, one.journal);
        });
        assertThat(runs(filing)).isEqualTo(kept);
    }

    private static Day holiday(LocalDate day) {
        return new Day(day, Holiday.Kind.JOINT_LEAVE, "Cuti bersama tambahan");
    }

    private Term term(Filing filing) {
        return filing.category().deadlinesOn(WEDNESDAY).resolution();
    }

    private ClockRun work(Filing filing) {
        return runs(filing).getLast();
    }

    private List<ClockRun> runs(Filing filing) {
        return jdbi.withHandle(handle -> one.clocks.of(handle, filing.id()));
    }

    private Complaint complaint(Filing filing) {
        return one.complaints.find(filing.id()).orElseThrow();
    }

    private void finish(Filing filing) {
        var operator = Actor.operator(UUID.randomUUID(), "kebersihan");
        one.complaints.change(filing.id(), 2, operator, (c, at) -> c.start(operator, at, ""));
        one.complaints.change(
                filing.id(),
                3,
                operator,
                (c, at) -> c.finish(operator, at, Outcome.RESOLVED, "Beres.", Proof.of(1), one.city));
    }

    private static Filing accepted(Node node) {
        var category = node.city.categories("kebersihan").stream()
                .filter(each -> !each.emergency())
                .findFirst()
                .orElseThrow();
        var filing = TestComplaints.filing(Kind.COMPLAINT, category);
        node.complaints.file(filing, Complaints.Beside.NOTHING);
        node.complaints.change(filing.id(), 1, ADMINISTRATOR, (c, at) -> c.accept(ADMINISTRATOR, at, node.city));
        return filing;
    }
}
