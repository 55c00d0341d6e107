package id.sipakatau.emergency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.FollowSecret;
import id.sipakatau.database.Tries;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.journal.Recorded;
import id.sipakatau.testing.PlainBrowser;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Calls from one line of the internet: what is near joins, what is many is gathered, and nothing is refused, lost, or shown to a
 * stranger.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SameLineTest {

    private static final int FLOOD = 300;

    /** Some 110 metres north of {@link Caller#AT_LOSARI}. */
    private static final Map<String, String> NEARBY = at(-5.1427, 119.4075);

    @Inject
    Complaints complaints;

    @Inject
    Lines lines;

    @Inject
    Jdbi jdbi;

    private final InetAddress line = Caller.newLine();

    @AfterEach
    void nothing_is_left_open() {
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE emergency_call SET state = 'CLOSED', closed_at = now() WHERE state <> 'CLOSED'"));
    }

    @Test
    void a_call_of_an_unknown_device_near_an_unseen_one_of_its_line_rings_with_it() {
        var first = new Caller(line).calls("bpbd", Caller.AT_LOSARI);
        var second = new Caller(line).calls("bpbd", NEARBY);
        assertThat(second).isNotEqualTo(first);
        assertThat(complaints.find(new FollowSecret(second))).isEmpty();
        var console = console("bpbd");
        assertThat(console.select("#panggilan article")).hasSize(1);
        assertThat(console.select("[data-number=" + number(first) + "]").text())
                .contains("1 dari jaringan yang sama", "ke utara");
        assertThat(alarm("bpbd").text()).contains("1 dari jaringan yang sama");
        assertThat(acts(first)).endsWith(EmergencyCalls.AGAIN);
    }

    @Test
    void who_joined_sees_how_the_help_is_and_nothing_of_the_first_caller() {
        var first = new Caller(line).calls("bpbd", Caller.AT_LOSARI);
        var second = new Caller(line).calls("bpbd", NEARBY);
        tell(first, "Saya sembunyi di gudang belakang");
        var page = given().get("/darurat/" + second).asString();
        assertThat(page)
                .contains("Panggilan Anda sudah sampai")
                .doesNotContain("gudang belakang", number(first), first);
        for (var path : List.of("", "/langsung", "/ringkas", "/tanda-terima")) {
            assertThat(given().get("/ikuti/" + second + path).statusCode()).isEqualTo(404);
        }
        step("bpbd", number(first), "dilihat");
        assertThat(given().get("/darurat/" + second + "/keadaan").asString()).contains("Petugas sudah melihatnya");
    }

    @Test
    void who_joined_and_says_something_stands_alone_under_the_same_address_and_rings() {
        var first = new Caller(line).calls("bpbd", Caller.AT_LOSARI);
        var second = new Caller(line).calls("bpbd", NEARBY);
        tell(second, "Bukan banjir itu, atap sekolah roboh");
        assertThat(console("bpbd").select("#panggilan article")).hasSize(2);
        assertThat(alarm("bpbd").select("[data-unseen]")).hasSize(2);
        assertThat(given().get("/darurat/" + second).asString()).contains(number(second), "atap sekolah roboh");
        assertThat(given().get("/darurat/" + first).asString()).doesNotContain("atap sekolah roboh");
        assertThat(console("bpbd").select("[data-number=" + number(first) + "]").text())
                .doesNotContain("dari jaringan yang sama");
    }

    @Test
    void the_same_sending_again_joins_once_and_who_presses_again_rings() {
        var first = new Caller(line).calls("bpbd", Caller.AT_LOSARI);
        var id = UUID.randomUUID().toString();
        var key = UUID.randomUUID().toString();
        var device = new Caller(line);
        var joined = device.calls(id, key, "bpbd", NEARBY);
        assertThat(new Caller(line).calls(id, key, "bpbd", NEARBY)).isEqualTo(joined);
        assertThat(joined(first)).isEqualTo(1);
        assertThat(device.calls("bpbd", NEARBY)).isEqualTo(joined);
        assertThat(alarm("bpbd").select("[data-unseen]").eachAttr("data-unseen"))
                .containsExactlyInAnyOrder(number(first), number(joined));
    }

    @Test
    void who_knows_the_id_of_a_joined_call_alone_does_not_get_its_page() {
        new Caller(line).calls("bpbd", Caller.AT_LOSARI);
        var id = UUID.randomUUID().toString();
        var joined = new Caller(line).calls(id, UUID.randomUUID().toString(), "bpbd", NEARBY);
        assertThat(new Caller(line).calls(id, "another", "bpbd", NEARBY)).isNotEqualTo(joined);
    }

    @Test
    void whatever_does_not_look_like_the_same_is_a_call_of_its_own() {
        var first = new Caller(line).calls("bpbd", Caller.AT_LOSARI);
        new Caller().calls("bpbd", NEARBY);
        new Caller(line).calls("bpbd", at(-5.1337, 119.4075));
        new Caller(line).calls("bpbd", Map.of());
        new Caller(line).calls("bpbd", with(NEARBY, "accuracy", "900"));
        new Caller(line).calls("bpbd", with(NEARBY, "words", "Ada yang hanyut"));
        assertThat(alarm("bpbd").select("[data-unseen]").eachAttr("data-unseen"))
                .doesNotContain("")
                .hasSize(6);
        new Caller(line).calls("pemadam", NEARBY);
        assertThat(alarm("pemadam").select("[data-unseen]"))
                .as("another agency")
                .hasSize(1);
        assertThat(joined(first)).isZero();
    }

    @Test
    void near_a_call_that_somebody_has_seen_another_rings_anew() {
        var first = new Caller(line).calls("bpbd", Caller.AT_LOSARI);
        step("bpbd", number(first), "dilihat");
        var second = new Caller(line).calls("bpbd", NEARBY);
        assertThat(alarm("bpbd").select("[data-unseen]").eachAttr("data-unseen"))
                .containsExactly(number(second));
    }

    @Test
    void lines_are_kept_as_digests_and_forgotten_when_they_are_compared_with_none() {
        var secret = new Caller(line).calls("bpbd", Caller.AT_LOSARI);
        var id = complaint(secret).id();
        assertThat(noted(id)).isEqualTo(1);
        var hidden = jdbi.withHandle(
                handle -> handle.createQuery("SELECT encode(line, 'hex') FROM emergency_line WHERE id = :id")
                        .bind("id", id)
                        .mapTo(String.class)
                        .one());
        assertThat(hidden).isNotEqualTo(plainDigest(line)).hasSize(64);
        lines.forget();
        assertThat(noted(id)).isEqualTo(1);
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE emergency_line SET called_at = :old WHERE id = :id")
                .bind("old", Instant.now().minus(Duration.ofMinutes(11)))
                .bind("id", id)
                .execute());
        lines.forget();
        assertThat(noted(id)).isZero();
    }

    @Test
    void a_flood_hides_no_call_of_somebody_else_and_none_of_its_own() {
        for (int i = 0; i < FLOOD; i++) {
            new Caller(line).calls("pemadam", scattered(i));
        }
        var truth = number(new Caller().calls("pemadam", Caller.AT_LOSARI));
        var alarm = alarm("pemadam");
        var rings = alarm.select("[data-unseen]");
        assertThat(rings).hasSize(2);
        assertThat(rings.getFirst().attr("data-unseen"))
                .as("the true one first")
                .isEqualTo(truth);
        assertThat(rings.getLast().text()).contains(FLOOD + " panggilan dari jaringan yang sama");
        var console = console("pemadam");
        assertThat(console.select("#panggilan article").eachAttr("data-number").getFirst())
                .isEqualTo(truth);
        assertThat(console.select("#panggilan article")).hasSize(2);
        var all = open(TestStaff.operator("pemadam"), link(alarm))
                .select("[data-number]")
                .eachAttr("data-number");
        assertThat(all).hasSize(FLOOD).doesNotHaveDuplicates().doesNotContain(truth);
        var above = open(TestStaff.administrator(), "/admin/darurat");
        assertThat(above.select(".call-list").getFirst().select("article")).hasSize(2);
        assertThat(open(TestStaff.administrator(), link(above)).select("[data-number]"))
                .hasSize(FLOOD);
        measure();
    }

    /** What a console asks for while the flood is there; the figures stand in docs/measurements.md. */
    private static void measure() {
        var session = TestStaff.operator("pemadam");
        for (var path : List.of("/operator/darurat/alarm", "/operator/darurat/terbuka", "/operator/darurat")) {
            var times = new ArrayList<Double>();
            for (int i = 0; i < 40; i++) {
                var before = System.nanoTime();
                given().cookie("session", session).get(path).then().statusCode(200);
                times.add((System.nanoTime() - before) / 1e6);
            }
            var sorted = times.subList(20, 40).stream().sorted().toList();
            System.out.printf(
                    Locale.ROOT,
                    "%s with %d calls: median %.0f ms, most %.0f ms%n",
                    path,
                    FLOOD + 1,
                    sorted.get(10),
                    sorted.getLast());
            assertThat(sorted.get(10)).as(path).isLessThan(500);
        }
    }

    @Test
    void of_a_crowd_each_is_taken_by_itself_and_those_that_say_something_stand_first() {
        var secrets = crowd("pemadam", 7);
        tell(secrets.get(4), "Api di lantai tiga");
        var operator = PlainBrowser.signedIn(TestStaff.operator("pemadam"));
        operator.open(link(alarm("pemadam")));
        assertThat(operator.page().select("[data-number]").getFirst().text()).contains("Api di lantai tiga");
        operator.form("[data-number=" + number(secrets.get(4)) + "] form").send();
        var console = console("pemadam");
        assertThat(console.select("[data-number=" + number(secrets.get(4)) + "]")
                        .text())
                .contains("Dilihat oleh");
        assertThat(console.select("[data-crowd-of] h2").text()).startsWith("6 panggilan");
        assertThat(alarm("pemadam").select("[data-unseen]")).hasSize(1);
    }

    @Test
    void together_they_are_marked_only_as_they_were_shown() {
        var secrets = crowd("pemadam", 6);
        var operator = PlainBrowser.signedIn(TestStaff.operator("pemadam"));
        operator.open(link(alarm("pemadam")));
        var mark = operator.form("form[action$=palsu]")
                .fill("reason", "Skrip, semua dari satu jaringan.")
                .tick("sure");
        var later = new Caller(line).calls("pemadam", scattered(40));
        tell(secrets.getFirst(), "Ini sungguhan, tolong");
        mark.send();
        assertThat(operator.address()).isEqualTo("/operator/darurat");
        assertThat(operator.page().text()).contains("kecuali yang berubah");
        for (var secret : secrets.subList(1, 6)) {
            assertThat(acts(secret)).endsWith("CALL_SEEN", "CALL_FALSE_ALARM");
            assertThat(given().get("/darurat/" + secret).asString()).contains("tidak ada keadaan darurat");
        }
        for (var secret : List.of(later, secrets.getFirst())) {
            assertThat(given().get("/darurat/" + secret).asString()).contains("Panggilan Anda sudah sampai");
        }
        assertThat(alarm("pemadam").text()).contains("2 panggilan dari jaringan yang sama");
    }

    @Test
    void together_they_are_marked_with_a_reason_and_after_confirming_only_by_their_own_agency() {
        crowd("pemadam", 6);
        var page = link(alarm("pemadam"));
        var operator = PlainBrowser.signedIn(TestStaff.operator("pemadam"));
        operator.open(page);
        operator.form("form[action$=palsu]").fill("reason", "Skrip.").send();
        assertThat(operator.status()).isEqualTo(422);
        assertThat(operator.page().select("#reason-error").text()).contains("Pastikan dulu");
        assertThat(operator.page().select("#reason").text()).isEqualTo("Skrip.");
        operator.form("form[action$=palsu]").fill("reason", " ").tick("sure").send();
        assertThat(operator.status()).isEqualTo(422);
        assertThat(alarm("pemadam").text()).contains("6 panggilan dari jaringan yang sama");
        var stranger = TestStaff.operator("bpbd");
        assertThat(open(stranger, page).select(".crowd")).isEmpty();
        var marks =
                open(TestStaff.operator("pemadam"), page).select("[name=shown]").val();
        given().cookie("session", stranger)
                .formParams(Map.of("shown", marks, "reason", "Skrip.", "sure", "on"))
                .post(page + "/palsu");
        assertThat(alarm("pemadam").text()).contains("6 panggilan dari jaringan yang sama");
    }

    private List<String> crowd(String agency, int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> new Caller(line).calls(agency, scattered(i)))
                .toList();
    }

    /** So far apart that none is near another. */
    private static Map<String, String> scattered(int number) {
        return at(-5.20 + number / 20 * 0.005, 119.40 + number % 20 * 0.005);
    }

    private static Map<String, String> at(double latitude, double longitude) {
        return Map.of(
                "latitude", String.format(Locale.ROOT, "%.7f", latitude),
                "longitude", String.format(Locale.ROOT, "%.7f", longitude),
                "accuracy", "14.0");
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var more = new HashMap<>(fields);
        more.put(name, value);
        return more;
    }

    private static void tell(String secret, String words) {
        given().multiPart("words", words)
                .redirects()
                .follow(false)
                .post("/darurat/" + secret + "/keterangan")
                .then()
                .statusCode(303);
    }

    private static void step(String agency, String number, String step) {
        given().cookie("session", TestStaff.operator(agency))
                .redirects()
                .follow(false)
                .post("/operator/darurat/" + number + "/" + step)
                .then()
                .statusCode(303);
    }

    private static Document console(String agency) {
        return open(TestStaff.operator(agency), "/operator/darurat");
    }

    private static Document alarm(String agency) {
        return open(TestStaff.operator(agency), "/operator/darurat/alarm");
    }

    private static Document open(String session, String path) {
        return PlainBrowser.signedIn(session).open(path);
    }

    private static String link(Document page) {
        return page.select("a[href*=/jaringan/]").attr("href");
    }

    private static String plainDigest(InetAddress line) {
        return HexFormat.of().formatHex(Pressed.digest(Tries.line(line.getHostAddress())));
    }

    private long noted(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM emergency_line WHERE id = :id")
                .bind("id", id)
                .mapTo(Long.class)
                .one());
    }

    private long joined(String secret) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM emergency_joined WHERE complaint_id = :id")
                        .bind("id", complaint(secret).id())
                        .mapTo(Long.class)
                        .one());
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
