package id.sipakatau.emergency.escalation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import id.sipakatau.emergency.Caller;
import id.sipakatau.emergency.roster.Roster;
import id.sipakatau.identity.NewStaff;
import id.sipakatau.identity.StaffMail;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.journal.Actor;
import id.sipakatau.testing.PostOffice;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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

    @Inject
    StaffMail staffMail;

    @Test
    void the_heads_of_the_agency_get_a_letter_once_though_none_stands_in_the_roster() throws Exception {
        var address = "kepala@kepolisian.contoh.id";
        var head = TestStaff.account(NewStaff.head(TestStaff.username("kepala"), "Kepala Kepolisian", "kepolisian"));
        var elsewhere = TestStaff.account(NewStaff.head(TestStaff.username("kepala"), "Kepala Pemadam", "pemadam"));
        var operator = TestStaff.account(NewStaff.operator(TestStaff.username("operator"), "Operator", "kepolisian"));
        jdbi.useTransaction(transaction -> {
            staffMail.set(transaction, head, address, false, Actor.SYSTEM);
            staffMail.set(transaction, elsewhere, "kepala@pemadam.contoh.id", true, Actor.SYSTEM);
            staffMail.set(transaction, operator, "operator@kepolisian.contoh.id", true, Actor.SYSTEM);
        });
        var port = ConfigProvider.getConfig().getValue("sipakatau.smtp.port", Integer.class);
        var server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            var secret = new Caller().calls("kepolisian", Caller.AT_LOSARI);
            due(0);
            await().atMost(Duration.ofSeconds(20)).until(() -> number("SELECT max(level) FROM emergency_call") == 1);
            assertThat(server.getReceivedMessages()).as("nobody is on duty").isEmpty();
            due(1);
            assertThat(server.waitForIncomingEmail(20_000, 1)).isTrue();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> number("SELECT count(*) FROM emergency_summons WHERE next_try_at IS NOT NULL") == 0);
            assertThat(server.getReceivedMessages()).hasSize(1);
            var letter = server.getReceivedMessages()[0];
            assertThat(letter.getAllRecipients()).extracting(Object::toString).containsExactly(address);
            assertThat(letter.getSubject()).isEqualTo("Panggilan darurat belum dijawab");
            assertThat(GreenMailUtil.getBody(letter)).contains("MKS-").doesNotContain("5.1437", secret);
        } finally {
            server.stop();
        }
    }

    /** Lets what stands at a level become due. */
    private void due(int level) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE emergency_call SET next_level_at = now() WHERE state = 'RECEIVED' AND level = :level")
                .bind("level", level)
                .execute());
    }

    private long number(String query) {
        return jdbi.withHandle(
                handle -> handle.createQuery(query).mapTo(Long.class).one());
    }

    @BeforeEach
    @AfterEach
    void nothing_is_open_and_nobody_gets_letters() {
        jdbi.useHandle(handle -> {
            handle.execute("DELETE FROM emergency_call");
            handle.execute("UPDATE staff SET email = NULL WHERE email IS NOT NULL");
        });
    }

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
            due(0);
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
