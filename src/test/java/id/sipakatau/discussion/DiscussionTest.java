package id.sipakatau.discussion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.complaint.Complaint;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.testing.PlainBrowser;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Comments and flags: nothing is shown before an administrator has read it, and nothing that was typed is lost. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class DiscussionTest {

    @Inject
    Jdbi jdbi;

    @AfterEach
    void everybody_may_write_again() {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM discussion_limit"));
    }

    @Test
    void a_comment_is_shown_once_an_administrator_has_read_it_and_hidden_again_when_they_change_their_mind() {
        var open = Stories.accepted(Stories.pending("Lampu taman mati sejak minggu lalu."));
        var words = "Di ujung lorong juga mati. " + UUID.randomUUID();
        var citizen = write(open, "Warga Lorong 4", words);
        assertThat(citizen.page().select(".toast").text()).startsWith("Komentar diterima.");
        assertThat(everywhere(open)).doesNotContain(words);

        var administrator = PlainBrowser.signedIn(TestStaff.administrator());
        decide(administrator, words, "tampil");
        assertThat(everywhere(open)).contains(words).contains("Warga Lorong 4");
        assertThat(acts(open)).contains("COMMENT_SHOWN");

        decide(administrator, words, "tolak");
        assertThat(everywhere(open)).doesNotContain(words);
        assertThat(acts(open)).endsWith("COMMENT_REFUSED");
    }

    @Test
    void a_complaint_that_is_hidden_takes_its_comments_with_it() {
        var open = Stories.accepted(Stories.pending("Sebentar terbuka, dengan komentar."));
        var words = "Saya juga melihatnya. " + UUID.randomUUID();
        write(open, "", words);
        decide(PlainBrowser.signedIn(TestStaff.administrator()), words, "tampil");
        assertThat(everywhere(open)).contains(words);

        Stories.shielded(open);
        for (var path : List.of("/aduan/%s", "/aduan/%s/komentar", "/aduan/%s/tandai")) {
            var answer = given().get(path.formatted(open.trackingNumber()));
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.asString()).as(path).doesNotContain(words);
        }
        var late = given().header("Sec-Fetch-Site", "same-origin")
                .formParam("words", "Terlambat")
                .post("/aduan/" + open.trackingNumber() + "/komentar");
        assertThat(late.statusCode()).isEqualTo(404);
    }

    @Test
    void what_was_typed_stays_beside_what_is_wrong_with_it() {
        var open = Stories.accepted(Stories.pending("Untuk komentar yang terlalu panjang."));
        var citizen = new PlainBrowser("id");
        citizen.open("/aduan/" + open.trackingNumber() + "/komentar");
        var tooLong = "panjang ".repeat(200);
        citizen.form("form[action$=/komentar]")
                .fill("name", "Ani")
                .fill("words", tooLong)
                .send();
        assertThat(citizen.status()).isEqualTo(422);
        assertThat(citizen.page().select("#words-error").text())
                .contains("1.599")
                .contains("1.000");
        assertThat(citizen.page().expectFirst("#words").wholeText()).startsWith("panjang panjang");
        assertThat(citizen.page().expectFirst("#name").val()).isEqualTo("Ani");
        assertThat(comments(open)).isZero();
    }

    @Test
    void a_flood_from_one_address_is_stopped_and_loses_no_words() {
        var open = Stories.accepted(Stories.pending("Untuk banjir komentar."));
        for (int each = 0; each < DiscussionLimit.AN_HOUR; each++) {
            write(open, "", "Komentar ke-" + each);
        }
        var stopped = write(open, "", "Komentar yang kelebihan");
        assertThat(stopped.status()).isEqualTo(422);
        assertThat(stopped.page().select("#words-error").text()).contains("menit");
        assertThat(stopped.page().expectFirst("#words").wholeText()).isEqualTo("Komentar yang kelebihan");
        assertThat(comments(open)).isEqualTo(DiscussionLimit.AN_HOUR);
    }

    @Test
    void a_flag_reaches_the_administrator_who_hides_the_comment_and_settles_it() {
        var open = Stories.accepted(Stories.pending("Untuk komentar yang ditandai."));
        var words = "Nomor teleponnya ada di sini. " + UUID.randomUUID();
        write(open, "", words);
        var administrator = PlainBrowser.signedIn(TestStaff.administrator());
        decide(administrator, words, "tampil");

        var citizen = new PlainBrowser("id");
        citizen.open("/aduan/" + open.trackingNumber());
        citizen.follow("li:has(.words:contains(" + words + ")) a[href*=tandai]");
        citizen.form("form[action$=/tandai]").send();
        assertThat(citizen.page().select("#reason-error").text()).isEqualTo("Pilih dulu alasannya.");
        citizen.form("form[action$=/tandai]").fill("reason", "PERSONAL").send();
        assertThat(citizen.page().select(".toast").text()).startsWith("Tanda diterima.");

        administrator.open("/admin/percakapan");
        var flag = "[data-flag]:has(.words:contains(" + words + "))";
        assertThat(administrator.page().select(flag).text()).contains("Menyebut orang, nomor, atau alamatnya");
        administrator.form(flag + " form[action$=/tolak]").send();
        assertThat(everywhere(open)).doesNotContain(words);
        administrator.form(flag + " form[action$=/selesai]").send();
        assertThat(administrator.page().select(flag)).isEmpty();
        assertThat(acts(open)).endsWith("FLAG_SETTLED");
    }

    @Test
    void a_comment_of_another_complaint_cannot_be_flagged_here() {
        var open = Stories.accepted(Stories.pending("Aduan tanpa komentar."));
        var answer = given().header("Sec-Fetch-Site", "same-origin")
                .formParam("comment", UUID.randomUUID())
                .formParam("reason", "SPAM")
                .post("/aduan/" + open.trackingNumber() + "/tandai");
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    private static PlainBrowser write(Complaint below, String name, String words) {
        var citizen = new PlainBrowser("id");
        citizen.open("/aduan/" + below.trackingNumber() + "/komentar");
        citizen.form("form[action$=/komentar]")
                .fill("name", name)
                .fill("words", words)
                .send();
        return citizen;
    }

    private static void decide(PlainBrowser administrator, String words, String decision) {
        administrator.open("/admin/percakapan");
        administrator
                .form("[data-comment]:has(.words:contains(" + words + ")) form[action$=/" + decision + "]")
                .send();
        assertThat(administrator.status()).isEqualTo(200);
    }

    /** All that the public can read of a complaint. */
    private static String everywhere(Complaint complaint) {
        var page = "/aduan/" + complaint.trackingNumber();
        return given().get(page).asString() + given().get(page + "/komentar").asString();
    }

    private List<String> acts(Complaint complaint) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT act FROM journal WHERE complaint_id = :id ORDER BY seq")
                        .bind("id", complaint.id())
                        .mapTo(String.class)
                        .list());
    }

    private int comments(Complaint complaint) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM comment WHERE complaint_id = :id")
                .bind("id", complaint.id())
                .mapTo(Integer.class)
                .one());
    }
}
