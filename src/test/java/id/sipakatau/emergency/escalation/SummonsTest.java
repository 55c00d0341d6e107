package id.sipakatau.emergency.escalation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import id.sipakatau.emergency.Caller;
import id.sipakatau.emergency.roster.Roster;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.testing.PostOffice;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A call that nobody answers reaches the telephones of those on duty, and its alarm says whom to call. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(PostOffice.class)
class SummonsTest {

    @Inject
    Jdbi jdbi;

    @Inject
    Roster roster;

    @Test
    void whoever_is_on_duty_gets_a_short_message_that_tells_nothing_of_the_caller() throws Exception {
        // Asked here: what a test class injects every test of the program would have to set.
        var gateway = ConfigProvider.getConfig().getValue("sipakatau.sms.url", URI.class);
        var sent = new LinkedBlockingQueue<String>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), gateway.getPort()), 0);
        server.createContext("/", exchange -> {
            sent.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            var now = Instant.now();
            roster.add("bpbd", "Piket BPBD", "081100000077", null, false, now.minusSeconds(60), now.plusSeconds(600));
            var secret = new Caller().calls("bpbd", Caller.AT_LOSARI);
            jdbi.useHandle(handle -> handle.execute(
                    "UPDATE emergency_call SET next_level_at = now() WHERE state = 'RECEIVED' AND level = 0"));
            var message = sent.poll(20, TimeUnit.SECONDS);
            assertThat(message).contains("081100000077", "MKS-").doesNotContain("5.1437", secret);
            var alarm = given().cookie("session", TestStaff.operator("bpbd"))
                    .get("/operator/darurat/alarm")
                    .asString();
            assertThat(alarm).contains("data-level=\"1\"", "tel:081100000077", "Piket BPBD");
        } finally {
            server.stop(0);
        }
    }
}
