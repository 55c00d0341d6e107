package id.sipakatau.deadline;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.city.Category;
import id.sipakatau.city.City;
import id.sipakatau.city.Kind;
import id.sipakatau.complaint.Act;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.DismissalReason;
import id.sipakatau.complaint.Filing;
import id.sipakatau.complaint.History;
import id.sipakatau.complaint.IllegalTransition;
import id.sipakatau.complaint.Outcome;
import id.sipakatau.complaint.Progress;
import id.sipakatau.complaint.Promises;
import id.sipakatau.complaint.Proof;
import id.sipakatau.complaint.TestComplaints;
import id.sipakatau.complaint.Validation;
import id.sipakatau.journal.Actor;
import id.sipakatau.journal.Journal;
import id.sipakatau.testing.Makassar;
import id.sipakatau.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The clocks of complaints, whatever happens to them. */
class ClocksTest {

    private static final City CITY = Makassar.city();
    private static final Actor ADMINISTRATOR = Actor.administrator(UUID.randomUUID());
    /** A Monday morning at ten. */
    private static final Instant MONDAY = Instant.parse("2026-07-13T02:00:00Z");

    private static final Jdbi JDBI = TestDatabase.jdbi();

    private final Clocks clocks = new Clocks(CITY);
    private final Journal journal = new Journal(clocks);
    private Instant now = MONDAY;
    private final Complaints complaints = TestComplaints.on(JDBI, CITY, journal, () -> now);

    /** Somebody who may do it does it, if it can be done. */
    record Attempt(Act act, Category category, Duration later, boolean flag) {}

    @Property(tries = 25)
    void whatever_happens_the_clocks_tell_who_is_waited_for_and_can_be_made_anew_from_the_journal(
            @ForAll("kinds") Kind kind,
            @ForAll("categories") Category category,
            @ForAll("attempts") List<Attempt> attempts) {
        now = MONDAY;
        var filing = TestComplaints.filing(kind, category);
        complaints.file(filing, Complaints.Beside.NOTHING);
        var history = History.filed(filing, complaint(filing).trackingNumber(), now, CITY);
        for (var attempt : attempts) {
            now = now.plus(attempt.later);
            var before = complaint(filing);
            try {
                complaints.change(filing.id(), before.version(), by(attempt.act, before), step(attempt));
                history.then(by(attempt.act, before), now, step(attempt));
            } catch (IllegalTransition no) {
                // Then nothing happened.
            }
            assertRunningAsTheComplaintSays(complaint(filing));
        }
        var kept = of(filing);
        assertThat(JDBI.<Map<Clock, Moved>, RuntimeException>withHandle(
                        handle -> clocks.moved(handle, filing.id(), journal)))
                .as("nothing moves while the calendar stays as it is")
                .isEmpty();
        JDBI.useTransaction(transaction -> {
            delete(transaction, filing);
            assertThat(clocks.makeMissing(transaction, journal)).isEqualTo(1);
        });
        assertThat(of(filing)).as("made anew from the journal").isEqualTo(kept);
        JDBI.useTransaction(transaction -> {
            delete(transaction, filing);
            clocks.store(transaction, List.of(history));
        });
        assertThat(of(filing)).as("loaded with the whole history").isEqualTo(kept);
    }

    private static void delete(Handle transaction, Filing filing) {
        transaction.execute("DELETE FROM complaint_clock WHERE complaint_id = ?", filing.id());
    }

    private void assertRunningAsTheComplaintSays(Complaint complaint) {
        var running = JDBI.withHandle(handle -> clocks.running(handle, complaint.id(), now));
        assertThat(running).extracting(ClockRun::clock).doesNotHaveDuplicates();
        assertThat(running.stream().anyMatch(run -> run.clock() == Clock.VALIDATION))
                .as("the administrator is waited for")
                .isEqualTo(complaint.verdict().validation() == Validation.PENDING);
        var agency = complaint.subject().agency();
        var atWork = complaint.isHandledBy(agency) && complaint.handling().progress() != Progress.DONE;
        var work =
                running.stream().filter(run -> run.clock() == Clock.RESOLUTION).findFirst();
        var proposed = complaint.handling().proposal() != null;
        assertThat(work.isPresent()).as("the agency is waited for").isEqualTo(atWork && !proposed);
        assertThat(running.stream().anyMatch(run -> run.clock() == Clock.APPROVAL))
                .as("the head is waited for")
                .isEqualTo(atWork && proposed);
        work.ifPresent(run -> {
            assertThat(run.agency()).isEqualTo(agency);
            assertThat(run.dueAt()).isEqualTo(complaint.handling().promisedBy());
            assertThat(run.standsSince()).isEqualTo(complaint.handling().askedAt());
            assertThat(run.stands(now)).isEqualTo(Promises.stands(complaint, now, CITY));
            assertThat(run.due(now)).isEqualTo(Promises.due(complaint, now, CITY));
        });
        running.stream().filter(run -> run.clock() == Clock.FIRST_ANSWER).forEach(run -> {
            assertThat(atWork).isTrue();
            assertThat(run.agency()).isEqualTo(agency);
        });
    }

    @Example
    void the_first_answer_is_a_word_and_not_a_click() {
        var filing = accepted("kebersihan");
        take(filing, (c, at) -> c.start(operator(c), at, "  "));
        assertThat(running(filing)).contains(Clock.FIRST_ANSWER);
        take(filing, (c, at) -> c.ask(operator(c), at, "Di sebelah mana?"));
        assertThat(running(filing)).containsExactly(Clock.RESOLUTION);

        var another = accepted("kebersihan");
        take(another, (c, at) -> c.start(operator(c), at, "Petugas sedang ke sana."));
        assertThat(running(another)).containsExactly(Clock.RESOLUTION);
    }

    @Example
    void handed_over_the_new_agencys_clocks_start_anew_and_the_old_ones_keep_their_time() {
        var filing = accepted("kebersihan");
        var first = of(filing);
        now = now.plus(Duration.ofHours(30));
        var other = ordinary("pariwisata");
        take(filing, (c, at) -> c.handOver(operator(c), at, other.id(), "Bukan urusan kami.", CITY));
        var runs = of(filing);
        assertThat(runs).hasSize(5);
        assertThat(runs.subList(1, 3)).allSatisfy(run -> {
            assertThat(run.agency()).isEqualTo("kebersihan");
            assertThat(run.droppedAt()).isEqualTo(now);
            assertThat(run.startedAt()).isEqualTo(MONDAY);
        });
        assertThat(runs.subList(1, 3))
                .extracting(ClockRun::dueAt)
                .isEqualTo(first.subList(1, 3).stream().map(ClockRun::dueAt).toList());
        assertThat(runs.subList(3, 5)).allSatisfy(run -> {
            assertThat(run.agency()).isEqualTo("pariwisata");
            assertThat(run.startedAt()).isEqualTo(now);
            assertThat(run.isRunning()).isTrue();
        });
    }

    @Example
    void a_question_stops_the_work_no_longer_than_the_city_says() {
        var filing = accepted("kebersihan");
        take(filing, (c, at) -> c.ask(operator(c), at, "Di sebelah mana?"));
        var asked = complaint(filing);
        var promised = requireNonNull(asked.handling().promisedBy());
        var pauseEnds = CITY.calendar().after(MONDAY, CITY.questionPause());
        var run = of(filing).getLast();
        assertThat(run.stands(pauseEnds.minusSeconds(1))).isTrue();
        assertThat(run.due(pauseEnds.minusSeconds(1))).isEqualTo(promised);
        assertThat(run.stands(pauseEnds)).isFalse();
        var moved = run.due(pauseEnds);
        assertThat(CITY.calendar().workingTimeBetween(promised, moved))
                .isEqualTo(CITY.calendar().workingTimeBetween(MONDAY, pauseEnds));

        now = pauseEnds.plus(Duration.ofDays(30));
        take(filing, (c, at) -> c.reply(Actor.REPORTER, at, "Di utara.", 0, CITY));
        assertThat(complaint(filing).handling().promisedBy())
                .as("an answer after that moves nothing more")
                .isEqualTo(moved);
        assertThat(of(filing).getLast().urgency(now)).isEqualTo("late");
    }

    @Example
    void an_emergency_is_waited_for_by_administrator_and_agency_at_once_and_around_the_clock() {
        // Saturday at 23:40.
        now = Instant.parse("2026-07-11T15:40:00Z");
        var emergency = CITY.categories().stream()
                .filter(Category::emergency)
                .findFirst()
                .orElseThrow();
        var filing = TestComplaints.filing(Kind.COMPLAINT, emergency);
        complaints.file(filing, Complaints.Beside.NOTHING);
        assertThat(running(filing)).containsExactlyInAnyOrder(Clock.VALIDATION, Clock.FIRST_ANSWER, Clock.RESOLUTION);
        assertThat(of(filing).subList(0, 2))
                .allSatisfy(
                        run -> assertThat(Duration.between(now, run.dueAt())).isLessThan(Duration.ofHours(2)));
    }

    @Example
    void contested_work_is_waited_for_again_but_the_first_answer_was_given() {
        var filing = accepted("kebersihan");
        take(filing, (c, at) -> c.start(operator(c), at, ""));
        take(filing, (c, at) -> c.finish(operator(c), at, Outcome.RESOLVED, "Beres.", Proof.of(1), CITY));
        assertThat(running(filing)).isEmpty();
        now = now.plus(Duration.ofDays(1));
        take(filing, (c, at) -> c.contest(Actor.REPORTER, at, "Masih kotor.", 0, CITY));
        assertThat(running(filing)).containsExactly(Clock.RESOLUTION);
        assertThat(of(filing).getLast().startedAt()).isEqualTo(now);
    }

    @Example
    void the_work_counts_to_the_proposal_that_is_approved_and_runs_on_where_it_is_sent_back() {
        var filing = proposable();
        var due = of(filing).getLast().dueAt();
        take(filing, (c, at) -> c.start(operator(c), at, ""));
        now = now.plus(Duration.ofHours(3));
        var first = now;
        take(filing, (c, at) -> c.propose(operator(c), at, Outcome.ANSWERED, "Sudah kami tegur.", Proof.of(0), CITY));
        assertThat(running(filing))
                .as("the reporter has heard nothing yet")
                .containsExactlyInAnyOrder(Clock.FIRST_ANSWER, Clock.APPROVAL);
        assertThat(complaint(filing).handling().progress()).isEqualTo(Progress.IN_PROGRESS);

        now = now.plus(Duration.ofDays(2));
        take(filing, (c, at) -> c.sendBack(head(c), true, "Siapa yang ditegur?"));
        var work = run(filing, Clock.RESOLUTION);
        assertThat(work.isRunning()).as("as if nothing had been proposed").isTrue();
        assertThat(work.dueAt()).isEqualTo(due);
        assertThat(run(filing, Clock.APPROVAL).metAt()).isEqualTo(now);

        now = now.plus(Duration.ofHours(1));
        var second = now;
        take(filing, (c, at) -> c.propose(operator(c), at, Outcome.ANSWERED, "Jukir di pasar.", Proof.of(0), CITY));
        now = now.plus(Duration.ofDays(1));
        take(filing, (c, at) -> c.approve(head(c), at, true, CITY));
        assertThat(running(filing)).isEmpty();
        assertThat(run(filing, Clock.RESOLUTION).metAt()).isEqualTo(second).isAfter(first);
        assertThat(run(filing, Clock.APPROVAL).metAt()).isEqualTo(now);
        assertThat(run(filing, Clock.FIRST_ANSWER).metAt()).isEqualTo(now);
        assertThat(complaint(filing).handling().finishedAt()).isEqualTo(now);
    }

    private ClockRun run(Filing filing, Clock clock) {
        return of(filing).stream()
                .filter(each -> each.clock() == clock)
                .reduce((one, later) -> later)
                .orElseThrow();
    }

    private Filing proposable() {
        var filing = TestComplaints.filing(
                Kind.COMPLAINT, CITY.category("premanisme-pungli").orElseThrow());
        complaints.file(filing, Complaints.Beside.NOTHING);
        take(filing, (c, at) -> c.accept(ADMINISTRATOR, at, CITY));
        return filing;
    }

    private Filing accepted(String agency) {
        var filing = TestComplaints.filing(Kind.COMPLAINT, ordinary(agency));
        complaints.file(filing, Complaints.Beside.NOTHING);
        take(filing, (c, at) -> c.accept(ADMINISTRATOR, at, CITY));
        return filing;
    }

    private void take(Filing filing, Complaints.Step step) {
        complaints.change(filing.id(), complaint(filing).version(), ADMINISTRATOR, step);
    }

    private Complaint complaint(Filing filing) {
        return complaints.find(filing.id()).orElseThrow();
    }

    private List<ClockRun> of(Filing filing) {
        return JDBI.withHandle(handle -> clocks.of(handle, filing.id()));
    }

    private List<Clock> running(Filing filing) {
        return of(filing).stream()
                .filter(ClockRun::isRunning)
                .map(ClockRun::clock)
                .toList();
    }

    private static Category ordinary(String agency) {
        return CITY.categories(agency).stream()
                .filter(category -> !category.emergency())
                .findFirst()
                .orElseThrow();
    }

    private static Actor operator(Complaint complaint) {
        return Actor.operator(UUID.randomUUID(), complaint.subject().agency());
    }

    private static Actor head(Complaint complaint) {
        return Actor.head(UUID.randomUUID(), complaint.subject().agency());
    }

    private static Actor by(Act act, Complaint complaint) {
        return switch (act) {
            case RETURNED -> head(complaint);
            case FINISHED -> complaint.handling().proposal() == null ? operator(complaint) : head(complaint);
            case STARTED, ASKED, PROPOSED, WITHDRAWN, HANDED_OVER, DISPUTED -> operator(complaint);
            case APPEALED, SHARPENED, REPLIED, CONTESTED, CONFIRMED, FILED -> Actor.REPORTER;
            case ACCEPTED, DISMISSED, MERGED, CORRECTED, SHIELDED, SETTLED, INVOLVED, RECALLED -> ADMINISTRATOR;
            case RESCHEDULED, PART_STARTED, PART_FINISHED, PART_RECALLED -> Actor.SYSTEM;
        };
    }

    private static Complaints.Step step(Attempt a) {
        return (c, at) -> {
            var actor = by(a.act, c);
            return switch (a.act) {
                // Parts have clocks of their own (InvolvementTest).
                case FILED, MERGED, RESCHEDULED, INVOLVED, RECALLED, PART_STARTED, PART_FINISHED, PART_RECALLED ->
                    throw new IllegalTransition(a.act, IllegalTransition.Why.WRONG_STATE);
                case ACCEPTED -> c.accept(actor, at, CITY);
                case DISMISSED -> c.dismiss(actor, at, DismissalReason.TEST, "Hanya uji coba");
                case APPEALED -> c.appeal(actor, at, "Mohon diperiksa lagi");
                case SHARPENED -> c.sharpen(actor, at);
                case CORRECTED -> c.correct(actor, at, c.subject().kind(), a.category.id(), CITY);
                case SHIELDED -> c.shield(actor, at, a.flag, !a.flag);
                case STARTED -> c.start(actor, at, a.flag ? "Kami mulai." : "");
                case ASKED -> c.ask(actor, at, "Di sebelah mana?");
                case REPLIED -> c.reply(actor, at, "Di depan masjid.", 0, CITY);
                case FINISHED ->
                    c.handling().proposal() == null
                            ? c.finish(actor, at, Outcome.RESOLVED, "Sudah beres", Proof.of(1), CITY)
                            : c.approve(actor, at, true, CITY);
                case PROPOSED -> c.propose(actor, at, Outcome.RESOLVED, "Sudah beres", Proof.of(1), CITY);
                case RETURNED -> c.sendBack(actor, true, "Fotonya kabur");
                case WITHDRAWN -> c.withdraw(actor);
                case HANDED_OVER -> c.handOver(actor, at, a.category.id(), "Bukan urusan kami", CITY);
                case DISPUTED -> c.dispute(actor, at, "Bukan urusan kami");
                case SETTLED -> c.settle(actor, at, a.category.id(), "Jalan ini milik kota", CITY);
                case CONTESTED -> c.contest(actor, at, "Masih kotor", 0, CITY);
                case CONFIRMED -> c.confirm(actor, at, 4, "");
            };
        };
    }

    @Provide
    Arbitrary<Kind> kinds() {
        return Arbitraries.of(Kind.COMPLAINT, Kind.COMPLAINT, Kind.ASPIRATION, Kind.INFORMATION);
    }

    @Provide
    Arbitrary<Category> categories() {
        return Arbitraries.of(true, false)
                .tuple2()
                .flatMap(drawn -> Arbitraries.of(CITY.categories().stream()
                        .filter(category -> category.emergency() == drawn.get1())
                        // Often one whose completion is approved.
                        .filter(category ->
                                !drawn.get2() || category.deadlines().getLast().approval() != null)
                        .toList()));
    }

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        var weights =
                Map.of(Act.ACCEPTED, 6, Act.STARTED, 5, Act.FINISHED, 4, Act.PROPOSED, 4, Act.ASKED, 4, Act.REPLIED, 3);
        var acts = Arbitraries.frequency(List.of(Act.values()).stream()
                .map(act -> Tuple.of(weights.getOrDefault(act, 2), act))
                .toList());
        return Combinators.combine(
                        acts,
                        categories(),
                        Arbitraries.of(7, 90, 60 * 24, 60 * 24 * 9, 60 * 24 * 25)
                                .map(Duration::ofMinutes),
                        Arbitraries.of(true, false))
                .as(Attempt::new)
                .list()
                .ofMinSize(4)
                .ofMaxSize(25);
    }
}
