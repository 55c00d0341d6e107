package id.sipakatau.alerting;

import static id.sipakatau.alerting.Letterbox.parts;
import static id.sipakatau.alerting.Letterbox.text;
import static id.sipakatau.alerting.Letterbox.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sipakatau.alerting.courier.Courier;
import id.sipakatau.alerting.subscription.Subscriptions;
import id.sipakatau.city.Kind;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Receipt;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Notices by e-mail, to a real mail server that comes and goes. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(MailSettings.class)
class AlertingTest {

    private static final String WORDS = "Bangkai kucing di tepi jalan sejak kemarin.";

    @ConfigProperty(name = "sipakatau.smtp.port")
    int port;

    @Inject
    Courier courier;

    @Inject
    Jdbi jdbi;

    private Letterbox letterbox;

    @BeforeEach
    void start() {
        letterbox = new Letterbox(port);
    }

    @AfterEach
    void stop() {
        letterbox.close();
    }

    @Test
    void reporter_is_told_what_happened_and_what_comes_next_once_the_address_has_said_yes() throws Exception {
        var receipt = Stories.pending(WORDS);
        var own = "/ikuti/" + receipt.secret().text();
        var question = askedAt(own);
        assertThat(text(question))
                .contains(receipt.trackingNumber().text())
                .doesNotContain(receipt.secret().text(), WORDS);
        var accepted = Stories.accepted(receipt);
        confirm(question);
        Stories.started(accepted);

        var notice = letterbox.letters(2).getLast();
        assertThat(notice.getSubject()).isEqualTo("Kabar tentang aduan " + receipt.trackingNumber());
        for (var part : parts(notice)) {
            assertThat(part)
                    .contains("mulai menangani aduan.", "Ditargetkan selesai paling lambat", MailSettings.SITE + own)
                    .doesNotContain(WORDS, "Petugas sedang menuju lokasi", Stories.REPORTER.name());
        }
        assertThat(notice.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(notice.getHeader("List-Unsubscribe")[0])
                .isEqualTo("<" + MailSettings.SITE + "/kabar/" + token(notice) + ">");
    }

    @Test
    void reporter_is_told_what_another_agency_does_as_a_step_of_the_own_complaint() throws Exception {
        var receipt = Stories.pending(WORDS);
        var accepted = Stories.accepted(receipt);
        confirm(askedAt("/ikuti/" + receipt.secret().text()));
        var whole = Stories.involved(accepted, "pemadam", "Mohon disemprot.");
        Stories.finished(Stories.started(Stories.part(whole, "pemadam")));
        var told = letterbox.letters(3);
        for (var letter : told.subList(1, 3)) {
            assertThat(letter.getSubject()).isEqualTo("Kabar tentang aduan " + receipt.trackingNumber());
            assertThat(parts(letter))
                    .allSatisfy(part -> assertThat(part)
                            .contains("/ikuti/" + receipt.secret().text())
                            .doesNotContain("Mohon disemprot", "Sudah dibereskan", WORDS));
        }
        assertThat(text(told.get(1))).contains("ikut menangani aduan ini.");
        assertThat(text(told.get(2))).contains("selesai dengan bagiannya.");
    }

    @Test
    void letter_about_a_question_speaks_of_a_question() throws Exception {
        var receipt = Stories.pending(Kind.INFORMATION, WORDS);
        confirm(askedAt("/ikuti/" + receipt.secret().text()));
        Stories.started(Stories.accepted(receipt));
        var notice = letterbox.letters(3).getLast();
        assertThat(notice.getSubject()).isEqualTo("Kabar tentang pertanyaan " + receipt.trackingNumber());
        assertThat(parts(notice)).allSatisfy(part -> assertThat(part).contains("mulai menyiapkan jawaban."));
    }

    @Test
    void letter_in_english_for_who_asked_in_english() throws Exception {
        var receipt = Stories.pending(WORDS);
        given().cookie("lang", "en")
                .formParam("email", letterbox.address())
                .post("/ikuti/" + receipt.secret().text() + "/kabar");
        confirm(letterbox.letters(1).getFirst());
        Stories.accepted(receipt);
        var notice = letterbox.letters(2).getLast();
        assertThat(notice.getSubject()).isEqualTo("News about complaint " + receipt.trackingNumber());
        assertThat(notice.getHeader("Content-Language")).containsExactly("en");
        assertThat(parts(notice)).allSatisfy(part -> assertThat(part).contains("The complaint was checked"));
    }

    @Test
    void one_click_in_the_mail_program_ends_it() throws Exception {
        var receipt = Stories.pending(WORDS);
        var token = token(askedAt("/ikuti/" + receipt.secret().text()));
        given().post("/kabar/" + token + "/setuju");
        assertThat(given().get("/kabar/" + token).asString()).contains("Berhenti mengirimi saya");
        assertThat(given().formParam("List-Unsubscribe", "One-Click")
                        .post("/kabar/" + token)
                        .statusCode())
                .isEqualTo(200);
        Stories.accepted(receipt);
        assertThat(due(receipt)).isZero();
        assertThat(given().get("/kabar/" + token).statusCode()).isEqualTo(404);
    }

    @Test
    void opening_the_link_is_no_yes_and_a_made_up_link_is_nothing() throws Exception {
        var receipt = Stories.pending(WORDS);
        var token = token(askedAt("/ikuti/" + receipt.secret().text()));
        assertThat(given().get("/kabar/" + token).asString()).contains("Ya, kirimi saya kabar");
        Stories.accepted(receipt);
        assertThat(due(receipt)).isZero();
        for (var wrong : List.of("A".repeat(43), "kepo", token.substring(0, 42) + (token.endsWith("A") ? "E" : "A"))) {
            assertThat(given().get("/kabar/" + wrong).statusCode()).isEqualTo(404);
            assertThat(given().post("/kabar/" + wrong + "/setuju").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void mail_server_that_comes_back_gets_the_notice_once() throws Exception {
        var receipt = Stories.pending(WORDS);
        confirm(askedAt("/ikuti/" + receipt.secret().text()));
        letterbox.close();
        Stories.accepted(receipt);
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            courier.wake();
            return attempts(receipt) >= 2;
        });
        letterbox.open();
        assertThat(letterbox.letters(1)).hasSize(1);
        await().atMost(Duration.ofSeconds(20)).until(() -> due(receipt) == 0);
        assertThat(letterbox.letters()).hasSize(1);
    }

    @Test
    void follower_hears_nothing_of_a_complaint_that_is_hidden_before_the_letter_leaves() throws Exception {
        var receipt = Stories.pending(WORDS);
        var accepted = Stories.accepted(receipt);
        var question = askedAt("/aduan/" + receipt.trackingNumber());
        confirm(question);
        var started = Stories.started(accepted);
        var notice = text(letterbox.letters(2).getLast());
        assertThat(notice)
                .contains(MailSettings.SITE + "/aduan/" + receipt.trackingNumber(), "mulai menangani aduan.")
                .doesNotContain(receipt.secret().text(), WORDS);

        // While no letter can leave, only news that needs none can be settled: a letter that was already on its way
        // when the complaint was hidden fails, and is weighed again.
        letterbox.close();
        Stories.shielded(Stories.finished(started));
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            courier.wake();
            return due(receipt) == 0;
        });
        letterbox.open();
        assertThat(letterbox.letters()).isEmpty();
    }

    @Test
    void notice_about_a_confidential_complaint_says_only_that_there_is_news() throws Exception {
        var receipt = Stories.pending(Stories.ordinary(), WORDS, new Complaint.Privacy(false, true));
        confirm(askedAt("/ikuti/" + receipt.secret().text()));
        Stories.accepted(receipt);
        var notice = letterbox.letters(2).getLast();
        assertThat(notice.getSubject()).isEqualTo("Kabar tentang aduan " + receipt.trackingNumber());
        for (var part : parts(notice)) {
            assertThat(part).doesNotContain("diterima", "Kebersihan", "DLH", WORDS, "Ditargetkan");
        }
    }

    @Test
    void wrong_address_is_said_beside_its_field_and_stays_there() {
        var path = "/ikuti/" + Stories.pending(WORDS).secret().text() + "/kabar";
        var answer = given().formParam("email", "ibu rahasia@contoh").post(path);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("ibu rahasia@contoh", "email-error", "nama@contoh.com");
    }

    @Test
    void nobody_learns_from_the_form_whose_address_is_known() throws Exception {
        var page = "/aduan/" + Stories.accepted(Stories.pending(WORDS)).trackingNumber();
        confirm(askedAt(page));
        var again = ask(page);
        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(given().get(page + "/kabar").asString()).doesNotContain(letterbox.address());
    }

    @Test
    void reporter_switches_an_address_off_on_the_page_and_another_reporter_cannot() throws Exception {
        var receipt = Stories.pending(WORDS);
        var own = "/ikuti/" + receipt.secret().text() + "/kabar";
        confirm(askedAt("/ikuti/" + receipt.secret().text()));
        var id = jdbi.withHandle(handle -> handle.createQuery("SELECT id FROM subscription WHERE target = :target")
                .bind("target", letterbox.address())
                .mapTo(UUID.class)
                .one());
        assertThat(given().get(own).asString()).contains("w•••@example.com").doesNotContain(letterbox.address());
        var other = "/ikuti/" + Stories.pending(WORDS).secret().text() + "/kabar/";
        given().redirects().follow(false).post(other + id + "/berhenti");
        assertThat(given().get(own).asString()).contains("w•••@example.com");
        given().redirects().follow(false).post(own + "/" + id + "/berhenti");
        assertThat(given().get(own).asString()).doesNotContain("w•••@example.com");
    }

    @Test
    void an_address_is_not_asked_without_end() {
        for (int i = 0; i < Subscriptions.ASKED_OF_AN_ADDRESS + 2; i++) {
            ask("/ikuti/" + Stories.pending(WORDS).secret().text());
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> letterbox.letters().size() >= Subscriptions.ASKED_OF_AN_ADDRESS);
        int noted =
                jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM subscription WHERE target = :target")
                        .bind("target", letterbox.address())
                        .mapTo(Integer.class)
                        .one());
        assertThat(noted).isEqualTo(Subscriptions.ASKED_OF_AN_ADDRESS);
    }

    private MimeMessage askedAt(String page) {
        assertThat(ask(page).statusCode()).isEqualTo(303);
        return letterbox.letters(1).getFirst();
    }

    private Response ask(String page) {
        return given().redirects()
                .follow(false)
                .formParam("email", letterbox.address())
                .post(page + "/kabar");
    }

    private void confirm(MimeMessage question) throws Exception {
        var answer = given().redirects().follow(false).post("/kabar/" + token(question) + "/setuju");
        assertThat(answer.statusCode()).isEqualTo(303);
    }

    private int due(Receipt receipt) {
        return number("SELECT count(*)", receipt);
    }

    private int attempts(Receipt receipt) {
        return number("SELECT coalesce(max(attempts), 0)", receipt);
    }

    private int number(String what, Receipt receipt) {
        var id = Stories.now(receipt).id();
        return jdbi.withHandle(handle -> handle.createQuery(what
                        + " FROM notice_due d JOIN subscription s ON s.id = d.subscription_id WHERE complaint_id = :id")
                .bind("id", id)
                .mapTo(Integer.class)
                .one());
    }
}
