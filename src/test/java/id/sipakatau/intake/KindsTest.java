package id.sipakatau.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.city.Kind;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.TrackingNumber;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.testing.PlainBrowser;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A complaint, a wish or a question: filed by a program and by the page without scripts, and shown as what it is. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class KindsTest {

    @Inject
    Complaints complaints;

    @Test
    void who_says_nothing_complains() {
        assertThat(filed(Sending.complete().toApi()).subject().kind()).isEqualTo(Kind.COMPLAINT);
        assertThat(filed(Sending.complete().with("kind", "").toApi()).subject().kind())
                .isEqualTo(Kind.COMPLAINT);
    }

    @Test
    void a_question_is_promised_an_answer_and_asked_for_neither_photo_nor_place() {
        var answer = rubbish().with("kind", "INFORMATION").toApi();
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(filed(answer).subject().kind()).isEqualTo(Kind.INFORMATION);
        var promised = answer.<String>path("promised.resolvedBy");
        assertThat(answer.<String>path("promised.answeredBy")).isEqualTo(promised);
        assertThat(Instant.parse(promised)).isAfter(Instant.now());
    }

    @Test
    void what_a_wish_may_leave_out_a_complaint_may_not() {
        assertThat(rubbish().with("kind", "ASPIRATION").toApi().statusCode()).isEqualTo(201);
        assertThat(rubbish().with("kind", "COMPLAINT").toApi().<String>path("errors[0].field"))
                .isEqualTo("photos");
    }

    @Test
    void an_unknown_kind_is_refused_in_the_readers_language() {
        var refused = Sending.complete().with("kind", "PETITION").toApi("en");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<String>path("errors[0].field")).isEqualTo("kind");
        assertThat(refused.<String>path("errors[0].detail")).contains("complaint, suggestion or question");
    }

    @Test
    void an_emergency_is_refused_as_anything_but_a_complaint() {
        var flood = Sending.complete().with("category", "banjir").with("kind", "INFORMATION");
        var refused = flood.toApi();
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<String>path("errors[0].field")).isEqualTo("kind");
        assertThat(refused.<String>path("errors[0].detail")).startsWith("Keadaan darurat selalu pengaduan.");
        assertThat(flood.with("kind", "COMPLAINT").toApi().statusCode()).isEqualTo(201);
    }

    @Test
    void the_same_words_under_the_same_id_as_another_kind_are_another_complaint() {
        var sending = Sending.complete();
        assertThat(sending.toApi().statusCode()).isEqualTo(201);
        assertThat(sending.with("kind", "COMPLAINT").toApi().statusCode()).isEqualTo(200);
        assertThat(sending.with("kind", "ASPIRATION").toApi().statusCode()).isEqualTo(409);
    }

    @Test
    void without_javascript_a_question_is_asked_and_its_receipt_speaks_of_a_question() {
        var browser = new PlainBrowser("id");
        browser.open("/lapor");
        var form = browser.form("form#lapor");
        assertThat(form.value("kind")).isEqualTo("COMPLAINT");
        form.fill("kind", "INFORMATION")
                .fill("category", "sampah-menumpuk")
                .fill("description", "Kapan truk sampah lewat?")
                .send();
        assertThat(browser.page().select("h1").text()).isEqualTo("Pertanyaan Anda sudah kami terima");
        assertThat(browser.page().select("main").text()).contains("Pertanyaan Anda dijawab");
        browser.follow("main a[href^=/ikuti/]");
        assertThat(browser.page().select(".badge.kind").text()).isEqualTo("Permintaan informasi");
    }

    @Test
    void without_javascript_the_kind_stays_chosen_when_something_is_missing() {
        var browser = new PlainBrowser("id");
        browser.open("/lapor");
        browser.form("form#lapor").fill("kind", "ASPIRATION").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.form("form#lapor").value("kind")).isEqualTo("ASPIRATION");
        browser.form("form#lapor")
                .fill("category", "banjir")
                .fill("description", "Usul")
                .send();
        assertThat(browser.page().select("#langkah-hal .error").text()).startsWith("Keadaan darurat selalu pengaduan.");
    }

    @Test
    void the_list_shows_what_it_is_how_far_it_is_and_can_be_narrowed_to_one_kind() {
        var question = Stories.pending(Kind.INFORMATION, "Kapan jadwal sapu jalan di pasar?");
        Stories.started(Stories.accepted(question));
        var complaint = Stories.pending("Jalan pasar kotor sekali.");
        Stories.accepted(complaint);
        var questions = given().get("/?jenis=informasi").asString();
        assertThat(questions)
                .contains(question.trackingNumber().text(), "Permintaan informasi", "Jawaban disiapkan")
                .doesNotContain(complaint.trackingNumber().text());
        assertThat(given().get("/?jenis=pengaduan").asString())
                .contains(complaint.trackingNumber().text())
                .doesNotContain(question.trackingNumber().text());
    }

    @Test
    void the_agency_answers_a_question_or_says_why_not_and_needs_no_photo() {
        var question = Stories.started(Stories.accepted(Stories.pending(Kind.INFORMATION, "Kapan bank sampah buka?")));
        var operator = PlainBrowser.signedIn(TestStaff.operator("kebersihan"));
        operator.open("/operator/aduan/" + question.trackingNumber());
        assertThat(operator.page().select("#selesai [name=outcome]").eachAttr("value"))
                .containsExactly("ANSWERED", "DECLINED");
        operator.form("form#selesai")
                .fill("outcome", "ANSWERED")
                .fill("words", "Setiap Senin pagi.")
                .send();
        assertThat(operator.page().select(".steps li.telah[aria-current=step]")).hasSize(1);
    }

    @Test
    void similar_ones_are_of_the_same_kind() {
        var receipt = Stories.pending(Kind.ASPIRATION, "Usul tempat sampah baru di benteng");
        Stories.accepted(receipt);
        var near = "&kategori=" + Stories.ordinary().id() + "&lat=-5.1340&lon=119.4057";
        assertThat(given().get("/lapor/serupa?jenis=ASPIRATION" + near).asString())
                .contains(receipt.trackingNumber().text());
        assertThat(given().get("/lapor/serupa?jenis=COMPLAINT" + near).asString())
                .doesNotContain(receipt.trackingNumber().text());
    }

    /** About rubbish, of which a complaint needs a photo and a place. */
    private static Sending rubbish() {
        return Sending.complete()
                .with("category", "sampah-menumpuk")
                .without("latitude", "longitude", "accuracy", "positionSource");
    }

    private Complaint filed(Response answer) {
        return complaints
                .find(new TrackingNumber(answer.path("trackingNumber")))
                .orElseThrow();
    }
}
