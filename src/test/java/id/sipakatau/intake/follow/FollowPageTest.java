package id.sipakatau.intake.follow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.city.City;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.Complaints.Step;
import id.sipakatau.complaint.DismissalReason;
import id.sipakatau.complaint.FollowSecret;
import id.sipakatau.complaint.Outcome;
import id.sipakatau.complaint.Progress;
import id.sipakatau.complaint.Validation;
import id.sipakatau.intake.Pictures;
import id.sipakatau.intake.Sending;
import id.sipakatau.journal.Actor;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The reporter's own page, from sending to the end, and the wall around it. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class FollowPageTest {

    private static final Actor ADMINISTRATOR = Actor.administrator(UUID.randomUUID());
    private static final Actor OPERATOR = Actor.operator(UUID.randomUUID(), "kepolisian");

    @Inject
    Complaints complaints;

    @Inject
    City city;

    @TestHTTPResource("/")
    URI address = URI.create("/");

    private String path = "";

    @BeforeEach
    void file() {
        var url = Sending.complete().toApi().path("followUrl").toString();
        path = url.substring(url.indexOf("/ikuti/"));
    }

    @Test
    void new_complaint_shows_what_was_sent_and_until_when_it_is_checked() {
        var page = page();
        assertThat(page.select("h1").text()).isEqualTo("Motor hilang semalam di depan kos");
        assertThat(page.select(".notice").text()).contains("Menunggu diperiksa administrator");
        assertThat(page.select(".timeline li")).hasSize(1);
    }

    @Test
    void page_is_kept_by_nobody_and_found_by_no_search_engine() {
        var answer = given().get(path);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Robots-Tag")).contains("noindex");
        assertThat(answer.header("Referrer-Policy")).isIn("same-origin", "no-referrer");
    }

    @Test
    void wrong_secret_and_one_that_never_was_get_the_same_answer() {
        var other = given().get("/ikuti/" + "A".repeat(22));
        var malformed = given().get("/ikuti/kepo");
        assertThat(other.statusCode()).isEqualTo(404);
        assertThat(malformed.statusCode()).isEqualTo(404);
        assertThat(malformed.asString().replace("kepo", ""))
                .isEqualTo(other.asString().replace("A".repeat(22), ""));
        for (var below : new String[] {
            "/tanda-terima", "/keadaan?version=1", "/langsung", "/foto/" + UUID.randomUUID() + "/large.jpg"
        }) {
            assertThat(given().get("/ikuti/" + "A".repeat(22) + below).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void photo_of_another_complaint_is_not_shown() throws Exception {
        var other = Sending.complete()
                .photo(Pictures.jpeg(60))
                .toApi()
                .path("followUrl")
                .toString();
        var picture = Jsoup.parse(
                        given().get(other.substring(other.indexOf("/ikuti/"))).asString())
                .select(".photos img")
                .attr("src");
        assertThat(given().get(picture).statusCode()).isEqualTo(200);
        assertThat(given().get(path + picture.substring(picture.indexOf("/foto/")))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void dismissal_is_explained_and_can_be_appealed_once() {
        change((complaint, now) ->
                complaint.dismiss(ADMINISTRATOR, now, DismissalReason.NOT_THE_CITYS_MATTER, "Ini urusan provinsi."));
        assertThat(page().select(".notice.bad").text())
                .contains("Ini bukan wewenang pemerintah kota")
                .contains("Ini urusan provinsi.");
        assertThat(post("/appeal", "").statusCode()).isEqualTo(422);
        assertThat(post("/appeal", "Jalan ini jalan kota.").statusCode()).isEqualTo(303);
        assertThat(complaint().verdict().validation()).isEqualTo(Validation.PENDING);
        assertThat(page().select(".timeline").text()).contains("Jalan ini jalan kota.");
        change((complaint, now) ->
                complaint.dismiss(ADMINISTRATOR, now, DismissalReason.NOT_THE_CITYS_MATTER, "Tetap urusan provinsi."));
        assertThat(page().select("form[action$=appeal]")).isEmpty();
        assertThat(post("/appeal", "Sekali lagi.").statusCode()).isEqualTo(409);
    }

    @Test
    void words_that_are_too_long_come_back_unharmed() {
        change((complaint, now) -> complaint.dismiss(ADMINISTRATOR, now, DismissalReason.TEST, "Percobaan?"));
        var answer = post("/appeal", "y".repeat(2_001));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.asString()).select("#appeal").text()).hasSize(2_001);
    }

    @Test
    void finished_work_is_shown_with_the_agencys_words_and_can_be_confirmed() {
        finish();
        assertThat(page().select(".answer").text()).contains("Pelaku sudah ditangkap.");
        assertThat(page().select(".steps li.telah")).hasSize(1);
        assertThat(post("/confirmation", "").statusCode()).isEqualTo(303);
        assertThat(complaint().handling().confirmedAt()).isNotNull();
        assertThat(page().select("form[action$=contest]")).isEmpty();
        assertThat(post("/confirmation", "").statusCode()).isEqualTo(409);
    }

    @Test
    void work_that_is_not_done_goes_back_with_the_reporters_words() {
        finish();
        assertThat(post("/contest", "Motornya belum kembali.").statusCode()).isEqualTo(303);
        assertThat(complaint().handling().progress()).isEqualTo(Progress.NOT_STARTED);
        assertThat(page().select(".timeline").text()).contains("Motornya belum kembali.");
    }

    @Test
    void merged_complaint_leads_to_the_public_page_of_the_other() {
        var url = Sending.complete().toApi().path("followUrl").toString();
        var other = complaints
                .find(FollowSecret.parse(url.substring(url.lastIndexOf('/') + 1))
                        .orElseThrow())
                .orElseThrow();
        var into = complaints.change(
                other.id(),
                other.version(),
                ADMINISTRATOR,
                (complaint, now) -> complaint.accept(ADMINISTRATOR, now, city));
        change((complaint, now) -> complaint.merge(ADMINISTRATOR, now, into));
        assertThat(page().select(".notice a").attr("href"))
                .isEqualTo("/aduan/" + into.trackingNumber().text());
    }

    @Test
    void open_page_asks_for_what_is_new_and_gets_nothing_while_nothing_is() {
        int version = complaint().version();
        assertThat(given().get(path + "/keadaan?version=" + version).statusCode())
                .isEqualTo(204);
        change((complaint, now) -> complaint.accept(ADMINISTRATOR, now, city));
        var news = given().get(path + "/keadaan?version=" + version);
        assertThat(news.statusCode()).isEqualTo(200);
        assertThat(news.asString()).contains("diteruskan ke").doesNotContain("<html");
    }

    @Test
    void open_page_is_told_at_once_that_something_happened_to_its_own_complaint() throws Exception {
        var heard = new LinkedBlockingQueue<String>();
        var client = HttpClient.newHttpClient();
        try {
            var request =
                    HttpRequest.newBuilder(address.resolve(path + "/langsung")).build();
            client.sendAsync(request, BodyHandlers.fromLineSubscriber(new Lines(heard)));
            assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("data:alive");
            change((complaint, now) -> complaint.accept(ADMINISTRATOR, now, city));
            assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("data:look");
        } finally {
            client.shutdownNow();
        }
    }

    /** Puts every line that says something into a queue. */
    private record Lines(BlockingQueue<String> heard) implements Flow.Subscriber<String> {

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            if (!line.isBlank()) {
                heard.add(line);
            }
        }

        @Override
        public void onError(Throwable thrown) {
            heard.add(thrown.toString());
        }

        @Override
        public void onComplete() {
            heard.add("closed");
        }
    }

    private void finish() {
        change((complaint, now) -> complaint.accept(ADMINISTRATOR, now, city));
        change((complaint, now) -> complaint.start(OPERATOR, now, "Patroli dikirim."));
        change((complaint, now) ->
                complaint.finish(OPERATOR, now, Outcome.RESOLVED, "Pelaku sudah ditangkap.", 0, city));
    }

    private void change(Step step) {
        var complaint = complaint();
        complaints.change(complaint.id(), complaint.version(), ADMINISTRATOR, step);
    }

    private Complaint complaint() {
        return complaints
                .find(FollowSecret.parse(path.substring(path.lastIndexOf('/') + 1))
                        .orElseThrow())
                .orElseThrow();
    }

    private Response post(String to, String words) {
        return given().redirects().follow(false).formParam("words", words).post(path + to);
    }

    private Document page() {
        return Jsoup.parse(given().get(path).then().statusCode(200).extract().asString());
    }
}
