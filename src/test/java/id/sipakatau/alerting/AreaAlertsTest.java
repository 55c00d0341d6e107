package id.sipakatau.alerting;

import static id.sipakatau.alerting.Letterbox.parts;
import static id.sipakatau.alerting.Letterbox.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import id.sipakatau.alerting.courier.Courier;
import id.sipakatau.alerting.push.StandIn;
import id.sipakatau.city.City;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Complaint.Privacy;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Following a kelurahan, a kecamatan or a kind of complaints: by e-mail as a digest, and on a device. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(MailSettings.class)
class AreaAlertsTest {

    private static final String WORDS = "Selokan mampet di depan rumah biru.";
    private static final String KELURAHAN = "73.71.04.1003";
    private static final String PAGE = "/kabar-wilayah/" + KELURAHAN + "/semua";

    @ConfigProperty(name = "sipakatau.smtp.port")
    int port;

    @Inject
    Courier courier;

    @Inject
    City city;

    @Inject
    Jdbi jdbi;

    private Letterbox letterbox;
    private StandIn service;

    @BeforeEach
    void start() {
        letterbox = new Letterbox(port);
        service = new StandIn();
    }

    @AfterEach
    void stop() {
        letterbox.close();
        service.close();
        assertThat(service.faults()).isEmpty();
        jdbi.useHandle(handle -> handle.execute("DELETE FROM subscription"));
    }

    @Test
    void first_news_come_at_once_and_what_follows_together_after_the_pause() throws Exception {
        follow(PAGE, "id");
        var first = opened();
        var letter = letterbox.letters(2).getLast();
        assertThat(letter.getSubject()).isEqualTo("Kabar tentang Kelurahan " + name());
        for (var part : parts(letter)) {
            assertThat(part)
                    .contains("Aduan baru, ditangani", MailSettings.SITE + "/aduan/" + first.trackingNumber())
                    .doesNotContain(WORDS, Stories.REPORTER.name(), Stories.REPORTER.contact(), "di samping benteng");
        }
        assertThat(letter.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");

        await().atMost(Duration.ofSeconds(20)).until(this::isQuiet);
        var second = opened();
        Stories.finished(Stories.started(first));
        assertThat(due()).as("both wait").isEqualTo(2);
        hoursLater(11);
        assertThat(due()).isEqualTo(2);
        hoursLater(1);
        for (var part : parts(letterbox.letters(3).getLast())) {
            assertThat(part)
                    .contains(
                            "1 aduan baru, 1 selesai diproses.",
                            "sudah membenahinya.",
                            MailSettings.SITE + "/aduan/" + first.trackingNumber(),
                            MailSettings.SITE + "/aduan/" + second.trackingNumber(),
                            MailSettings.SITE + "/?kecamatan=73.71.04");
        }
        assertThat(due()).isZero();
    }

    @Test
    void digest_in_english_for_who_asked_in_english_for_a_kind_in_a_kecamatan() throws Exception {
        var kind = Stories.ordinary();
        follow("/kabar-wilayah/73.71.04/" + kind.id(), "en");
        letterbox.close();
        opened();
        opened();
        await().atMost(Duration.ofSeconds(20)).until(() -> due() == 2 && attempts() >= 1);
        jdbi.useHandle(handle -> handle.execute("UPDATE subscription SET quiet_until = NULL"));
        hoursLater(1);
        letterbox.open();
        var letter = letterbox.letters(1).getLast();
        assertThat(letter.getSubject()).startsWith("News about " + kind.name().en() + " in Kecamatan ");
        assertThat(letter.getHeader("Content-Language")).containsExactly("en");
        assertThat(parts(letter))
                .allSatisfy(part -> assertThat(part)
                        .contains("2 new complaints.", "New complaint, with", "kategori=" + kind.id())
                        .doesNotContain(WORDS));
    }

    @Test
    void nothing_is_told_of_what_is_filed_hidden_elsewhere_or_of_another_kind() throws Exception {
        follow(PAGE, "id");
        follow("/kabar-wilayah/semua/" + other(), "id");
        follow("/kabar-wilayah/73.71.01/semua", "id");
        var before = due();
        Stories.pending(WORDS);
        Stories.accepted(Stories.pending(Stories.ordinary(), WORDS, new Privacy(false, true)));
        assertThat(due()).isEqualTo(before).isZero();
        Stories.accepted(Stories.pending(Stories.ordinary(), WORDS, new Privacy(true, false)));
        for (var part : parts(letterbox.letters(4).getLast())) {
            assertThat(part).contains("Aduan baru").doesNotContain(Stories.REPORTER.name(), WORDS);
        }
        assertThat(letterbox.letters(4))
                .as("three questions, one letter for the kelurahan")
                .hasSize(4);
    }

    @Test
    void nothing_is_told_of_what_was_hidden_before_the_letter_left_and_it_silences_nobody() throws Exception {
        follow(PAGE, "id");
        letterbox.close();
        Stories.shielded(opened());
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            courier.wake();
            return due() == 0;
        });
        letterbox.open();
        var shown = opened();
        assertThat(parts(letterbox.letters(1).getFirst()).getFirst())
                .contains(shown.trackingNumber().text());
        assertThat(letterbox.letters()).hasSize(1);
    }

    @Test
    void one_link_shows_what_is_followed_and_ends_it() throws Exception {
        var token = token(asked(PAGE, "id"));
        assertThat(given().get("/kabar/" + token).asString())
                .contains("Kabar tentang Kelurahan " + name(), "Ya, kirimi saya kabar");
        given().post("/kabar/" + token + "/setuju");
        assertThat(given().get("/kabar/" + token).asString()).contains("Berhenti mengirimi saya");
        given().formParam("List-Unsubscribe", "One-Click").post("/kabar/" + token);
        opened();
        assertThat(due()).isZero();
        assertThat(given().get("/kabar/" + token).statusCode()).isEqualTo(404);
    }

    @Test
    void device_shows_the_first_at_once_and_what_follows_as_one_message() {
        assertThat(subscribe("").statusCode()).isEqualTo(204);
        var first = opened();
        assertThat(shown(1).getFirst())
                .contains("Kelurahan " + name(), "Aduan baru", "\"url\":\"/aduan/" + first.trackingNumber() + "\"")
                .doesNotContain(WORDS);
        await().atMost(Duration.ofSeconds(20)).until(this::isQuiet);
        opened();
        opened();
        assertThat(due()).isEqualTo(2);
        hoursLater(4);
        assertThat(shown(2).getLast()).contains("2 aduan baru.", "\"url\":\"/?kecamatan=73.71.04\"");
        assertThat(subscribe("/berhenti").statusCode()).isEqualTo(204);
        opened();
        assertThat(due()).isZero();
    }

    @Test
    void mail_server_that_does_not_answer_keeps_no_message_waiting() throws Exception {
        follow(PAGE, "id");
        subscribe("");
        letterbox.close();
        try (var silent = new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"))) {
            silent.setSoTimeout(20_000);
            opened();
            try (var letter = silent.accept()) {
                var begun = jdbi.withHandle(handle -> handle.createQuery("SELECT clock_timestamp()")
                        .mapTo(OffsetDateTime.class)
                        .one());
                assertThat(shown(1)).hasSize(1);
                // Others' transactions are over in a moment; one around the letter would last as long as it waits.
                await("connections held meanwhile")
                        .atMost(Duration.ofSeconds(4))
                        .until(() -> !transactionsSince(begun));
                letter.setSoTimeout(100);
                assertThatExceptionOfType(SocketTimeoutException.class)
                        .as("the letter still waits")
                        .isThrownBy(() -> letter.getInputStream().read());
            }
        }
    }

    @Test
    void form_without_a_script_leads_to_what_was_chosen_and_says_what_is_missing() {
        var form = given().get("/kabar-wilayah?wilayah=" + KELURAHAN + "&kategori=tidak-ada");
        assertThat(Jsoup.parse(form.asString()).select("option[selected]").eachAttr("value"))
                .containsExactly(KELURAHAN);
        var none = given().get("/kabar-wilayah?wilayah=&kategori=&pilih=1");
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.asString()).contains("wilayah-error");
        var chosen =
                given().redirects().follow(false).get("/kabar-wilayah?wilayah=" + KELURAHAN + "&kategori=&pilih=1");
        assertThat(chosen.statusCode()).isEqualTo(303);
        assertThat(chosen.header("Location")).endsWith(PAGE);
        for (var unknown : List.of("semua/semua", "73.71.99/semua", "semua/tidak-ada", KELURAHAN + "/" + closed())) {
            assertThat(given().get("/kabar-wilayah/" + unknown).statusCode()).isEqualTo(404);
        }
        var wrong = given().formParam("email", "ibu@contoh").post(PAGE);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.asString()).contains("ibu@contoh", "email-error");
    }

    @Test
    void web_monitoring_and_a_complaint_lead_there() {
        var complaint = opened();
        assertThat(given().get("/?kecamatan=73.71.04").asString()).contains("/kabar-wilayah?wilayah=73.71.04");
        assertThat(given().get("/aduan/" + complaint.trackingNumber()).asString())
                .contains("/kabar-wilayah?wilayah=" + KELURAHAN + "&amp;kategori="
                        + Stories.ordinary().id());
    }

    private static Complaint opened() {
        return Stories.accepted(Stories.pending(WORDS));
    }

    /** Whether a transaction that was there then waits for its client still. */
    private boolean transactionsSince(OffsetDateTime then) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        SELECT EXISTS (SELECT FROM pg_stat_activity
                            WHERE datname = current_database()
                                AND state LIKE 'idle in transaction%' AND xact_start < :then)
                        """).bind("then", then).mapTo(Boolean.class).one());
    }

    private String name() {
        return city.areas().kelurahan(KELURAHAN).orElseThrow().name();
    }

    private String other() {
        return Stories.ordinary("pariwisata").id();
    }

    private String closed() {
        return city.categories().stream()
                .filter(each -> !each.publishable())
                .findFirst()
                .orElseThrow()
                .id();
    }

    private MimeMessage asked(String page, String language) {
        var before = letterbox.letters().size();
        given().cookie("lang", language)
                .redirects()
                .follow(false)
                .formParam("email", letterbox.address())
                .post(page)
                .then()
                .statusCode(303);
        return letterbox.letters(before + 1).getLast();
    }

    private void follow(String page, String language) throws Exception {
        var question = asked(page, language);
        given().redirects()
                .follow(false)
                .post("/kabar/" + token(question) + "/setuju")
                .then()
                .statusCode(303);
        await().atMost(Duration.ofSeconds(20)).until(() -> due() == 0);
    }

    private io.restassured.response.Response subscribe(String end) {
        return given().contentType(ContentType.JSON)
                .body(service.subscription())
                .post(PAGE + "/dorong" + end);
    }

    private List<String> shown(int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> service.shown().size() >= count);
        return service.shown();
    }

    /** Whether the pause between two has begun. */
    private boolean isQuiet() {
        return number("SELECT count(*) FROM subscription WHERE quiet_until > now() + interval '3 hours'") > 0;
    }

    private int due() {
        return number("SELECT count(*) FROM notice_due");
    }

    private int attempts() {
        return number("SELECT max(attempts) FROM notice_due");
    }

    private int number(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Integer.class).one());
    }

    /** Lets so much time pass for what waits. */
    private void hoursLater(int hours) {
        jdbi.useTransaction(transaction -> {
            transaction.execute("UPDATE subscription SET quiet_until = quiet_until - ? * interval '1 hour'", hours);
            transaction.execute("UPDATE notice_due SET next_try_at = next_try_at - ? * interval '1 hour'", hours);
        });
        courier.wake();
    }
}
