package id.sipakatau.alerting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
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
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
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
    private static final Pattern TOKEN = Pattern.compile("/kabar/([A-Za-z0-9_-]{43})");

    @ConfigProperty(name = "sipakatau.smtp.port")
    int port;

    @Inject
    Courier courier;

    @Inject
    Jdbi jdbi;

    private GreenMail mail;
    private String address = "";

    @BeforeEach
    void start() {
        open();
        address = "w" + UUID.randomUUID() + "@example.com";
    }

    @AfterEach
    void stop() {
        mail.stop();
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

        var notice = letters(2).getLast();
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
    void letter_about_a_question_speaks_of_a_question() throws Exception {
        var receipt = Stories.pending(Kind.INFORMATION, WORDS);
        confirm(askedAt("/ikuti/" + receipt.secret().text()));
        Stories.started(Stories.accepted(receipt));
        var notice = letters(3).getLast();
        assertThat(notice.getSubject()).isEqualTo("Kabar tentang pertanyaan " + receipt.trackingNumber());
        assertThat(parts(notice)).allSatisfy(part -> assertThat(part).contains("mulai menyiapkan jawaban."));
    }

    @Test
    void letter_in_english_for_who_asked_in_english() throws Exception {
        var receipt = Stories.pending(WORDS);
        given().cookie("lang", "en")
                .formParam("email", address)
                .post("/ikuti/" + receipt.secret().text() + "/kabar");
        confirm(letters(1).getFirst());
        Stories.accepted(receipt);
        var notice = letters(2).getLast();
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
        mail.stop();
        Stories.accepted(receipt);
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            courier.wake();
            return attempts(receipt) >= 2;
        });
        open();
        assertThat(letters(1)).hasSize(1);
        await().atMost(Duration.ofSeconds(20)).until(() -> due(receipt) == 0);
        assertThat(ours()).hasSize(1);
    }

    @Test
    void follower_hears_nothing_of_a_complaint_that_is_hidden_before_the_letter_leaves() throws Exception {
        var receipt = Stories.pending(WORDS);
        var accepted = Stories.accepted(receipt);
        var question = askedAt("/aduan/" + receipt.trackingNumber());
        confirm(question);
        var started = Stories.started(accepted);
        var notice = text(letters(2).getLast());
        assertThat(notice)
                .contains(MailSettings.SITE + "/aduan/" + receipt.trackingNumber(), "mulai menangani aduan.")
                .doesNotContain(receipt.secret().text(), WORDS);

        // While no letter can leave, only news that needs none can be settled: a letter that was already on its way
        // when the complaint was hidden fails, and is weighed again.
        mail.stop();
        Stories.shielded(Stories.finished(started));
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            courier.wake();
            return due(receipt) == 0;
        });
        open();
        assertThat(ours()).isEmpty();
    }

    @Test
    void notice_about_a_confidential_complaint_says_only_that_there_is_news() throws Exception {
        var receipt = Stories.pending(Stories.ordinary(), WORDS, new Complaint.Privacy(false, true));
        confirm(askedAt("/ikuti/" + receipt.secret().text()));
        Stories.accepted(receipt);
        var notice = letters(2).getLast();
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
        assertThat(given().get(page + "/kabar").asString()).doesNotContain(address);
    }

    @Test
    void reporter_switches_an_address_off_on_the_page_and_another_reporter_cannot() throws Exception {
        var receipt = Stories.pending(WORDS);
        var own = "/ikuti/" + receipt.secret().text() + "/kabar";
        confirm(askedAt("/ikuti/" + receipt.secret().text()));
        var id = jdbi.withHandle(handle -> handle.createQuery("SELECT id FROM subscription WHERE target = :target")
                .bind("target", address)
                .mapTo(UUID.class)
                .one());
        assertThat(given().get(own).asString()).contains("w•••@example.com").doesNotContain(address);
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
        await().atMost(Duration.ofSeconds(20)).until(() -> ours().size() >= Subscriptions.ASKED_OF_AN_ADDRESS);
        int noted =
                jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM subscription WHERE target = :target")
                        .bind("target", address)
                        .mapTo(Integer.class)
                        .one());
        assertThat(noted).isEqualTo(Subscriptions.ASKED_OF_AN_ADDRESS);
    }

    private void open() {
        mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
    }

    private MimeMessage askedAt(String page) {
        assertThat(ask(page).statusCode()).isEqualTo(303);
        return letters(1).getFirst();
    }

    private Response ask(String page) {
        return given().redirects().follow(false).formParam("email", address).post(page + "/kabar");
    }

    private void confirm(MimeMessage question) throws Exception {
        var answer = given().redirects().follow(false).post("/kabar/" + token(question) + "/setuju");
        assertThat(answer.statusCode()).isEqualTo(303);
    }

    /** The letters to this test's address, once there are so many. */
    private List<MimeMessage> letters(int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> ours().size() >= count);
        return ours();
    }

    private List<MimeMessage> ours() {
        return Arrays.stream(mail.getReceivedMessages()).filter(this::isOurs).toList();
    }

    private boolean isOurs(MimeMessage letter) {
        try {
            return letter.getAllRecipients()[0].toString().equals(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
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

    private static String token(MimeMessage letter) throws Exception {
        var found = TOKEN.matcher(text(letter));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String text(MimeMessage letter) throws Exception {
        return parts(letter).getFirst();
    }

    private static List<String> parts(MimeMessage letter) throws Exception {
        var parts = (MimeMultipart) letter.getContent();
        return List.of(
                parts.getBodyPart(0).getContent().toString(),
                parts.getBodyPart(1).getContent().toString());
    }
}
