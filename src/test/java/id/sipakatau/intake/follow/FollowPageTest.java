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
import id.sipakatau.complaint.Proof;
import id.sipakatau.complaint.Validation;
import id.sipakatau.intake.Pictures;
import id.sipakatau.intake.Sending;
import id.sipakatau.journal.Actor;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.builder.MultiPartSpecBuilder;
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
        var starless = post("/confirmation", "Cepat sekali.");
        assertThat(starless.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(starless.asString()).select("#stars-error").text())
                .contains("satu sampai lima bintang");
        assertThat(Jsoup.parse(starless.asString()).select("#praise").text()).isEqualTo("Cepat sekali.");
        assertThat(rate(6).statusCode()).isEqualTo(422);
        assertThat(rate(5).statusCode()).isEqualTo(303);
        assertThat(complaint().handling().confirmedAt()).isNotNull();
        assertThat(complaint().handling().stars()).isEqualTo(5);
        assertThat(page().select(".timeline").text())
                .contains("5 dari 5 bintang")
                .contains("Cepat sekali.");
        assertThat(page().select("form[action$=contest]")).isEmpty();
        assertThat(rate(5).statusCode()).isEqualTo(409);
    }

    @Test
    void work_that_is_not_done_goes_back_with_the_reporters_words() {
        finish();
        assertThat(send("/contest", "Motornya belum kembali.", complaint().version())
                        .statusCode())
                .isEqualTo(303);
        assertThat(complaint().handling().progress()).isEqualTo(Progress.NOT_STARTED);
        assertThat(page().select(".timeline").text()).contains("Motornya belum kembali.");
    }

    @Test
    void question_comes_before_all_else_and_its_answer_lets_the_clock_go_on() throws Exception {
        ask();
        var page = page();
        assertThat(page.select("#keadaan form.question").text()).contains("Motornya warna apa?");
        assertThat(page.expectFirst("#keadaan > div").child(0).hasClass("question"))
                .isTrue();
        assertThat(given().get(path + "/ringkas").path("state").toString()).isEqualTo("ditanya");
        var waited = complaint();
        var answer = send("/answer", "Merah, ini fotonya.", waited.version(), Pictures.jpeg(70));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(complaint().handling().askedAt()).isNull();
        assertThat(complaint().handling().promisedBy())
                .isAfterOrEqualTo(waited.handling().promisedBy());
        assertThat(page().select("form.question")).isEmpty();
        assertThat(page().select(".timeline").text())
                .contains("Motornya warna apa?")
                .contains("Merah, ini fotonya.");
        var picture = page().select("#keadaan .photos img").attr("src");
        assertThat(given().get(picture).statusCode()).isEqualTo(200);
        assertThat(send("/answer", "Merah.", complaint().version()).statusCode())
                .isEqualTo(409);
    }

    @Test
    void answer_that_cannot_be_taken_comes_back_with_its_reason_and_all_that_was_written() throws Exception {
        ask();
        int version = complaint().version();
        var empty = send("/answer", " ", version);
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(empty.asString()).select("#answer-error").text()).contains("Tuliskan dulu");
        var noPhoto = send("/answer", "Merah.", version, Pictures.jpeg(80), Pictures.text());
        assertThat(noPhoto.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(noPhoto.asString()).select("#answer-error").text())
                .contains("Foto 2");
        assertThat(Jsoup.parse(noPhoto.asString()).select("#answer").text()).isEqualTo("Merah.");
        var many = send(
                "/answer",
                "Merah.",
                version,
                Pictures.jpeg(1),
                Pictures.jpeg(2),
                Pictures.jpeg(3),
                Pictures.jpeg(4),
                Pictures.jpeg(5));
        assertThat(many.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(many.asString()).select("#answer-error").text()).contains("Paling banyak 4 foto");
        var late = send("/answer", "Merah.", version - 1);
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(late.asString()).select("#answer-error").text()).contains("ada kabar baru");
        change((complaint, now) -> complaint.start(OPERATOR, now, ""));
        change((complaint, now) ->
                complaint.finish(OPERATOR, now, Outcome.ANSWERED, "Sudah ketemu.", Proof.of(0), city));
        var gone = send("/answer", "Merah, plat DD.", version);
        assertThat(gone.statusCode()).isEqualTo(409);
        assertThat(Jsoup.parse(gone.asString()).select(".notice.bad").text()).contains("Merah, plat DD.");
        assertThat(complaints.history(complaint().id()).stream()
                        .filter(row -> row.act().equals("REPLIED")))
                .isEmpty();
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
        var version = seen();
        assertThat(given().get(path + "/keadaan?version=" + version).statusCode())
                .isEqualTo(204);
        change((complaint, now) -> complaint.accept(ADMINISTRATOR, now, city));
        var news = given().get(path + "/keadaan?version=" + version);
        assertThat(news.statusCode()).isEqualTo(200);
        assertThat(news.asString()).contains("diteruskan ke").doesNotContain("<html");
    }

    @Test
    void what_stays_inside_the_agency_moves_nothing_on_the_reporters_page() {
        var filed = Stories.pending(Stories.approved(), "Bau dari gudang ikan.", new Complaint.Privacy(false, false));
        path = "/ikuti/" + filed.secret().text();
        Stories.started(Stories.accepted(filed));
        var before = given().get(path).asString();
        int version = shownVersion();
        var seen = seen();
        var head = Actor.head(UUID.randomUUID(), "kebersihan");
        Stories.proposed(complaint(), "Gudangnya sudah disegel.");
        assertThat(shownVersion()).isEqualTo(version);
        assertThat(given().get(path).asString()).isEqualTo(before);
        assertThat(given().get(path + "/keadaan?version=" + seen).statusCode()).isEqualTo(204);
        change((complaint, now) -> complaint.sendBack(head, true, "Mana fotonya?"));
        Stories.proposed(complaint(), "Gudangnya sudah disegel.");
        assertThat(given().get(path + "/keadaan?version=" + seen).statusCode()).isEqualTo(204);
        change((complaint, now) -> complaint.approve(head, now, true, city));
        assertThat(shownVersion()).isEqualTo(version + 1);
        assertThat(rate(4, version).statusCode())
                .as("not yet seen that it is done")
                .isEqualTo(422);
        assertThat(rate(4, shownVersion()).statusCode()).isEqualTo(303);
        assertThat(complaint().handling().stars()).isEqualTo(4);
    }

    /** As the page says it, to ask for what is new. */
    private String seen() {
        return page().select("[data-version]").attr("data-version");
    }

    private int shownVersion() {
        return Integer.parseInt(seen().substring(0, seen().indexOf('.')));
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

    private void ask() {
        change((complaint, now) -> complaint.accept(ADMINISTRATOR, now, city));
        change((complaint, now) -> complaint.ask(OPERATOR, now, "Motornya warna apa?"));
    }

    private void finish() {
        change((complaint, now) -> complaint.accept(ADMINISTRATOR, now, city));
        change((complaint, now) -> complaint.start(OPERATOR, now, "Patroli dikirim."));
        change((complaint, now) ->
                complaint.finish(OPERATOR, now, Outcome.RESOLVED, "Pelaku sudah ditangkap.", Proof.of(0), city));
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
        return given().redirects()
                .follow(false)
                .formParam("version", complaint().version())
                .formParam("words", words)
                .post(path + to);
    }

    private Response rate(int stars) {
        return rate(stars, complaint().version());
    }

    private Response rate(int stars, int version) {
        return given().redirects()
                .follow(false)
                .formParam("version", version)
                .formParam("stars", stars)
                .formParam("words", "Cepat sekali.")
                .post(path + "/confirmation");
    }

    private Response send(String to, String words, int version, byte[]... photos) {
        var request = given().redirects()
                .follow(false)
                .multiPart("version", version)
                .multiPart(new MultiPartSpecBuilder(words)
                        .controlName("words")
                        .charset("UTF-8")
                        .build());
        for (var photo : photos) {
            request.multiPart("photos", "IMG_0001.jpg", photo, "image/jpeg");
        }
        return request.post(path + to);
    }

    private Document page() {
        return Jsoup.parse(given().get(path).then().statusCode(200).extract().asString());
    }
}
