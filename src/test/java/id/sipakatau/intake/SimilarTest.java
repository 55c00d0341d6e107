package id.sipakatau.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.complaint.Complaint.Privacy;
import id.sipakatau.complaint.Receipt;
import id.sipakatau.evidence.CameraPhoto;
import id.sipakatau.testing.PlainBrowser;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the form shows of others before another complaint is sent. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SimilarTest {

    private static final String HERE = "&lat=-5.1340&lon=119.4057";

    @Test
    void public_ones_of_the_same_category_nearby_are_shown_with_photo_words_and_distance() {
        var receipt = pending("Yang serupa di dekat sini, belum selesai");
        Stories.accepted(receipt);
        var shown = similar(Stories.ordinary().id() + HERE);
        assertThat(shown).contains(number(receipt), "Yang serupa di dekat sini", "thumbnail.jpg", " m dari sini");
        assertThat(similar(Stories.ordinary().id() + "&lat=-5.1440&lon=119.4057"))
                .doesNotContain(number(receipt));
        assertThat(similar("jalan-lain" + HERE)).doesNotContain(number(receipt));
        assertThat(similar(Stories.ordinary().id() + "&kelurahan=73.71.04.1003"))
                .contains(number(receipt));
    }

    @Test
    void what_is_hidden_or_done_is_not_shown() {
        var waiting = pending("Belum diperiksa, jadi belum serupa");
        var confidential = Stories.pending(Stories.ordinary(), "Rahasia, jadi tidak serupa", new Privacy(false, true));
        Stories.accepted(confidential);
        var done = pending("Sudah selesai, jadi tidak serupa lagi");
        Stories.finished(Stories.started(Stories.accepted(done)));
        assertThat(similar(Stories.ordinary().id() + HERE))
                .doesNotContain(number(waiting), number(confidential), number(done));
    }

    @Test
    void without_javascript_they_are_shown_before_sending_and_one_can_be_supported_instead() {
        var receipt = pending("Serupa untuk yang tanpa skrip");
        Stories.accepted(receipt);
        var browser = new PlainBrowser("id");
        browser.open("/lapor");
        var page = browser.form("form#lapor")
                .fill("category", Stories.ordinary().id())
                .fill("kelurahan", "73.71.04.1003")
                .fill("description", "Masih yang itu juga.")
                .choose("gallery", "a.jpg", "image/jpeg", picture())
                .send();
        assertThat(page.select(".similar").text()).contains("Serupa untuk yang tanpa skrip");
        assertThat(page.select("#description").text()).isEqualTo("Masih yang itu juga.");
        var supported = browser.form("form[action*=" + number(receipt) + "]").send();
        assertThat(supported.select("#dukungan").text()).contains("Pendukung: 1");
    }

    private static Receipt pending(String words) {
        return Stories.pending(words);
    }

    private static String number(Receipt receipt) {
        return receipt.trackingNumber().text();
    }

    private static String similar(String query) {
        var answer = given().get("/lapor/serupa?kategori=" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.asString();
    }

    private static byte[] picture() {
        return CameraPhoto.taken(Instant.now(), -5.1340, 119.4058, 640);
    }
}
