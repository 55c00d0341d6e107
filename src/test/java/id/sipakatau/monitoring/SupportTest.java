package id.sipakatau.monitoring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.testing.PlainBrowser;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Saying that a complaint of somebody else is one's own too, without JavaScript. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SupportTest {

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
}
