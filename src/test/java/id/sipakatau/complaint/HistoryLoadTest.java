package id.sipakatau.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sipakatau.city.City;
import id.sipakatau.city.Kind;
import id.sipakatau.city.Position;
import id.sipakatau.identity.Reporter;
import id.sipakatau.identity.Reporters;
import id.sipakatau.journal.Actor;
import id.sipakatau.journal.Journal;
import id.sipakatau.journal.Recorded;
import id.sipakatau.testing.Makassar;
import id.sipakatau.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A history that is loaded at once is the same as one that happened. */
class HistoryLoadTest {

    private static final City CITY = Makassar.city();
    private static final Instant THEN = Instant.parse("2026-03-02T01:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final Actor ADMINISTRATOR = Actor.administrator(UUID.randomUUID());
    private static final Actor OPERATOR = Actor.operator(UUID.randomUUID(), "kebersihan");

    private static Jdbi jdbi;
    private static Complaints complaints;
    private static HistoryLoad load;

    @BeforeAll
    static void open() {
        jdbi = TestDatabase.jdbi();
        var clock = InstantSource.fixed(NOW);
        var journal = new Journal();
        var reporters = new Reporters(journal, clock);
        var key = new FollowKey(jdbi);
        complaints = new Complaints(jdbi, CITY, journal, reporters, key, clock);
        load = new HistoryLoad(reporters, key);
    }

    @Test
    void what_was_loaded_is_found_as_it_was_told() {
        var history = finished(filing("Got mampet di Lorong 3\\4,\tbau\nsekali 😭", Reporter.UNKNOWN));
        store(List.of(history));
        var found = complaints.find(history.complaint().id()).orElseThrow();
        assertThat(found).isEqualTo(history.complaint());
        assertThat(found.version()).isEqualTo(4);
        assertThat(complaints.find(found.trackingNumber())).contains(found);
        assertThat(complaints.history(found.id()))
                .extracting(Recorded::act, Recorded::at, Recorded::facts, Recorded::detail)
                .containsExactlyElementsOf(history.entries().stream()
                        .map(entry -> org.assertj.core.groups.Tuple.tuple(
                                entry.act(), entry.at(), entry.facts(), entry.detail()))
                        .toList());
    }

    @Test
    void the_secret_of_a_filing_that_was_rolled_back_opens_the_next_one() {
        var database = TestDatabase.jdbi();
        var key = new FollowKey(database);
        var id = UUID.randomUUID();
        var secret = database.inTransaction(transaction -> {
            var first = key.secretOf(id);
            transaction.rollback();
            return first;
        });
        assertThat(new FollowKey(database).secretOf(id).text()).isEqualTo(secret.text());
    }

    @Test
    void the_journal_is_committed_to_the_words_that_lie_beside_it() throws Exception {
        var history = finished(filing("Sampah menumpuk", Reporter.UNKNOWN));
        store(List.of(history));
        var rows = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT d.salt, d.detail::text AS detail, j.commitment
                        FROM journal j JOIN journal_detail d USING (seq) WHERE j.complaint_id = :id
                        """)
                .bind("id", history.complaint().id())
                .map((row, context) ->
                        List.of(row.getBytes("salt"), row.getString("detail"), row.getBytes("commitment")))
                .list());
        assertThat(rows).hasSize(2);
        for (var row : rows) {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte[]) row.get(0));
            assertThat(digest.digest(((String) row.get(1)).getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo((byte[]) row.get(2));
        }
    }

    @Test
    void it_goes_on_from_there_as_any_other() {
        var history = History.filed(filing("Kontainer penuh", Reporter.UNKNOWN), number(), THEN, CITY);
        store(List.of(history));
        var loaded = complaints.find(history.complaint().id()).orElseThrow();
        var accepted = complaints.change(
                loaded.id(), loaded.version(), ADMINISTRATOR, (c, now) -> c.accept(ADMINISTRATOR, now, CITY));
        assertThat(accepted.version()).isEqualTo(2);
        assertThat(complaints.history(loaded.id())).extracting(Recorded::act).containsExactly("FILED", "ACCEPTED");
    }

    @Test
    void the_rows_of_many_histories_stand_in_the_order_of_time() {
        var early = finished(filing("Pagi", Reporter.UNKNOWN));
        var late = History.filed(filing("Siang", Reporter.UNKNOWN), number(), THEN.plusSeconds(3600), CITY);
        store(List.of(late, early));
        var times = jdbi.withHandle(
                handle -> handle.createQuery("SELECT at FROM journal WHERE complaint_id IN (:a, :b) ORDER BY seq")
                        .bind("a", early.complaint().id())
                        .bind("b", late.complaint().id())
                        .mapTo(Instant.class)
                        .list());
        assertThat(times).hasSize(5).isSorted();
    }

    @Test
    void a_reporter_who_said_who_they_are_is_kept_too() {
        var history = History.filed(filing("Bak sampah rusak", new Reporter("Warga", null)), number(), THEN, CITY);
        store(List.of(history));
        assertThat(jdbi.<Boolean, RuntimeException>withHandle(
                        handle -> new Reporters(new Journal(), InstantSource.fixed(NOW))
                                .isKnown(handle, history.complaint().id())))
                .isTrue();
    }

    @Test
    void what_the_lifecycle_forbids_can_not_be_told_either() {
        var history = History.filed(filing("Bangkai", Reporter.UNKNOWN), number(), THEN, CITY);
        assertThatThrownBy(() -> history.then(OPERATOR, THEN.plusSeconds(9), (c, now) -> c.start(OPERATOR, now, "")))
                .isInstanceOf(IllegalTransition.class);
        assertThatThrownBy(() -> history.then(
                        ADMINISTRATOR, THEN.minusSeconds(9), (c, now) -> c.accept(ADMINISTRATOR, now, CITY)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static History finished(Filing filing) {
        var history = History.filed(filing, number(), THEN, CITY);
        history.then(ADMINISTRATOR, THEN.plusSeconds(600), (c, now) -> c.accept(ADMINISTRATOR, now, CITY));
        history.then(OPERATOR, THEN.plusSeconds(4000), (c, now) -> c.start(OPERATOR, now, "Tim berangkat"));
        history.then(
                OPERATOR,
                THEN.plusSeconds(90_000),
                (c, now) -> c.finish(OPERATOR, now, Outcome.RESOLVED, "Sudah bersih.", Proof.of(1), CITY));
        return history;
    }

    private static Filing filing(String description, Reporter reporter) {
        var id = UUID.randomUUID();
        return new Filing(
                id,
                Channel.DEMO,
                Kind.COMPLAINT,
                CITY.category("got-tersumbat").orElseThrow(),
                description,
                new Place(new Position(-5.135, 119.42), 12.5, PositionSource.GPS, "Jl. Veteran\\", "73.71.03.1001"),
                new Complaint.Privacy(false, false),
                reporter,
                new byte[32],
                List.of());
    }

    private static TrackingNumber number() {
        return TrackingNumber.random(CITY.trackingPrefix());
    }

    private static void store(List<History> histories) {
        jdbi.useTransaction(transaction -> load.store(transaction, histories, new SplittableRandom(1)));
    }
}
