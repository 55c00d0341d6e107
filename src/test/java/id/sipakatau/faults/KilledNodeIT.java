package id.sipakatau.faults;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sipakatau.database.Database;
import id.sipakatau.launch.Program;
import id.sipakatau.testing.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Two nodes on one database: what the one took before it was killed the other escalates in its time. */
class KilledNodeIT {

    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    @TempDir
    Path temporary;

    @Test
    void a_call_of_a_killed_node_is_escalated_by_the_other_within_a_second_of_its_time() throws Exception {
        var database = new TestDatabase().start();
        var source = new PGSimpleDataSource();
        source.setUrl(database.get("quarkus.datasource.jdbc.url"));
        source.setUser(database.get("quarkus.datasource.username"));
        source.setPassword(database.get("quarkus.datasource.password"));
        var environment = Map.of(
                "SIPAKATAU_DATABASE_URL",
                source.getUrl().replaceAll("\\?.*", "") + "?user=" + source.getUser() + "&password="
                        + source.getPassword());
        try (var taking = Program.start(temporary.resolve("one"), environment, "--empty");
                var staying = Program.start(temporary.resolve("two"), environment, "--empty")) {
            taking.awaitReady();
            staying.awaitReady();
            call(taking.port());
            taking.kill();
            var late = late(Database.on(source));
            System.out.println("Escalated by the other node " + late.toMillis() + " ms after its time");
            assertThat(late).isBetween(Duration.ZERO, AT_ONCE);
        }
    }

    private static void call(int port) throws Exception {
        try (var phone = HttpClient.newHttpClient()) {
            var answer = phone.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/darurat"))
                            .header("Accept", "application/json")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("agency=pemadam"))
                            .build(),
                    ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    /** How long after its time the one call was escalated. */
    private static Duration late(Jdbi jdbi) {
        return await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> jdbi.withHandle(handle ->
                                handle.createQuery("""
                                        SELECT j.at - e.received_at - e.seen_within
                                        FROM emergency_call e JOIN journal j USING (complaint_id)
                                        WHERE j.act = 'CALL_ESCALATED' ORDER BY j.at LIMIT 1
                                        """).mapTo(Duration.class).findOne()),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }
}
