package id.sipakatau.handling;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.complaint.Act;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Progress;
import id.sipakatau.complaint.Receipt;
import id.sipakatau.complaint.Validation;
import id.sipakatau.deadline.Clock;
import id.sipakatau.deadline.ClockRun;
import id.sipakatau.deadline.Clocks;
import id.sipakatau.identity.Reporters;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.journal.Recorded;
import id.sipakatau.testing.PlainBrowser;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One complaint for several agencies: each works on its part, and the reporter deals with one. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class InvolvementTest extends CaseTest {

    private static final String ASKED = "Mohon disemprot sebelum kami angkut.";

    @Inject
    Clocks clocks;

    private PlainBrowser firefighter;

    @Override
    Receipt filed() {
        return Stories.pending("Sampah terbakar di tepi kanal, asapnya masuk ke rumah.");
    }

    @BeforeEach
    void somebody_of_another_agency_is_there() {
        firefighter = PlainBrowser.signedIn(TestStaff.operator("pemadam"));
    }

    @Test
    void the_agency_that_is_asked_has_a_case_of_its_own_with_what_the_reporter_sent() {
        involve();
        var part = part();
        var card = firefighter
                .open("/operator?q=" + part.trackingNumber())
                .select("[data-number=" + part.trackingNumber() + "]");
        assertThat(card.text()).contains("Bagian dari " + number());
        var page = firefighter.open(address(part));
        assertThat(firefighter.status()).isEqualTo(200);
        assertThat(page.select("#bagian").text()).contains("Bagian dari " + number(), ASKED, "Kebersihan");
        assertThat(page.select("#bagian a").attr("href"))
                .as("what everybody may read")
                .isEqualTo("/aduan/" + number());
        assertThat(page.text()).contains("Sampah terbakar di tepi kanal", "di samping benteng");
        assertThat(firefighter.picture(".evidence img").contentType()).isEqualTo("image/jpeg");
        assertThat(page.select("form[action$=/question], form[action$=/handover], form[action$=/involvement]"))
                .as("what only the agency of the whole does")
                .isEmpty();
        firefighter
                .form("form[action$=/start]")
                .fill("words", "Regu berangkat.")
                .send();
        assertThat(part().handling().progress()).isEqualTo(Progress.IN_PROGRESS);
        assertThat(now().handling().progress()).as("the whole stays").isEqualTo(Progress.NOT_STARTED);
        assertThat(now().version())
                .as("nobody who is writing at the whole is turned away by it")
                .isEqualTo(complaint.version() + 1);
    }

    @Test
    void it_is_finished_after_its_parts_and_its_reporter_sees_each() {
        operator.open(address());
        operator.form("form[action$=/start]").send();
        involve();
        var reporter = new PlainBrowser("id");
        var own = "/ikuti/" + receipt.secret().text();
        assertThat(reporter.open(own).select(".together").text())
                .contains("Ditangani 2 dinas: 0 dari 2 selesai")
                .doesNotContain(ASKED);
        var seen = reporter.page().select("#keadaan > [data-version]").attr("data-version");
        assertThat(news(own, seen).statusCode()).isEqualTo(204);

        var page = operator.open(address());
        assertThat(page.select("form#selesai")).isEmpty();
        assertThat(page.select("#selesai").text())
                .contains("Belum dapat diselesaikan", part().trackingNumber().text());
        var forced = send("kebersihan", complaint, "completion", Map.of("outcome", "ANSWERED", "words", "Sudah."));
        assertThat(forced.statusCode()).isEqualTo(409);
        assertThat(forced.asString()).contains("ada dinas lain yang bagiannya belum selesai");

        firefighter.open(address(part()));
        firefighter.form("form[action$=/start]").send();
        firefighter
                .form("form#selesai")
                .fill("outcome", "ANSWERED")
                .fill("words", "Api padam, bara disiram.")
                .send();
        assertThat(part().handling().progress()).isEqualTo(Progress.DONE);
        assertThat(part().handling().contestableUntil())
                .as("the reporter answers to the whole")
                .isNull();
        assertThat(news(own, seen).statusCode())
                .as("an open page has something to see")
                .isEqualTo(200);
        assertThat(reporter.open(own).select(".together").text())
                .contains("Ditangani 2 dinas: 1 dari 2 selesai", "Api padam, bara disiram.");
        assertThat(reporter.page().select(".timeline").text()).contains("selesai dengan bagiannya");

        operator.open(address());
        assertThat(operator.page().select("#instansi").text()).contains("Api padam, bara disiram.");
        operator.form("form#selesai")
                .fill("outcome", "ANSWERED")
                .fill("words", "Sudah diangkut.")
                .send();
        assertThat(now().handling().progress()).isEqualTo(Progress.DONE);
        assertThat(reporter.open(own).select(".together").text()).contains("Ditangani 2 dinas: 2 dari 2 selesai");
        assertThat(acts())
                .containsExactly(
                        "FILED", "ACCEPTED", "STARTED", "INVOLVED", "PART_STARTED", "PART_FINISHED", "FINISHED");
    }

    @Test
    void what_is_only_for_the_whole_is_refused_at_a_part_in_words() {
        involve();
        var part = part();
        var asks = send("pemadam", part, "question", Map.of("words", "Di mana?"));
        assertThat(asks.statusCode()).isEqualTo(409);
        assertThat(asks.asString()).contains("Tanyakan kepada pelapor lewat dinas utama");
        var other = Stories.ordinary("bpbd").id();
        for (var step : List.of("handover", "involvement")) {
            var refused = send("pemadam", part, step, Map.of("category", other, "reason", "Bukan.", "words", "Bantu."));
            assertThat(refused.statusCode()).as(step).isEqualTo(409);
            assertThat(refused.asString()).as(step).contains("hanya untuk aduan utamanya");
        }
        assertThat(part()).isEqualTo(part);
    }

    @Test
    void no_agency_is_involved_twice_at_once() {
        involve();
        for (var agency : List.of("pemadam", "kebersihan")) {
            var category = Stories.ordinary(agency).id();
            var again = send("kebersihan", now(), "involvement", Map.of("category", category, "words", "Lagi."));
            assertThat(again.statusCode()).as(agency).isEqualTo(409);
        }
        var moved = send(
                "kebersihan",
                now(),
                "handover",
                Map.of("category", Stories.ordinary("pemadam").id(), "reason", "Bukan kami."));
        assertThat(moved.statusCode()).as("handed to who has a part of it").isEqualTo(409);
        Stories.finished(Stories.started(part()));
        involve();
        assertThat(complaints.parts(complaint.id()))
                .as("once more, after it was done")
                .hasSize(2);
    }

    @Test
    void a_part_is_recalled_before_it_begins_and_leaves_the_board() {
        involve();
        var part = part();
        operator.open(address());
        operator.form("[data-part] form").send();
        assertThat(operator.page().select(".toast").text()).isEqualTo("Bagian itu ditarik kembali.");
        var recalled = complaints.find(part.id()).orElseThrow();
        assertThat(recalled.verdict().validation()).isEqualTo(Validation.RECALLED);
        assertThat(now().custody().involved()).isEmpty();
        firefighter.open(address(part));
        assertThat(firefighter.status()).isEqualTo(404);
        assertThat(running(part)).isEmpty();
        assertThat(new PlainBrowser("id").open("/aduan/" + number()).select(".together"))
                .isEmpty();

        involve();
        var begun = Stories.started(part());
        var late = given().cookie("session", TestStaff.operator("kebersihan"))
                .header("Sec-Fetch-Site", "same-origin")
                .formParam("version", begun.version())
                .post(address() + "/part/" + begun.trackingNumber() + "/recall");
        assertThat(late.statusCode()).as("work has begun").isEqualTo(409);
        assertThat(late.asString()).contains(address()).doesNotContain(address(begun));
    }

    @Test
    void whoever_says_that_it_is_not_theirs_asks_the_administrator_who_recalls_it() {
        involve();
        var part = Stories.disputed(Stories.started(part()));
        var administrator = PlainBrowser.signedIn(TestStaff.administrator());
        var decides = administrator.open("/admin/aduan/" + part.trackingNumber());
        assertThat(decides.select("#putuskan option"))
                .as("it stays, or is recalled")
                .hasSize(1);
        assertThat(decides.select("#bagian a").attr("href")).isEqualTo("/admin/aduan/" + number());
        administrator.open("/admin/aduan/" + number());
        administrator.form("[data-part] form").send();
        assertThat(now().custody().involved()).isEmpty();
        assertThat(complaints.find(part.id()).orElseThrow().custody().isDisputed())
                .isFalse();
    }

    @Test
    void the_wall_between_the_agencies_stays() {
        involve();
        var part = part();
        firefighter.open(address());
        assertThat(firefighter.status())
                .as("the whole, for the agency of a part")
                .isEqualTo(404);
        operator.open(address(part));
        assertThat(operator.status())
                .as("the part, for the agency of the whole")
                .isEqualTo(404);
        var proof = Stories.doubted(Stories.started(part));
        var photo = jdbi.withHandle(handle -> vault.withDetails(handle, proof.id()))
                .getFirst()
                .id();
        operator.open(address());
        assertThat(operator.page().html()).doesNotContain(photo.toString());
        assertThat(given().cookie("session", TestStaff.operator("kebersihan"))
                        .get(address() + "/foto/" + photo + "/large.jpg")
                        .statusCode())
                .isEqualTo(404);
        var stranger = Stories.part(
                Stories.involved(Stories.accepted(Stories.pending("Aduan lain.")), "pemadam", ASKED), "pemadam");
        var recall = given().cookie("session", TestStaff.operator("kebersihan"))
                .header("Sec-Fetch-Site", "same-origin")
                .formParam("version", stranger.version())
                .post(address() + "/part/" + stranger.trackingNumber() + "/recall");
        assertThat(recall.statusCode()).as("a part of another complaint").isEqualTo(404);
    }

    @Test
    void the_reporter_is_looked_at_as_that_of_the_whole_and_hidden_with_it() {
        involve();
        firefighter.open(address(part()));
        firefighter.form("form[action$=/reporter]").send();
        assertThat(firefighter.page().text()).contains(Stories.REPORTER.name());
        assertThat(acts()).endsWith(Reporters.LOOKED_AT_REPORTER);

        var administrator = PlainBrowser.signedIn(TestStaff.administrator());
        administrator.open("/admin/aduan/" + number());
        administrator.form("form[action$=/protection]").tick("anonymous").send();
        assertThat(part().privacy()).isEqualTo(new Complaint.Privacy(true, false));
        assertThat(history(part())).containsExactly(Act.INVOLVED.name(), Act.SHIELDED.name());
        assertThat(send("pemadam", part(), "reporter", Map.of()).statusCode()).isEqualTo(403);
        assertThat(administrator.open("/admin/aduan/" + part().trackingNumber()).select("form[action$=/protection]"))
                .as("shielded through its whole")
                .isEmpty();
    }

    @Test
    void citizens_know_the_number_of_the_whole_and_the_agency_of_a_part_finds_it_by_that() {
        involve();
        jdbi.useHandle(handle -> handle.execute(
                "INSERT INTO reply_template (id, agency, name, words) VALUES (?, 'pemadam', 'Nomor', 'Aduan {nomor} kami tangani.')",
                UUID.randomUUID()));
        assertThat(firefighter.open(address(part())).html())
                .contains("Aduan " + number() + " kami tangani.")
                .doesNotContain("Aduan " + part().trackingNumber() + " kami tangani.");
        assertThat(firefighter.open("/operator?q=" + number()).select("[data-number]"))
                .extracting(card -> card.attr("data-number"))
                .contains(part().trackingNumber().text());
    }

    @Test
    void its_clocks_are_its_own_and_begin_when_it_is_asked() {
        involve();
        var part = part();
        assertThat(running(part))
                .extracting(ClockRun::clock)
                .containsExactlyInAnyOrder(Clock.FIRST_ANSWER, Clock.RESOLUTION);
        assertThat(running(part)).allSatisfy(run -> {
            assertThat(run.agency()).isEqualTo("pemadam");
            assertThat(run.startedAt()).isEqualTo(part.receivedAt());
        });
        var work = running(part).stream()
                .filter(run -> run.clock() == Clock.RESOLUTION)
                .findFirst()
                .orElseThrow();
        assertThat(work.dueAt()).isEqualTo(part.handling().promisedBy());
        Stories.finished(Stories.started(part));
        assertThat(running(part)).isEmpty();
        assertThat(running(complaint)).as("those of the whole run on").hasSize(2);
    }

    private void involve() {
        operator.open(address());
        operator.form("#libatkan form")
                .fill("category", Stories.ordinary("pemadam").id())
                .fill("words", ASKED)
                .send();
        assertThat(operator.page().select(".toast").text()).isEqualTo("Dinas lain dilibatkan.");
    }

    /** The newest part of the fire brigade. */
    private Complaint part() {
        return complaints.parts(complaint.id()).getLast();
    }

    private List<ClockRun> running(Complaint of) {
        return jdbi.withHandle(handle -> clocks.of(handle, of.id())).stream()
                .filter(ClockRun::isRunning)
                .toList();
    }

    private List<String> history(Complaint of) {
        return complaints.history(of.id()).stream().map(Recorded::act).toList();
    }

    private static String address(Complaint of) {
        return "/operator/aduan/" + of.trackingNumber();
    }

    private Response news(String own, String seen) {
        return given().queryParam("version", seen).get(own + "/keadaan");
    }

    /** A step that the pages do not offer. */
    private Response send(String agency, Complaint to, String step, Map<String, String> fields) {
        var request = given().cookie("session", TestStaff.operator(agency))
                .header("Sec-Fetch-Site", "same-origin")
                .redirects()
                .follow(false);
        var version = String.valueOf(complaints.find(to.id()).orElseThrow().version());
        if (step.equals("completion")) {
            request.multiPart("version", version);
            fields.forEach(request::multiPart);
        } else {
            request.formParam("version", version).formParams(fields);
        }
        return request.post(address(to) + "/" + step);
    }
}
