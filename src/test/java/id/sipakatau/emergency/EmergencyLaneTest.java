package id.sipakatau.emergency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sipakatau.complaint.Act;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.DismissalReason;
import id.sipakatau.complaint.FollowSecret;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.journal.Actor;
import id.sipakatau.journal.Recorded;
import id.sipakatau.testing.Makassar;
import id.sipakatau.testing.OpenStream;
import id.sipakatau.testing.PlainBrowser;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A call from the phone to its end, who learns of it, and who does not. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class EmergencyLaneTest {

    @Inject
    Complaints complaints;

    @Inject
    Jdbi jdbi;

    @TestHTTPResource("/")
    URI address;

    private final Caller caller = new Caller();

    @Test
    void nobody_but_the_agency_administrators_and_the_caller_learns_of_a_call() {
        var secret = caller.calls("pemadam", Caller.AT_LOSARI);
        var number = number(secret);
        assertThat(given().get("/darurat/" + secret).asString()).contains(number);
        assertThat(seen(TestStaff.operator("pemadam"), "/operator/darurat")).contains(number);
        assertThat(seen(TestStaff.operator("pemadam"), "/operator/darurat/alarm"))
                .contains(number);
        assertThat(seen(TestStaff.administrator(), "/admin/darurat")).contains(number);
        for (var agency : List.of("bpbd", "kepolisian", "kebersihan")) {
            var stranger = TestStaff.operator(agency);
            assertThat(seen(stranger, "/operator/darurat")).doesNotContain(number);
            assertThat(seen(stranger, "/operator/darurat/terbuka")).doesNotContain(number);
            assertThat(seen(stranger, "/operator/darurat/alarm")).doesNotContain(number);
            assertThat(given().cookie("session", stranger)
                            .redirects()
                            .follow(false)
                            .post("/operator/darurat/" + number + "/dilihat")
                            .statusCode())
                    .isEqualTo(404);
        }
        for (var exit : List.of("/", "/daftar", "/peta/aduan.json", "/beranda", "/darurat", "/aduan/" + number)) {
            assertThat(given().get(exit).asString().replace("/aduan/" + number, ""))
                    .as(exit)
                    .doesNotContain(number, "-5.1437");
        }
        assertThat(given().get("/aduan/" + number).statusCode()).isEqualTo(404);
    }

    @Test
    void a_wrong_address_and_a_complaint_that_is_no_call_answer_alike() {
        var ordinary = Stories.pending("Sampah, bukan darurat.").secret().text();
        for (var path : List.of("", "/keadaan")) {
            var never = given().get("/darurat/AAAAAAAAAAAAAAAAAAAAAA" + path);
            var other = given().get("/darurat/" + ordinary + path);
            assertThat(other.statusCode()).isEqualTo(404).isEqualTo(never.statusCode());
            assertThat(other.asString().replace(ordinary, ""))
                    .isEqualTo(never.asString().replace("AAAAAAAAAAAAAAAAAAAAAA", ""));
        }
    }

    @Test
    void a_call_goes_from_received_to_closed_and_the_caller_sees_each_state() {
        var secret = caller.calls("pemadam", Caller.AT_LOSARI);
        var operator = PlainBrowser.signedIn(TestStaff.operator("pemadam"));
        var card = "[data-number=" + number(secret) + "] ";
        operator.open("/operator/darurat");
        assertThat(operator.page().select(card + ".posts").text()).contains("Polsek Ujung Pandang", "ke barat daya");
        operator.form(card + "form[action$=dilihat]").send();
        assertThat(head(secret)).isEqualTo("Petugas sudah melihatnya");
        operator.form(card + "form[action$=dikirim]")
                .fill("unit", "Pos Mattoanging")
                .send();
        assertThat(head(secret)).isEqualTo("Bantuan dalam perjalanan");
        assertThat(given().get("/darurat/" + secret).asString()).contains("Pos Mattoanging");
        operator.form(card + "form[action$=tiba]").send();
        assertThat(head(secret)).isEqualTo("Bantuan sudah di tempat");
        operator.form(card + "form[action$=selesai]")
                .fill("words", "Api padam.")
                .send();
        assertThat(head(secret)).isEqualTo("Panggilan selesai");
        assertThat(acts(secret))
                .containsExactly(Act.FILED.name(), "CALL_SEEN", "CALL_DISPATCHED", "CALL_ON_SCENE", "CALL_CLOSED");
        assertThat(operator.open("/operator/darurat").select("#panggilan " + card))
                .isEmpty();
    }

    @Test
    void a_step_out_of_order_is_refused_and_what_was_typed_is_kept() {
        var secret = caller.calls("pemadam", Map.of());
        var session = TestStaff.operator("pemadam");
        var answer = given().cookie("session", session)
                .formParam("unit", "Pos Terlalu Cepat")
                .post("/operator/darurat/" + number(secret) + "/dikirim");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.asString()).contains("Pos Terlalu Cepat", "Langkah ini tidak bisa lagi");
        assertThat(acts(secret)).containsExactly(Act.FILED.name());
    }

    @Test
    void the_alarm_is_told_by_the_stream_of_the_own_agency_only() throws Exception {
        try (var own = stream("pemadam");
                var other = stream("bpbd")) {
            own.until("alive");
            other.until("alive");
            caller.calls("pemadam", Map.of());
            assertThat(own.until("call")).contains("\"call\"");
            new Caller().calls("bpbd", Map.of());
            assertThat(other.until("call").split("\"call\""))
                    .as("one call, the own")
                    .hasSize(2);
        }
    }

    @Test
    void a_second_call_of_the_same_device_joins_the_open_one_and_after_its_end_is_a_new_one() {
        var secret = caller.calls("bpbd", Map.of());
        assertThat(caller.calls("bpbd", Caller.AT_LOSARI)).isEqualTo(secret);
        assertThat(acts(secret)).containsExactly(Act.FILED.name(), EmergencyCalls.AGAIN);
        assertThat(caller.calls("kepolisian", Map.of())).as("another agency").isNotEqualTo(secret);
        assertThat(new Caller().calls("bpbd", Map.of())).as("another device").isNotEqualTo(secret);
        var operator = PlainBrowser.signedIn(TestStaff.operator("bpbd"));
        var card = "[data-number=" + number(secret) + "] ";
        operator.open("/operator/darurat");
        operator.form(card + "form[action$=dilihat]").send();
        operator.form(card + "form[action$=palsu]")
                .fill("reason", "Tidak ada apa-apa.")
                .send();
        var next = caller.calls("bpbd", Map.of());
        assertThat(next).as("a false alarm never blocks").isNotEqualTo(secret);
        assertThat(operator.open("/operator/darurat")
                        .select("[data-number=" + number(next) + "]")
                        .text())
                .contains("2 panggilan, 1 di antaranya ditandai palsu");
    }

    @Test
    void the_same_sending_again_is_the_same_call_and_a_taken_id_still_calls() {
        var id = UUID.randomUUID().toString();
        var key = UUID.randomUUID().toString();
        var secret = new Caller().calls(id, key, "pemadam", Map.of());
        assertThat(new Caller().calls(id, key, "pemadam", Map.of())).isEqualTo(secret);
        assertThat(new Caller().calls(id, "another", "pemadam", Map.of())).isNotEqualTo(secret);
        assertThat(acts(secret)).containsExactly(Act.FILED.name());
    }

    @Test
    void what_waited_for_a_line_is_marked_as_late() {
        var secret = caller.calls("pemadam", Map.of("waited", "600000"));
        assertThat(given().get("/darurat/" + secret).asString()).contains("Baru terkirim sekarang");
        assertThat(seen(TestStaff.operator("pemadam"), "/operator/darurat")).contains("Terkirim terlambat");
    }

    @Test
    void a_position_is_updated_while_the_call_is_open_and_refused_after_its_end() {
        var secret = caller.calls("pemadam", Map.of());
        assertThat(given().get("/darurat/" + secret).asString()).contains("Posisi Anda belum terkirim");
        assertThat(move(secret)).isEqualTo(204);
        assertThat(seen(TestStaff.operator("pemadam"), "/operator/darurat")).contains("geo:-5.1437,119.4075");
        var dismissed = complaint(secret);
        var administrator = Actor.administrator(UUID.randomUUID());
        complaints.change(
                dismissed.id(),
                dismissed.version(),
                administrator,
                (c, now) -> c.dismiss(administrator, now, DismissalReason.values()[0], "Bukan."));
        assertThat(move(secret)).isEqualTo(410);
        assertThat(head(secret)).isEqualTo("Panggilan selesai");
        assertThat(seen(TestStaff.operator("pemadam"), "/operator/darurat/alarm"))
                .doesNotContain(dismissed.trackingNumber().text());
    }

    @Test
    void the_caller_says_what_it_is_and_only_staff_read_the_words() {
        var secret = caller.calls("pemadam", Map.of());
        var said = given().multiPart("category", "gas-bahan-berbahaya")
                .multiPart("words", "Bau gas kuat di lantai dua")
                .redirects()
                .follow(false)
                .post("/darurat/" + secret + "/keterangan");
        assertThat(said.statusCode()).isEqualTo(303);
        assertThat(complaint(secret).subject().category()).isEqualTo("gas-bahan-berbahaya");
        assertThat(seen(TestStaff.operator("pemadam"), "/operator/darurat"))
                .contains("Kebocoran gas", "Bau gas kuat di lantai dua");
        var before = complaint(secret);
        var administrator = Actor.administrator(UUID.randomUUID());
        var open = complaints.change(
                before.id(),
                before.version(),
                administrator,
                (c, now) -> c.accept(administrator, now, Makassar.city()));
        assertThat(given().get("/aduan/" + open.trackingNumber()).asString())
                .as("published after it was checked, without what was told to the agency")
                .contains("Panggilan darurat dari aplikasi")
                .doesNotContain("Bau gas kuat");
    }

    @Test
    void without_javascript_two_steps_call() {
        var browser = new PlainBrowser("id");
        browser.open("/darurat");
        assertThat(browser.page().select("a[href^=tel:]").eachAttr("href")).startsWith("tel:112", "tel:110", "tel:113");
        browser.open("/darurat?dinas=pemadam");
        assertThat(browser.page().select("a[href=tel:112]")).hasSize(1);
        browser.form("form[action=/darurat]").send();
        assertThat(browser.address()).startsWith("/darurat/");
        assertThat(browser.page().select("h1").text()).contains("Panggilan Anda sudah sampai");
        assertThat(browser.page().select("a[href=tel:112]")).hasSize(1);
    }

    @Test
    void a_call_that_is_handed_over_rings_at_the_other_agency() {
        var secret = caller.calls("pemadam", Map.of());
        var operator = PlainBrowser.signedIn(TestStaff.operator("pemadam"));
        operator.open("/operator/darurat");
        operator.form("[data-number=" + number(secret) + "] form[action$=dilihat]")
                .send();
        var before = complaint(secret);
        var actor = Actor.operator(UUID.randomUUID(), "pemadam");
        complaints.change(
                before.id(),
                before.version(),
                actor,
                (c, now) -> c.handOver(actor, now, "begal", "Perampokan, bukan kebakaran.", Makassar.city()));
        assertThat(seen(TestStaff.operator("kepolisian"), "/operator/darurat/alarm"))
                .contains(number(secret));
        assertThat(seen(TestStaff.operator("pemadam"), "/operator/darurat")).doesNotContain(number(secret));
        assertThat(head(secret)).isEqualTo("Panggilan Anda sudah sampai");
    }

    @Test
    void administrators_hear_it_once_the_heads_were_called_in_vain_and_see_whom_to_telephone() throws Exception {
        var administrator = TestStaff.administrator();
        try (var above = new OpenStream(address.resolve("/admin/darurat/langsung"), Map.of("session", administrator))) {
            above.until("alive");
            var secret = caller.calls("kepolisian", Map.of());
            assertThat(above.until("changed")).as("no ring at once").doesNotContain("\"call\"");
            for (int level = 1; level < Makassar.city().emergency().administratorsFrom(); level++) {
                due(secret, level);
                assertThat(seen(administrator, "/admin/darurat/alarm")).doesNotContain(number(secret));
            }
            due(secret, Makassar.city().emergency().administratorsFrom());
            assertThat(seen(administrator, "/admin/darurat/alarm"))
                    .contains(number(secret), "tel:110", "Tidak ada yang tercatat bertugas");
        }
    }

    /** Lets the call become due and waits until it has reached the level. */
    private void due(String secret, int level) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE emergency_call SET next_level_at = now() WHERE complaint_id = :id AND level = :level - 1")
                .bind("id", complaint(secret).id())
                .bind("level", level)
                .execute());
        await().atMost(Duration.ofSeconds(10))
                .until(() -> acts(secret).stream()
                                .filter(EmergencyCalls.ESCALATED::equals)
                                .count()
                        == level);
    }

    private static int move(String secret) {
        return given().formParams(Caller.AT_LOSARI)
                .post("/darurat/" + secret + "/posisi")
                .statusCode();
    }

    private OpenStream stream(String agency) {
        return new OpenStream(
                address.resolve("/operator/darurat/langsung"), Map.of("session", TestStaff.operator(agency)));
    }

    private static String seen(String session, String path) {
        return given().cookie("session", session)
                .header("Accept-Language", "id")
                .get(path)
                .asString();
    }

    private static String head(String secret) {
        var browser = new PlainBrowser("id");
        return browser.open("/darurat/" + secret).select("h1").text();
    }

    private Complaint complaint(String secret) {
        return complaints.find(new FollowSecret(secret)).orElseThrow();
    }

    private String number(String secret) {
        return complaint(secret).trackingNumber().text();
    }

    private List<String> acts(String secret) {
        return complaints.history(complaint(secret).id()).stream()
                .map(Recorded::act)
                .toList();
    }
}
