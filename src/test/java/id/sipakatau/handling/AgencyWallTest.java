package id.sipakatau.handling;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.city.Category;
import id.sipakatau.complaint.Act;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Progress;
import id.sipakatau.complaint.Receipt;
import id.sipakatau.complaint.TrackingNumber;
import id.sipakatau.identity.NewStaff;
import id.sipakatau.identity.Reporters;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.testing.PlainBrowser;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an operator gets to see: the complaints of the own agency, and nobody else's; a reporter only if the reporter agrees. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class AgencyWallTest extends CaseTest {

    @Override
    Receipt filed() {
        return Stories.pending("Sampah di kanal belum diangkut.");
    }

    @Test
    void a_complaint_of_another_agency_answers_as_one_that_never_was() {
        var stranger = TestStaff.operator("pariwisata");
        var own = TestStaff.operator("kebersihan");
        var unvalidated = Stories.now(Stories.pending("Belum diperiksa administrator."));
        var never = TrackingNumber.random("MKS").text();
        var photo = photos().getFirst().id();
        for (var request : List.of(
                "GET /operator/aduan/%s",
                "GET /operator/aduan/%s/foto/" + photo + "/large.jpg",
                "GET /operator/aduan/%s/foto/" + photo + "/thumbnail.jpg",
                "POST /operator/aduan/%s/assignment",
                "POST /operator/aduan/%s/note",
                "POST /operator/aduan/%s/balasan",
                "POST /operator/aduan/%s/start",
                "POST /operator/aduan/%s/question",
                "POST /operator/aduan/%s/completion",
                "POST /operator/aduan/%s/proof",
                "POST /operator/aduan/%s/proof/" + photo + "/removal",
                "POST /operator/aduan/%s/handover",
                "POST /operator/aduan/%s/involvement",
                "POST /operator/aduan/%s/part/MKS-0000-0000/recall",
                "POST /operator/aduan/%s/reporter")) {
            var expected = answer(stranger, request, never);
            assertThat(expected).as(request).startsWith("404").contains("Tidak ada aduan dinas Anda dengan nomor ini");
            assertThat(answer(stranger, request, complaint.trackingNumber().text()))
                    .as(request)
                    .isEqualTo(expected);
            assertThat(answer(own, request, unvalidated.trackingNumber().text()))
                    .as(request)
                    .isEqualTo(answer(own, request, never));
        }
        assertThat(now()).isEqualTo(complaint);
        assertThat(acts()).containsExactly(Act.FILED.name(), Act.ACCEPTED.name());
        operator.open(address());
        assertThat(operator.status()).as("its own operator may").isEqualTo(200);
        assertThat(operator.picture(".evidence img").contentType()).isEqualTo("image/jpeg");
    }

    @Test
    void the_reporter_of_a_named_complaint_can_be_looked_at_and_each_look_is_recorded() {
        var account = TestStaff.account(NewStaff.operator(TestStaff.username("op"), "Operator", "kebersihan"));
        var curious = PlainBrowser.signedIn(TestStaff.cookie(account));
        curious.open(address());
        assertThat(curious.page().text()).doesNotContain(Stories.REPORTER.name());
        curious.form("form[action$=/reporter]").send();
        assertThat(curious.page().select(".facts").text())
                .contains(Stories.REPORTER.name())
                .contains(Stories.REPORTER.contact());
        assertThat(acts()).containsExactly(Act.FILED.name(), Act.ACCEPTED.name(), Reporters.LOOKED_AT_REPORTER);
        assertThat(complaints.history(complaint.id()).getLast().actorId()).isEqualTo(account);
    }

    @Test
    void the_reporter_of_an_anonymous_complaint_stays_hidden() {
        complaint = Stories.accepted(
                Stories.pending(Stories.ordinary(), "Tanpa nama.", new Complaint.Privacy(true, false)));
        operator.open(address());
        assertThat(operator.page().select("form[action$=/reporter]")).isEmpty();
        assertThat(operator.page().text()).contains("Pelapor memilih anonim").doesNotContain(Stories.REPORTER.name());
        var forced = given().cookie("session", TestStaff.operator("kebersihan")).post(address() + "/reporter");
        assertThat(forced.statusCode()).isEqualTo(403);
        assertThat(forced.asString())
                .contains("Pelapor memilih anonim")
                .doesNotContain(Stories.REPORTER.name())
                .doesNotContain(Stories.REPORTER.contact());
        assertThat(acts()).containsExactly(Act.FILED.name(), Act.ACCEPTED.name());
    }

    @Test
    void an_emergency_is_on_the_board_before_it_is_validated_and_not_public() {
        var urgent = city.categories("bpbd").stream()
                .filter(Category::emergency)
                .findFirst()
                .orElseThrow();
        complaint =
                Stories.now(Stories.pending(urgent, "Air sudah setinggi dada.", new Complaint.Privacy(false, false)));
        operator = PlainBrowser.signedIn(TestStaff.operator("bpbd"));
        assertThat(column()).isEqualTo("belum");
        assertThat(operator.page().select("[data-number=" + number() + "]").text())
                .contains("belum diperiksa administrator");
        operator.form("[data-number=" + number() + "] form").send();
        assertThat(now().handling().progress()).isEqualTo(Progress.IN_PROGRESS);

        var onlooker = new PlainBrowser("id");
        onlooker.open("/aduan/" + number());
        assertThat(onlooker.status()).isEqualTo(404);
        assertThat(onlooker.open("/").select("[data-number=" + number() + "]")).isEmpty();
    }

    /** An answer without what differs by nature: the number that was asked for. */
    private static String answer(String session, String request, String number) {
        var path = request.replaceFirst("\\w+ ", "").formatted(number);
        var asking = given().cookie("session", session).redirects().follow(false);
        Response answer;
        if (request.startsWith("GET")) {
            answer = asking.get(path);
        } else if (path.endsWith("completion") || path.contains("/proof")) {
            answer = asking.multiPart("version", "2")
                    .multiPart("outcome", "ANSWERED")
                    .multiPart("words", "Ya")
                    .post(path);
        } else {
            answer = asking.formParam("version", 2)
                    .formParam("category", Stories.ordinary("pemadam").id())
                    .formParam("reason", "Bukan kami.")
                    .post(path);
        }
        return (answer.statusCode() + " " + answer.contentType() + answer.asString()).replace(number, "NUMBER");
    }
}
