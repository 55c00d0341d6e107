package id.sipakatau.handling;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.complaint.TrackingNumber;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the console takes on the server at an agency with 5,000 open cases; the figures are in {@code docs/measurements.md}. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class CrowdedConsoleTest {

    private static final int OPEN = 5_000;
    private static final String AGENCY = "kepolisian";

    /** Of a first page; the tests share their processors with others. */
    private static final Duration MOST = Duration.ofMillis(300);

    @Inject
    Jdbi jdbi;

    private String session;

    @BeforeEach
    void many_cases() {
        session = TestStaff.head(AGENCY);
        var numbers = new HashSet<String>();
        while (numbers.size() < OPEN) {
            numbers.add(TrackingNumber.random("MKS").text());
        }
        jdbi.useHandle(handle -> {
            handle.createUpdate(CASES)
                    .bindArray("numbers", String.class, numbers)
                    .bind("agency", AGENCY)
                    .execute();
            handle.execute("ANALYZE complaint");
        });
    }

    @AfterEach
    void none_of_them() {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM complaint WHERE address = 'ramai'"));
    }

    @Test
    void the_first_page_is_there_in_time_whatever_is_asked() {
        for (var address : List.of(
                "/operator?semua=1&tampilan=papan",
                "/operator?semua=1&tampilan=tabel",
                "/operator?tampilan=tabel&milik=kosong&q=kata7",
                "/operator?tampilan=papan&milik=saya",
                "/operator?tampilan=tabel&dekat=-5.13,119.41",
                "/operator/peta/kasus.json?bbox=-5.3,119.3,-5.0,119.6",
                "/operator/kepala")) {
            var took = median(address);
            System.out.println("Console with " + OPEN + " open cases, " + address + ": " + took.toMillis() + " ms");
            assertThat(took).as(address).isLessThan(MOST);
        }
    }

    @Test
    void on_the_map_many_cases_are_counted_together() {
        var answer = given().cookie("session", session)
                .get("/operator/peta/kasus.json?bbox=-5.3,119.3,-5.0,119.6")
                .jsonPath();
        assertThat(answer.getList("complaints")).isEmpty();
        assertThat(answer.getList("cells")).hasSizeBetween(2, 100);
        assertThat(answer.getList("cells.n", Long.class).stream()
                        .mapToLong(each -> each)
                        .sum())
                .isGreaterThanOrEqualTo(OPEN);
    }

    private Duration median(String address) {
        var took = new long[9];
        for (int i = -3; i < took.length; i++) {
            var start = System.nanoTime();
            given().cookie("session", session).get(address).then().statusCode(200);
            if (i >= 0) {
                took[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(took);
        return Duration.ofNanos(took[took.length / 2]);
    }

    private static final String CASES = """
            INSERT INTO complaint (
                id, tracking_number, version, channel, received_at, body_digest, follow_digest,
                kind, agency, category, emergency, description, position, accuracy_m, position_source, address, kelurahan,
                anonymous, confidential, validation, appealed, progress, validated_at, started_at, promised_by, updated_at)
            SELECT gen_random_uuid(), number, 2, 'DEMO', now() - n * interval '1 minute',
                   sha256(number::bytea), sha256(('f' || number)::bytea), 'COMPLAINT', :agency, 'kind', n % 500 = 0,
                   'Laporan ' || n || ' kata' || n % 40 || repeat(' di tepi jalan yang ramai', 12),
                   point(119.40 + n % 70 * 0.001, -5.20 + n % 90 * 0.001), 10, 'GPS', 'ramai', '73.71.04.1003',
                   false, false, 'VALID', false, CASE WHEN n % 3 = 0 THEN 'IN_PROGRESS' ELSE 'NOT_STARTED' END,
                   now(), CASE WHEN n % 3 = 0 THEN now() END, now() + (n - 1000) * interval '10 minutes', now()
            FROM unnest(:numbers) WITH ORDINALITY AS given (number, n)
            """;
}
