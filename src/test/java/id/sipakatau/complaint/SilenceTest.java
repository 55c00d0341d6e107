package id.sipakatau.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.city.Category;
import id.sipakatau.city.City;
import id.sipakatau.city.Kind;
import id.sipakatau.identity.Reporter;
import id.sipakatau.identity.Reporters;
import id.sipakatau.journal.Actor;
import id.sipakatau.journal.Journal;
import id.sipakatau.testing.GrownCity;
import id.sipakatau.testing.Makassar;
import id.sipakatau.testing.Plans;
import id.sipakatau.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What happens to done work of which its reporter says nothing. */
class SilenceTest {

    private static final City CITY = Makassar.city();
    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final Actor ADMINISTRATOR = Actor.administrator(UUID.randomUUID());

    private final Jdbi jdbi = TestDatabase.jdbi();

    @Test
    void what_is_silent_is_confirmed_once_however_many_nodes_look() throws Exception {
        var until = CITY.calendar().after(NOW, CITY.contestPeriod());
        var silent = IntStream.range(0, 30).mapToObj(i -> finished()).toList();
        var praised = finished();
        at(NOW).change(
                        praised.id(),
                        praised.version(),
                        Actor.REPORTER,
                        (c, now) -> c.confirm(Actor.REPORTER, now, 4, ""));
        assertThat(at(until).confirmSilent(100))
                .as("until then the reporter may answer")
                .isZero();

        var late = until.plusSeconds(1);
        try (var nodes = Executors.newFixedThreadPool(4)) {
            var looks = IntStream.range(0, 4)
                    .mapToObj(i -> (Callable<Integer>) () -> {
                        var node = at(late);
                        int all = 0;
                        for (int some = node.confirmSilent(3); some > 0; some = node.confirmSilent(3)) {
                            all += some;
                        }
                        return all;
                    })
                    .toList();
            assertThat(nodes.invokeAll(looks).stream()
                            .mapToInt(Future::resultNow)
                            .sum())
                    .isEqualTo(30);
        }
        for (var complaint : silent) {
            assertThat(at(late).find(complaint.id()).orElseThrow().handling().isConfirmedBySilence())
                    .isTrue();
            var history = at(late).history(complaint.id());
            assertThat(history)
                    .extracting("act")
                    .containsExactly("FILED", "ACCEPTED", "STARTED", "FINISHED", "CONFIRMED");
            assertThat(history.getLast().actorRole()).isEqualTo(Actor.Role.SYSTEM);
            assertThat(Timeline.of(history, Timeline.Reader.PUBLIC)
                            .steps()
                            .getLast()
                            .silent())
                    .isTrue();
        }
        assertThat(at(late).find(praised.id()).orElseThrow().handling().stars()).isEqualTo(4);
    }

    @Test
    void an_emergency_done_before_it_was_validated_leaves_its_reporter_the_whole_time_to_contest() {
        var emergency = CITY.categories().stream()
                .filter(Category::emergency)
                .findFirst()
                .orElseThrow();
        var filing = filing(emergency);
        var operator = Actor.operator(UUID.randomUUID(), emergency.agencyId());
        at(NOW).file(filing, Complaints.Beside.NOTHING);
        at(NOW).change(filing.id(), 1, operator, (c, now) -> c.start(operator, now, ""));
        at(NOW).change(
                        filing.id(),
                        2,
                        operator,
                        (c, now) -> c.finish(operator, now, Outcome.RESOLVED, "Padam.", Proof.of(1), CITY));
        // The administrator comes back after a long holiday.
        var late = CITY.calendar().after(NOW, CITY.contestPeriod()).plus(Duration.ofDays(3));
        at(late).change(filing.id(), 3, ADMINISTRATOR, (c, now) -> c.accept(ADMINISTRATOR, now, CITY));
        at(late).confirmSilent(100);

        var accepted = at(late).find(filing.id()).orElseThrow();
        assertThat(accepted.handling().contestableUntil())
                .isEqualTo(CITY.calendar().after(late, CITY.contestPeriod()));
        assertThat(accepted.isAnswerable(late)).isTrue();
        assertThat(accepted.contest(Actor.REPORTER, late, "Masih berasap.", 0, CITY)
                        .after()
                        .handling()
                        .progress())
                .isEqualTo(Progress.NOT_STARTED);
    }

    @Test
    void the_look_reads_what_is_silent_and_not_the_years_behind_it() {
        var journal = new Journal();
        var clock = InstantSource.fixed(GrownCity.NOW);
        var city = GrownCity.jdbi();
        var complaints = new Complaints(city, CITY, journal, new Reporters(journal, clock), new FollowKey(city), clock);
        new Plans(city).all(() -> complaints.confirmSilent(5)).getFirst().reads("complaint_silent", 100);
    }

    private Complaint finished() {
        var category = CITY.categories("kebersihan").stream()
                .filter(each -> !each.emergency())
                .findFirst()
                .orElseThrow();
        var filing = filing(category);
        var complaints = at(NOW);
        var operator = Actor.operator(UUID.randomUUID(), "kebersihan");
        complaints.file(filing, Complaints.Beside.NOTHING);
        complaints.change(filing.id(), 1, ADMINISTRATOR, (c, now) -> c.accept(ADMINISTRATOR, now, CITY));
        complaints.change(filing.id(), 2, operator, (c, now) -> c.start(operator, now, ""));
        return complaints.change(
                filing.id(),
                3,
                operator,
                (c, now) -> c.finish(operator, now, Outcome.RESOLVED, "Beres.", Proof.of(1), CITY));
    }

    private static Filing filing(Category category) {
        return new Filing(
                UUID.randomUUID(),
                Channel.APP,
                Kind.COMPLAINT,
                category,
                "Sampah menumpuk",
                Place.UNKNOWN,
                new Complaint.Privacy(false, false),
                Reporter.UNKNOWN,
                new byte[32],
                List.of());
    }

    private Complaints at(Instant now) {
        var journal = new Journal();
        var clock = InstantSource.fixed(now);
        return new Complaints(jdbi, CITY, journal, new Reporters(journal, clock), new FollowKey(jdbi), clock);
    }
}
