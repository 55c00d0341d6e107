package id.sipakatau.handling;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.complaint.Receipt;
import id.sipakatau.identity.NewStaff;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.testing.PlainBrowser;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import id.sipakatau.web.Formats;
import id.sipakatau.web.Texts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the people of an agency tell each other: notes on a case, templates for answers, and what a shift leaves. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class AgencyTalkTest extends CaseTest {

    private static final String REPLIES = "/operator/kepala/balasan";
    private static final String SHIFT = "/operator/serah-terima";

    private String colleagueName;
    private PlainBrowser colleague;

    @Override
    Receipt filed() {
        return Stories.pending("Selokan di belakang rumah sakit tersumbat.");
    }

    @BeforeEach
    void a_colleague() {
        colleagueName = TestStaff.username("rekan");
        colleague = PlainBrowser.signedIn(
                TestStaff.cookie(TestStaff.account(NewStaff.operator(colleagueName, "Rekan", "kebersihan"))));
    }

    @Test
    void a_note_is_read_by_the_agency_and_the_administrator_and_by_nobody_else() {
        var words = "Ketua RT menunggu di gerbang " + UUID.randomUUID();
        note(words);
        assertThat(colleague.open(address()).select("#catatan").text()).contains(words);
        var administrator = PlainBrowser.signedIn(TestStaff.administrator());
        assertThat(administrator.open("/admin/aduan/" + number() + "/note").text())
                .contains(words);
        administrator.form("#catatan form").fill("words", "Dari administrator").send();
        assertThat(colleague.open(address()).select("#catatan").text()).contains("Dari administrator");

        var nobody = new PlainBrowser("id");
        for (var path :
                new String[] {"/aduan/" + number(), "/ikuti/" + receipt.secret().text()}) {
            assertThat(nobody.open(path).outerHtml()).as(path).doesNotContain(words);
        }
        assertThat(complaints.history(complaint.id()).getLast().act()).isEqualTo("NOTED");
        assertThat(complaints.history(complaint.id()).toString()).doesNotContain(words);

        Stories.handedOver(complaint, "bpbd");
        var next = PlainBrowser.signedIn(TestStaff.operator("bpbd"));
        assertThat(next.open(address()).outerHtml()).as("the next agency").doesNotContain(words);
        assertThat(colleague.open("/operator/disebut").outerHtml()).doesNotContain(words);
    }

    @Test
    void whoever_is_named_finds_it_with_a_count_until_they_have_read_it() {
        var stranger = TestStaff.username("asing");
        TestStaff.account(NewStaff.operator(stranger, "Asing", "bpbd"));
        note("Tolong dicek, @" + colleagueName.toUpperCase(Locale.ROOT) + ". Bukan a@" + stranger + ".id, @"
                + stranger);
        assertThat(colleague
                        .open("/operator")
                        .select("nav a[href$=disebut] .count")
                        .text())
                .isEqualTo("1");
        assertThat(colleague.open("/operator/disebut").select(".unread a").attr("href"))
                .isEqualTo(address() + "#catatan");
        colleague.form("form[action$=dibaca]").send();
        assertThat(colleague.page().select(".unread, nav .count")).isEmpty();
        assertThat(colleague.page().select(".item")).hasSize(1);
        assertThat(operator.open("/operator/disebut").select(".item")).isEmpty();
    }

    @Test
    void who_is_named_about_a_case_that_others_have_now_is_not_called_for_ever() {
        note("Tolong dicek, @" + colleagueName);
        complaint = Stories.handedOver(now(), "bpbd");
        assertThat(colleague.open("/operator/disebut").select(".item, nav .count"))
                .isEmpty();
        complaint = Stories.handedOver(now(), "pariwisata");
        Stories.disputed(complaint);
        var administrator = PlainBrowser.signedIn(TestStaff.administrator());
        administrator.open("/admin/aduan/" + number());
        administrator
                .form("#putuskan")
                .fill("category", Stories.ordinary().id())
                .fill("reason", "Ini urusan kebersihan.")
                .send();
        assertThat(colleague.open("/operator/disebut").select(".unread, nav .count"))
                .as("it is theirs again, and still to be read")
                .hasSize(3);
    }

    @Test
    void a_note_that_is_nothing_is_refused() {
        operator.open(address());
        operator.form("#catatan form").fill("words", "  ").send();
        assertThat(operator.status()).isEqualTo(422);
    }

    @Test
    void a_template_is_filled_in_and_inserted_behind_what_was_typed() {
        var head = PlainBrowser.signedIn(TestStaff.head("kebersihan"));
        var name = TestStaff.username("Terima kasih");
        template(head, name, "Aduan {nomor} ({kategori}, {kelurahan}) kami selesaikan sebelum {tanggal-janji}.");
        var template = operator.open(address())
                .select("#start-words ~ *, [data-replies] option:contains(" + name + ")")
                .select("option")
                .first();
        assertThat(requireNonNull(template).attr("data-words"))
                .startsWith("Aduan " + number() + " (")
                .contains(city.category(complaint.subject().category())
                        .orElseThrow()
                        .name()
                        .id())
                .doesNotContain("{");
        var promised = requireNonNull(complaint.handling().promisedBy());
        var abroad = new PlainBrowser("en").with("session", TestStaff.operator("kebersihan"));
        assertThat(abroad.open(address())
                        .select("option[value=" + template.val() + "]")
                        .attr("data-words"))
                .as("the citizen is written to in Indonesian, whoever writes")
                .isEqualTo(template.attr("data-words"))
                .contains(new Formats(Texts.INDONESIAN, city.zone())
                        .longDay(promised.atZone(city.zone()).toLocalDate()));

        operator.submitted(address() + "/balasan", "untuk=start&words=Halo.&balasan=" + template.val());
        assertThat(operator.status()).isEqualTo(200);
        assertThat(operator.page().select("#start-words").text())
                .startsWith("Halo.")
                .contains("Aduan " + number());
        operator.submitted(address() + "/balasan", "untuk=question&words=&balasan=" + template.val());
        assertThat(operator.page().select("#question").text()).startsWith("Aduan " + number());
        assertThat(operator.page().select("#tanya[open]")).hasSize(1);
        assertThat(now()).isEqualTo(complaint);

        var other = PlainBrowser.signedIn(TestStaff.head("bpbd"));
        assertThat(other.open(REPLIES).text()).doesNotContain(name);
        head.open(REPLIES);
        head.form("form[action$='" + template.val() + "/hapus']").send();
        assertThat(operator.open(address()).outerHtml()).doesNotContain(name);
    }

    @Test
    void a_placeholder_that_means_nothing_is_refused_with_what_was_typed() {
        var head = PlainBrowser.signedIn(TestStaff.head("kebersihan"));
        template(head, "Salah", "Halo {nama}, aduan {nomor}.");
        assertThat(head.status()).isEqualTo(422);
        assertThat(head.page().select("#kata-error").text()).contains("{nama}").doesNotContain("{nomor}");
        assertThat(head.page().select("#kata").text()).isEqualTo("Halo {nama}, aduan {nomor}.");
        given().cookie("session", TestStaff.operator("kebersihan"))
                .get(REPLIES)
                .then()
                .statusCode(403);
    }

    @Test
    void what_a_shift_leaves_is_shown_until_it_was_read() {
        var words = "Truk 3 di bengkel " + UUID.randomUUID();
        operator.open(SHIFT);
        operator.form("form[action='" + SHIFT + "']").fill("words", words).send();
        assertThat(operator.page().text()).contains(words);
        assertThat(operator.open("/operator").select(".shift").text())
                .as("its author knows")
                .doesNotContain(words);
        var notice = colleague.open("/operator").select(".shift:contains(" + words + ")");
        assertThat(notice).hasSize(1);
        var other = PlainBrowser.signedIn(TestStaff.operator("bpbd"));
        assertThat(other.open("/operator").outerHtml()).doesNotContain(words);
        assertThat(other.open(SHIFT).outerHtml()).doesNotContain(words);

        var read = notice.select("form").attr("action");
        other.submitted(read, "");
        colleague.submitted(read, "");
        assertThat(colleague.open("/operator").text()).doesNotContain(words);
        assertThat(colleague.open(SHIFT).text()).contains(words);
    }

    @Test
    void the_head_sees_who_has_how_much_and_what_is_overdue() {
        var name = TestStaff.username("Beban");
        var account = TestStaff.account(NewStaff.operator(TestStaff.username("b"), name, "kebersihan"));
        operator.open(address());
        operator.form("#tugaskan").fill("kepada", "petugas-" + account).send();
        var head = PlainBrowser.signedIn(TestStaff.head("kebersihan"));
        assertThat(share(head, name)).isEqualTo("1 0 0");
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE complaint SET promised_by = now() - interval '1 day' WHERE id = :id")
                .bind("id", complaint.id())
                .execute());
        assertThat(share(head, name)).isEqualTo("1 1 0");
        assertThat(head.page().select(".item:contains(" + number() + ")").text())
                .contains(name);
        Stories.finished(Stories.started(now()));
        assertThat(share(head, name)).isEqualTo("0 0 1");
        assertThat(head.page().select(".item:contains(" + number() + ")")).isEmpty();
    }

    private static String share(PlainBrowser head, String name) {
        return head.open("/operator/kepala")
                .select("tr:has(th:contains(" + name + ")) td")
                .text();
    }

    private static void template(PlainBrowser head, String name, String words) {
        head.open(REPLIES);
        head.form("form[action='" + REPLIES + "']")
                .fill("nama", name)
                .fill("isi", words)
                .send();
    }

    private void note(String words) {
        operator.open(address());
        operator.form("#catatan form").fill("words", words).send();
        assertThat(operator.status()).isEqualTo(200);
    }
}
