package id.sipakatau.alerting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sipakatau.alerting.courier.Courier;
import id.sipakatau.alerting.push.StandIn;
import id.sipakatau.alerting.push.VapidKey;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Receipt;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages to browsers, through a stand-in for a push service that checks and opens them. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(MailSettings.class)
class PushTest {

    private static final String WORDS = "Bangkai kucing di tepi jalan sejak kemarin.";

    @Inject
    Courier courier;

    @Inject
    Jdbi jdbi;

    @Inject
    VapidKey key;

    private StandIn service;

    @BeforeEach
    void start() {
        service = new StandIn();
    }

    @AfterEach
    void stop() {
        service.close();
        assertThat(service.faults()).isEmpty();
    }

    @Test
    void browser_of_the_reporter_shows_what_happened_and_opens_the_own_page() {
        var receipt = Stories.pending(WORDS);
        var own = "/ikuti/" + receipt.secret().text();
        assertThat(subscribe(own).statusCode()).isEqualTo(204);
        Stories.accepted(receipt);
        assertThat(shown(1).getFirst())
                .contains("Kabar tentang aduan " + receipt.trackingNumber(), "diterima", "\"url\":\"" + own + "\"")
                .doesNotContain(WORDS);
        assertThat(given().get(own + "/kabar").asString()).contains(key.publicKey());
    }

    @Test
    void lock_screen_learns_of_a_confidential_complaint_only_that_there_is_news() {
        var receipt = Stories.pending(Stories.ordinary(), WORDS, new Complaint.Privacy(false, true));
        var own = "/ikuti/" + receipt.secret().text();
        subscribe(own);
        Stories.accepted(receipt);
        assertThat(shown(1))
                .containsExactly(
                        "{\"title\":\"Kabar tentang aduan %1$s\",\"body\":\"\",\"url\":\"%2$s\",\"tag\":\"%1$s\"}"
                                .formatted(receipt.trackingNumber(), own));
    }

    @Test
    void follower_gets_the_public_address_and_nothing_once_it_is_hidden() {
        var receipt = Stories.pending(WORDS);
        var accepted = Stories.accepted(receipt);
        var open = "/aduan/" + receipt.trackingNumber();
        subscribe(open);
        var started = Stories.started(accepted);
        assertThat(shown(1).getFirst())
                .contains("\"url\":\"" + open + "\"")
                .doesNotContain(receipt.secret().text(), WORDS);
        service.answerWith(503, "0");
        var finished = Stories.finished(started);
        await().atMost(Duration.ofSeconds(20)).until(() -> service.asked() >= 2);
        Stories.shielded(finished);
        service.answerWith(201, "0");
        await().atMost(Duration.ofSeconds(20)).until(() -> waiting(receipt) == 0);
        assertThat(service.shown()).hasSize(1);
        assertThat(subscribe(open).statusCode()).isEqualTo(404);
    }

    @Test
    void browser_that_is_gone_is_forgotten() {
        for (int status : new int[] {404, 410}) {
            var receipt = Stories.pending(WORDS);
            subscribe("/ikuti/" + receipt.secret().text());
            service.answerWith(status, "0");
            Stories.accepted(receipt);
            await().atMost(Duration.ofSeconds(20)).until(() -> subscriptions(receipt) == 0);
        }
    }

    @Test
    void busy_push_service_is_left_alone_as_long_as_it_asks_for() {
        var receipt = Stories.pending(WORDS);
        subscribe("/ikuti/" + receipt.secret().text());
        service.answerWith(429, "3600");
        Stories.accepted(receipt);
        await().atMost(Duration.ofSeconds(20)).until(() -> service.asked() == 1 && minutesToNext(receipt) >= 59);
        assertThat(minutesToNext(receipt)).isLessThanOrEqualTo(60);
    }

    @Test
    void broken_push_service_gets_it_once_it_works_again() {
        var receipt = Stories.pending(WORDS);
        subscribe("/ikuti/" + receipt.secret().text());
        service.answerWith(503, "0");
        Stories.accepted(receipt);
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            courier.wake();
            return service.asked() >= 2;
        });
        service.answerWith(201, "0");
        assertThat(shown(1)).hasSize(1);
    }

    @Test
    void browser_that_is_switched_off_hears_no_more() {
        var receipt = Stories.pending(WORDS);
        var own = "/ikuti/" + receipt.secret().text();
        subscribe(own);
        assertThat(subscriptions(receipt)).isEqualTo(1);
        given().contentType(ContentType.JSON).body(service.subscription()).post(own + "/kabar/dorong/berhenti");
        assertThat(subscriptions(receipt)).isZero();
    }

    @Test
    void only_known_push_services_are_ever_asked() {
        var own = "/ikuti/" + Stories.pending(WORDS).secret().text();
        for (var wrong : List.of(
                "http://fcm.googleapis.com/x",
                "https://fcm.googleapis.com.example.com/x",
                "https://fcm.googleapis.com:8443/x",
                "https://fcm.googleapis.com@10.0.0.1/x",
                "https://push.apple.com.internal/x",
                "https://10.0.0.1/x",
                "http://localhost:5432/",
                "http://169.254.169.254/latest/meta-data",
                "file:///etc/passwd",
                "https://evilpush.services.mozilla.com/x")) {
            var body = service.subscription().replace(service.endpoint(), wrong);
            assertThat(post(own, body).statusCode()).as(wrong).isEqualTo(422);
        }
        for (var good : List.of(
                "https://fcm.googleapis.com/fcm/send/x",
                "https://updates.push.services.mozilla.com/wpush/v2/x",
                "https://web.push.apple.com/x",
                "https://wns2-sg2p.notify.windows.com/w/?token=x")) {
            var body = service.subscription().replace(service.endpoint(), good);
            assertThat(post(own, body).statusCode()).as(good).isEqualTo(204);
        }
        assertThat(post(own, service.subscription().replaceAll("\"auth\":\"[^\"]*\"", "\"auth\":\"AAAA\""))
                        .statusCode())
                .isEqualTo(422);
        assertThat(post(own, "{}").statusCode()).isEqualTo(422);
    }

    private Response subscribe(String page) {
        return post(page, service.subscription());
    }

    private static Response post(String page, String body) {
        return given().contentType(ContentType.JSON).body(body).post(page + "/kabar/dorong");
    }

    private List<String> shown(int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            courier.wake();
            return service.shown().size() >= count;
        });
        return service.shown();
    }

    private int subscriptions(Receipt receipt) {
        return number("SELECT count(*) FROM subscription s WHERE complaint_id = :id", receipt);
    }

    private int waiting(Receipt receipt) {
        courier.wake();
        return number("""
                SELECT count(*) FROM notice_due d JOIN subscription s ON s.id = d.subscription_id
                WHERE complaint_id = :id
                """, receipt);
    }

    private int minutesToNext(Receipt receipt) {
        return number("""
                SELECT coalesce(ceil(extract(epoch FROM max(next_try_at) - now()) / 60), 0)::int
                FROM notice_due d JOIN subscription s ON s.id = d.subscription_id WHERE complaint_id = :id
                """, receipt);
    }

    private int number(String sql, Receipt receipt) {
        var id = Stories.now(receipt).id();
        return jdbi.withHandle(handle ->
                handle.createQuery(sql).bind("id", id).mapTo(Integer.class).one());
    }
}
