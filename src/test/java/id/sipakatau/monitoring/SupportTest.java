package id.sipakatau.monitoring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.complaint.SupportLimit;
import id.sipakatau.testing.PlainBrowser;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Saying that a complaint of somebody else is one's own too, without JavaScript. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SupportTest {

    @Inject
    Jdbi jdbi;

    @Test
    void a_device_supports_once_and_can_take_it_back() {
        var path = "/aduan/"
                + Stories.accepted(Stories.pending("Lampu mati, banyak yang mengalami"))
                        .trackingNumber();
        var one = new PlainBrowser("id");
        one.open(path);
        var after = one.form("#dukungan").send();
        assertThat(after.select("#dukungan").text()).contains("Pendukung: 1").contains("Batalkan");

        var other = new PlainBrowser("id");
        assertThat(other.open(path).select("#dukungan").text()).contains("1 orang");
        assertThat(other.form("#dukungan").send().select("#dukungan").text()).contains("Pendukung: 2");

        assertThat(one.form("#dukungan").send().select("#dukungan").text()).contains("1 orang");
        assertThat(other.open(path).select("#dukungan").text()).contains("Pendukung: 1");
    }

    @Test
    void what_a_device_supports_it_finds_again_and_no_other_device_does() {
        var words = "Got mampet, didukung lalu ditutup";
        var complaint = Stories.accepted(Stories.pending(words));
        var one = new PlainBrowser("id");
        assertThat(one.open("/saya/dukungan").select("main").text()).contains("Belum ada aduan yang Anda dukung");
        one.open("/aduan/" + complaint.trackingNumber());
        one.form("#dukungan").send();
        var supported = one.open("/saya/dukungan");
        assertThat(supported.select(".item a").eachAttr("href"))
                .containsExactly("/aduan/" + complaint.trackingNumber());
        assertThat(supported.select(".item").text()).contains(words, "Belum");
        assertThat(new PlainBrowser("id").open("/saya/dukungan").text()).doesNotContain(words);

        Stories.shielded(complaint);
        assertThat(one.open("/saya/dukungan").text())
                .doesNotContain(words, complaint.trackingNumber().text());
    }

    @Test
    void the_list_of_a_device_is_kept_nowhere() {
        assertThat(given().get("/saya/dukungan").header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void the_same_device_twice_counts_once_and_its_cookie_is_out_of_reach_of_scripts() {
        var path = "/aduan/"
                + Stories.accepted(Stories.pending("Dua kali didukung")).trackingNumber();
        var first = given().redirects().follow(false).post(path + "/dukungan");
        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(first.detailedCookie("pendukung").isHttpOnly()).isTrue();
        given().cookie("pendukung", first.cookie("pendukung"))
                .redirects()
                .follow(false)
                .post(path + "/dukungan");
        assertThat(given().get(path).asString()).contains("1 orang");
    }

    @Test
    void a_program_that_throws_its_cookies_away_gets_no_further_than_a_neighbourhood() {
        var path = "/aduan/"
                + Stories.accepted(Stories.pending("Didukung oleh program")).trackingNumber();
        var known = given().redirects().follow(false).post(path + "/dukungan").cookie("pendukung");
        var answer = 0;
        for (int device = 0; device <= SupportLimit.DEVICES_AN_HOUR; device++) {
            answer = given().redirects().follow(false).post(path + "/dukungan").statusCode();
        }
        assertThat(answer).isEqualTo(429);
        var again = given().cookie("pendukung", known).redirects().follow(false).post(path + "/dukungan");
        assertThat(again.statusCode()).as("a device that is known").isEqualTo(303);
    }

    @AfterEach
    void every_device_is_new_again() {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM support_limit"));
    }
}
