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
import id.sipakatau.testing.Makassar;
import id.sipakatau.testing.TestDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Filing and changing against the real PostgreSQL. */
class ComplaintsTest {

    private static final City CITY = Makassar.city();
    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final Actor ADMINISTRATOR = Actor.administrator(UUID.randomUUID());

    private static Jdbi jdbi;
    private static Complaints complaints;

    @BeforeAll
    static void open() {
        jdbi = TestDatabase.jdbi();
        var clock = InstantSource.fixed(NOW);
        var journal = new Journal();
        complaints = new Complaints(jdbi, CITY, journal, new Reporters(journal, clock), new FollowKey(jdbi), clock);
    }

    @Test
    void what_was_filed_is_found_by_number_and_by_secret() {
        var filing = filing(UUID.randomUUID(), "Sampah menumpuk ᨔᨗᨄ 🗑", 1);
        var receipt = complaints.file(filing, Complaints.Beside.NOTHING);

        var found = complaints.find(receipt.trackingNumber()).orElseThrow();
        assertThat(found.description()).isEqualTo("Sampah menumpuk ᨔᨗᨄ 🗑");
        assertThat(found.place()).isEqualTo(filing.place());
        assertThat(found.verdict().validation()).isEqualTo(Validation.PENDING);
        assertThat(found.publishedAt()).isNull();
        assertThat(complaints.find(receipt.secret())).contains(found);
        assertThat(complaints.find(new FollowSecret("AAAAAAAAAAAAAAAAAAAAAA"))).isEmpty();
    }

    @Test
    void the_same_filing_sent_again_gets_the_first_receipt() {
        var filing = filing(UUID.randomUUID(), "Lampu mati", 2);
        var first = complaints.file(filing, Complaints.Beside.NOTHING);
        var second = complaints.file(filing, (transaction, complaint) -> {
            throw new AssertionError("Nothing is stored a second time");
        });
        assertThat(second).isEqualTo(first);
        assertThat(first.refusedPhotos()).containsExactly(new Filing.RefusedPhoto(2, "NOT_AN_IMAGE"));
        assertThat(complaints.history(filing.id())).hasSize(1);
    }

    @Test
    void another_filing_under_the_same_id_is_refused() {
        var id = UUID.randomUUID();
        complaints.file(filing(id, "Lampu mati", 3), Complaints.Beside.NOTHING);
        assertThatThrownBy(() -> complaints.file(filing(id, "Lampu hidup", 4), Complaints.Beside.NOTHING))
                .isInstanceOf(AnotherUnderSameId.class);
        assertThat(complaints.find(id).orElseThrow().description()).isEqualTo("Lampu mati");
    }

    @Test
    void the_same_filing_sent_many_times_at_once_is_one_complaint() throws Exception {
        var filing = filing(UUID.randomUUID(), "Banjir di lorong", 5);
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Receipt>> sendings = IntStream.range(0, 24)
                    .mapToObj(i -> (Callable<Receipt>) () -> complaints.file(filing, Complaints.Beside.NOTHING))
                    .toList();
            var receipts =
                    threads.invokeAll(sendings).stream().map(Future::resultNow).distinct();
            assertThat(receipts).hasSize(1);
        }
        assertThat(complaints.history(filing.id())).hasSize(1);
    }

    @Test
    void of_two_operators_at_once_one_wins_and_the_other_is_told() {
        var accepted = accepted();
        var agency = accepted.subject().agency();
        var first = Actor.operator(UUID.randomUUID(), agency);
        var second = Actor.operator(UUID.randomUUID(), agency);
        complaints.change(accepted.id(), accepted.version(), first, (c, now) -> c.start(first, now, "Kami berangkat"));

        assertThatThrownBy(() -> complaints.change(
                        accepted.id(), accepted.version(), second, (c, now) -> c.start(second, now, "Kami juga")))
                .isInstanceOfSatisfying(ChangedMeanwhile.class, told -> {
                    assertThat(told.now().handling().progress()).isEqualTo(Progress.IN_PROGRESS);
                    assertThat(told.last().actorId()).isEqualTo(first.account());
                    assertThat(told.last().words("words")).isEqualTo("Kami berangkat");
                });
    }

    @Test
    void a_change_and_its_journal_row_are_stored_together_or_not_at_all() {
        var accepted = accepted();
        var operator = Actor.operator(UUID.randomUUID(), accepted.subject().agency());
        assertThatThrownBy(() -> complaints.change(
                        accepted.id(),
                        accepted.version(),
                        operator,
                        (c, now) -> c.start(operator, now, ""),
                        (transaction, complaint) -> {
                            throw new IllegalStateException("the disk is full");
                        }))
                .hasMessage("the disk is full");
        assertThat(complaints.find(accepted.id())).contains(accepted);
        assertThat(complaints.history(accepted.id())).extracting("act").containsExactly("FILED", "ACCEPTED");
    }

    @Test
    void the_journal_row_holds_facts_and_the_words_lie_beside_it() {
        var filing = filing(UUID.randomUUID(), "Rahasia sekali", 6);
        complaints.file(filing, Complaints.Beside.NOTHING);
        complaints.change(
                filing.id(),
                1,
                ADMINISTRATOR,
                (c, now) -> c.dismiss(ADMINISTRATOR, now, DismissalReason.NO_EVIDENCE, "Mohon sertakan foto"));

        var rows = jdbi.withHandle(
                handle -> handle.createQuery("SELECT journal::text FROM journal WHERE complaint_id = :id")
                        .bind("id", filing.id())
                        .mapTo(String.class)
                        .list());
        assertThat(rows)
                .hasSize(2)
                .noneMatch(row -> row.contains("Rahasia") || row.contains("sertakan"))
                .noneMatch(row -> row.contains("Pelapor Contoh") || row.contains("0800"));
        assertThat(complaints.history(filing.id()).getLast().words("reason")).isEqualTo("Mohon sertakan foto");
    }

    @Test
    void the_database_refuses_to_change_the_journal() {
        accepted();
        for (var sql : List.of(
                "UPDATE journal SET act = 'X'",
                "DELETE FROM journal",
                "TRUNCATE journal CASCADE",
                "UPDATE journal SET act = 'X' WHERE false")) {
            assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(sql)))
                    .as(sql)
                    .isInstanceOf(UnableToExecuteStatementException.class)
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void the_database_refuses_to_publish_what_is_not_valid_or_is_confidential() {
        var filing = filing(UUID.randomUUID(), "Belum diperiksa", 7);
        complaints.file(filing, Complaints.Beside.NOTHING);
        assertThatThrownBy(() -> jdbi.useHandle(handle ->
                        handle.execute("UPDATE complaint SET published_at = now() WHERE id = ?", filing.id())))
                .hasMessageContaining("violates check constraint");
    }

    @Test
    void only_what_is_published_is_in_the_public_view() {
        var pending = complaints.file(filing(UUID.randomUUID(), "Menunggu", 8), Complaints.Beside.NOTHING);
        var accepted = accepted();
        assertThat(visible(pending.trackingNumber())).isFalse();
        assertThat(visible(accepted.trackingNumber())).isTrue();

        complaints.change(
                accepted.id(),
                accepted.version(),
                ADMINISTRATOR,
                (c, now) -> c.shield(ADMINISTRATOR, now, false, true));
        assertThat(visible(accepted.trackingNumber())).isFalse();
    }

    @Test
    void a_look_at_the_reporter_leaves_a_row() {
        var filing = filing(UUID.randomUUID(), "Siapa saya", 9);
        complaints.file(filing, Complaints.Beside.NOTHING);
        var reporters = new Reporters(new Journal(), InstantSource.fixed(NOW));
        var seen = jdbi.inTransaction(transaction -> reporters.reveal(transaction, filing.id(), ADMINISTRATOR));
        assertThat(seen).contains(new Reporter("Pelapor Contoh", "0800-000"));
        assertThat(complaints.history(filing.id()).getLast())
                .satisfies(row -> assertThat(row.act()).isEqualTo(Reporters.LOOKED_AT_REPORTER))
                .satisfies(row -> assertThat(row.actorId()).isEqualTo(ADMINISTRATOR.account()));
    }

    private static boolean visible(TrackingNumber number) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT EXISTS (SELECT FROM public_complaint WHERE tracking_number = :number)")
                .bind("number", number.text())
                .mapTo(Boolean.class)
                .one());
    }

    private static Complaint accepted() {
        var filing = filing(UUID.randomUUID(), "Sampah menumpuk", 10);
        complaints.file(filing, Complaints.Beside.NOTHING);
        return complaints.change(filing.id(), 1, ADMINISTRATOR, (c, now) -> c.accept(ADMINISTRATOR, now, CITY));
    }

    private static Filing filing(UUID id, String description, int body) {
        var digest = new byte[32];
        digest[0] = (byte) body;
        var category = CITY.categories().stream()
                .filter(each -> each.publishable() && !each.emergency())
                .findFirst()
                .orElseThrow();
        return new Filing(
                id,
                Channel.APP,
                Kind.COMPLAINT,
                category,
                description,
                new Place(new Position(-5.1339, 119.4056), 12.0, PositionSource.GPS, "dekat benteng", "73.71.04.1003"),
                new Complaint.Privacy(false, false),
                new Reporter("Pelapor Contoh", "0800-000"),
                digest,
                List.of(new Filing.RefusedPhoto(2, "NOT_AN_IMAGE")));
    }
}
