package id.sipakatau.alerting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.alerting.push.StandIn;
import id.sipakatau.complaint.Receipt;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may have the messages to a browser sent to another address; what browsers do with it is for {@code NoticeInFirefoxTest}. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(MailSettings.class)
class ReplacedBrowserTest {

    @Inject
    Jdbi jdbi;

    private final StandIn before = new StandIn();
    private final StandIn after = new StandIn();

    @AfterEach
    void stop() {
        before.close();
        after.close();
    }

    @Test
    void all_complaints_of_a_browser_follow_it_and_none_is_told_twice() {
        var one = followed(before);
        var other = followed(before);
        subscribe(other, after);
        assertThat(replace(before.subscription(), after.subscription()).statusCode())
                .isEqualTo(204);
        assertThat(browsers(one)).containsExactly(after.endpoint());
        assertThat(browsers(other)).containsExactly(after.endpoint());
    }

    @Test
    void another_browser_of_the_same_complaint_stays() {
        var receipt = followed(before);
        try (var third = new StandIn()) {
            subscribe(receipt, third);
            replace(before.subscription(), after.subscription());
            assertThat(browsers(receipt)).containsExactlyInAnyOrder(third.endpoint(), after.endpoint());
        }
    }

    @Test
    void who_knows_the_address_alone_can_neither_take_it_nor_find_out_that_it_is_here() {
        var receipt = followed(before);
        var guessed = after.subscription().replace(after.endpoint(), before.endpoint());
        var hijack = replace(guessed, after.subscription());
        assertThat(browsers(receipt)).containsExactly(before.endpoint());

        var unknown = replace(after.subscription(), before.subscription());
        assertThat(hijack.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(204);
        assertThat(hijack.asString()).isEqualTo(unknown.asString()).isEmpty();
    }

    @Test
    void messages_are_led_to_known_push_services_only() {
        var receipt = followed(before);
        for (var wrong : List.of("http://localhost:5432/", "https://10.0.0.1/x", "https://example.com/x")) {
            var address = after.subscription().replace(after.endpoint(), wrong);
            assertThat(replace(before.subscription(), address).statusCode())
                    .as(wrong)
                    .isEqualTo(422);
        }
        for (var wrong : List.of("{}", "null", "{\"endpoint\":null,\"keys\":{}}")) {
            assertThat(replace(before.subscription(), wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(422);
            assertThat(replace(wrong, after.subscription()).statusCode())
                    .as(wrong)
                    .isEqualTo(422);
        }
        assertThat(browsers(receipt)).containsExactly(before.endpoint());
    }

    private static Receipt followed(StandIn browser) {
        var receipt = Stories.pending("Bangkai kucing di tepi jalan.");
        subscribe(receipt, browser);
        return receipt;
    }

    private static void subscribe(Receipt receipt, StandIn browser) {
        given().contentType(ContentType.JSON)
                .body(browser.subscription())
                .post("/ikuti/" + receipt.secret().text() + "/kabar/dorong")
                .then()
                .statusCode(204);
    }

    private static Response replace(String before, String after) {
        return given().contentType(ContentType.JSON)
                .body("{\"before\":%s,\"after\":%s}".formatted(before, after))
                .post("/dorong/ganti");
    }

    private List<String> browsers(Receipt receipt) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT target FROM subscription WHERE complaint_id = :id")
                .bind("id", Stories.now(receipt).id())
                .mapTo(String.class)
                .list());
    }
}
