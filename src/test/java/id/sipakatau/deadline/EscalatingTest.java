package id.sipakatau.deadline;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.city.City;
import id.sipakatau.city.Kind;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.Filing;
import id.sipakatau.complaint.Outcome;
import id.sipakatau.complaint.Proof;
import id.sipakatau.complaint.TestComplaints;
import id.sipakatau.journal.Actor;
import id.sipakatau.journal.Journal;
import id.sipakatau.testing.Makassar;
import id.sipakatau.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Clocks that run out, with a clock that the test moves. */
class EscalatingTest {

    private static final City CITY = Makassar.city();
    private static final Actor ADMINISTRATOR = Actor.administrator(UUID.randomUUID());
    /** A Monday morning at ten. */
    private static final Instant MONDAY = Instant.parse("2026-07-13T02:00:00Z");

    private final Jdbi jdbi = TestDatabase.jdbi();
    private final Clocks clocks = new Clocks(CITY);
    private final Journal journal = new Journal(clocks);
    private volatile Instant now = MONDAY;
    private final Complaints complaints = TestComplaints.on(jdbi, CITY, journal, () -> now);

    @Test
    void each_step_comes_at_its_share_of_the_clock_and_changes_nothing() {
        var filing = accepted();
        var before = complaints.find(filing.id()).orElseThrow();
        var work = running(filing);
        assertThat(work.level()).isZero();

        now = requireNonNull(work.nextLevelAt()).minusSeconds(1);
        assertThat(levels(filing, node())).isEmpty();
        now = work.nextLevelAt();
        assertThat(levels(filing, node())).containsExactly("OPERATOR");
        now = work.dueAt().minusSeconds(1);
        assertThat(levels(filing, node())).containsExactly("OPERATOR");
        now = work.dueAt();
        assertThat(levels(filing, node())).containsExactly("OPERATOR", "HEAD");
        now = now.plus(Duration.ofDays(60));
        assertThat(levels(filing, node())).containsExactly("OPERATOR", "HEAD", "ADMINISTRATOR", "MAYOR");
        assertThat(running(filing).nextLevelAt()).isNull();
        assertThat(complaints.find(filing.id())).contains(before);
    }

    @Test
    void the_approval_of_an_emergency_is_waited_for_around_the_clock() {
        // Friday night at half past eleven, before a weekend: the head has four hours.
        now = Instant.parse("2026-07-17T15:00:00Z");
        var filing = TestComplaints.filing(
                Kind.COMPLAINT, CITY.category("gas-bahan-berbahaya").orElseThrow());
        complaints.file(filing, Complaints.Beside.NOTHING);
        var operator = Actor.operator(UUID.randomUUID(), "pemadam");
        complaints.change(filing.id(), 1, operator, (c, at) -> c.start(operator, at, "Regu berangkat."));
        var proposed = Instant.parse("2026-07-17T15:30:00Z");
        now = proposed;
        complaints.change(
                filing.id(),
                2,
                operator,
                (c, at) -> c.propose(operator, at, Outcome.RESOLVED, "Keran sudah ditutup.", Proof.of(0), CITY));
        var expected = List.of("OPERATOR", "HEAD", "ADMINISTRATOR", "MAYOR");
        var after = List.of(3, 4, 6, 8);
        for (int i = 0; i < expected.size(); i++) {
            now = proposed.plus(Duration.ofHours(after.get(i))).minusSeconds(1);
            assertThat(approvals(filing)).isEqualTo(expected.subList(0, i));
            now = proposed.plus(Duration.ofHours(after.get(i)));
            assertThat(approvals(filing)).isEqualTo(expected.subList(0, i + 1));
        }
    }

    private List<String> approvals(Filing filing) {
        levels(filing, node());
        return noted(filing, Clock.APPROVAL);
    }

    @Test
    void two_nodes_note_each_step_once_and_catch_up_after_a_stop() throws Exception {
        var filings = IntStream.range(0, 60).mapToObj(i -> accepted()).toList();
        now = MONDAY.plus(Duration.ofDays(90));
        try (var nodes = Executors.newFixedThreadPool(2)) {
            var looks = IntStream.range(0, 2)
                    .mapToObj(i -> (Callable<Integer>) () -> {
                        var node = node();
                        int all = 0;
                        for (int some = node.step(); some > 0; some = node.step()) {
                            all += some;
                        }
                        return all;
                    })
                    .toList();
            nodes.invokeAll(looks).forEach(Future::resultNow);
        }
        // A node that found the other's rows locked may have left some for the next look.
        while (node().step() > 0) {}
        for (var filing : filings) {
            assertThat(noted(filing, Clock.RESOLUTION)).containsExactly("OPERATOR", "HEAD", "ADMINISTRATOR", "MAYOR");
            assertThat(noted(filing, Clock.FIRST_ANSWER)).containsExactly("OPERATOR", "HEAD", "ADMINISTRATOR", "MAYOR");
        }
    }

    @Test
    void what_a_killed_node_had_in_hand_another_notes() {
        var filing = accepted();
        now = running(filing).dueAt();
        // A connection of its own, as another node has.
        try (var killed = jdbi.open()) {
            killed.begin();
            killed.execute("SELECT id FROM complaint WHERE id = ? FOR UPDATE", filing.id());
            assertThat(node().step()).as("another has it in hand").isZero();
            killed.rollback();
        }
        assertThat(levels(filing, node())).containsExactly("OPERATOR", "HEAD");
    }

    @Test
    void a_clock_that_has_reached_more_steps_than_the_city_has_now_stops_no_other() {
        var odd = accepted();
        var filing = accepted();
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE complaint_clock SET level = ?, next_level_at = ? WHERE complaint_id = ? AND clock = 'RESOLUTION'",
                CITY.escalation().size(),
                MONDAY.atOffset(ZoneOffset.UTC),
                odd.id()));
        now = running(filing).dueAt();
        assertThat(levels(filing, node())).containsExactly("OPERATOR", "HEAD");
    }

    @Test
    void a_question_holds_the_steps_back_and_the_work_done_ends_them() {
        var filing = accepted();
        var operator = Actor.operator(UUID.randomUUID(), "kebersihan");
        complaints.change(filing.id(), 2, operator, (c, at) -> c.ask(operator, at, "Di mana?"));
        var standing = running(filing);
        now = requireNonNull(standing.standsUntil()).minusSeconds(1);
        assertThat(levels(filing, node())).isEmpty();
        complaints.change(filing.id(), 3, operator, (c, at) -> c.start(operator, at, ""));
        complaints.change(
                filing.id(),
                4,
                operator,
                (c, at) -> c.finish(operator, at, Outcome.RESOLVED, "Beres.", Proof.of(1), CITY));
        now = now.plus(Duration.ofDays(300));
        assertThat(levels(filing, node())).isEmpty();
    }

    @Test
    void made_anew_from_the_journal_nobody_is_told_twice() {
        var filing = accepted();
        now = running(filing).dueAt();
        levels(filing, node());
        var kept = jdbi.withHandle(handle -> clocks.of(handle, filing.id()));
        jdbi.useTransaction(transaction -> {
            transaction.execute("DELETE FROM complaint_clock");
            clocks.makeMissing(transaction, journal);
        });
        var anew = jdbi.withHandle(handle -> clocks.of(handle, filing.id()));
        assertThat(anew).isEqualTo(kept);
        assertThat(node().step()).isZero();
    }

    private Escalating node() {
        return new Escalating(jdbi, CITY, journal, () -> now);
    }

    /** Lets a node look until nothing is due and gives what it noted of the work. */
    private List<String> levels(Filing filing, Escalating node) {
        while (node.step() > 0) {}
        return noted(filing, Clock.RESOLUTION);
    }

    private List<String> noted(Filing filing, Clock which) {
        return complaints.history(filing.id()).stream()
                .filter(row -> row.act().equals(Escalating.ESCALATED))
                .filter(row -> which.name().equals(row.fact("clock")))
                .map(row -> String.valueOf(row.fact("to")))
                .toList();
    }

    private ClockRun running(Filing filing) {
        return jdbi.withHandle(handle -> clocks.of(handle, filing.id())).stream()
                .filter(run -> run.clock() == Clock.RESOLUTION)
                .findFirst()
                .orElseThrow();
    }

    private Filing accepted() {
        var category = CITY.categories("kebersihan").stream()
                .filter(each -> !each.emergency())
                .findFirst()
                .orElseThrow();
        var filing = TestComplaints.filing(Kind.COMPLAINT, category);
        complaints.file(filing, Complaints.Beside.NOTHING);
        complaints.change(filing.id(), 1, ADMINISTRATOR, (c, at) -> c.accept(ADMINISTRATOR, at, CITY));
        return filing;
    }
}
