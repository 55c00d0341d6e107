package id.sipakatau.monitoring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Receipt;
import id.sipakatau.complaint.TrackingNumber;
import id.sipakatau.evidence.CameraPhoto;
import id.sipakatau.evidence.Photo;
import id.sipakatau.evidence.PhotoVault;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The wall: what is hidden leaks through no public exit, and answers as what never was. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PublicWallTest {

    private static final List<String> EXITS = List.of(
            "/",
            "/?q=rahasiasekali",
            "/?dinas=kebersihan",
            "/?status=belum",
            "/?hari=7",
            "/?kecamatan=73.71.04",
            "/daftar",
            "/daftar?bbox=-5.2,119.3,-5.0,119.6",
            "/peta/aduan.json",
            "/peta/aduan.json?zoom=19&bbox=-5.2,119.3,-5.0,119.6",
            "/lacak",
            "/lapor/serupa?kategori=KATEGORI&lat=-5.1339&lon=119.4056",
            "/lapor/serupa?kategori=KATEGORI&kelurahan=73.71.04.1003",
            "/beranda",
            "/beranda/selesai",
            "/beranda/selesai?lat=-5.1339&lon=119.4056",
            "/saya",
            "/saya/dukungan",
            "/akun",
            "/akun/masuk",
            "/kabar-wilayah",
            "/kabar-wilayah?wilayah=73.71.04.1003&kategori=KATEGORI",
            "/kabar-wilayah/73.71.04.1003/semua",
            "/kabar-wilayah/semua/KATEGORI",
            "/darurat",
            "/darurat?dinas=pemadam",
            "/luring",
            "/manifest.webmanifest",
            "/sw.js",
            "/operator/ponsel",
            "/petugas.webmanifest",
            "/petugas-sw.js",
            "/q/health/ready");

    @Inject
    Jdbi jdbi;

    @Inject
    PhotoVault vault;

    @Test
    void nothing_hidden_leaks_through_any_exit() {
        var shown = Stories.accepted(Stories.pending("Aduan terbuka yang boleh dibaca siapa saja di kota ini."));
        var secret = "rahasiasekali " + UUID.randomUUID();
        var pending = Stories.pending("Belum diperiksa, " + secret);
        var confidential =
                Stories.pending(Stories.ordinary(), "Jangan dibuka, " + secret, new Complaint.Privacy(true, true));
        // Done as well, so that no list of what was put right may show it.
        Stories.finished(Stories.started(Stories.accepted(confidential)));

        for (var exit : EXITS) {
            var answer = given().when()
                    .get(exit.replace("KATEGORI", Stories.ordinary().id()))
                    .then()
                    .extract();
            var all = answer.body().asString() + answer.headers();
            assertThat(all)
                    .as(exit)
                    .doesNotContain(secret)
                    .doesNotContain(pending.trackingNumber().text())
                    .doesNotContain(confidential.trackingNumber().text())
                    .doesNotContain(Stories.REPORTER.name())
                    .doesNotContain(Stories.REPORTER.contact())
                    .doesNotContain("di samping benteng");
        }
        assertThat(given().get("/").asString()).contains(shown.trackingNumber().text());
        assertThat(given().get("/aduan/" + shown.trackingNumber()).asString())
                .contains("boleh dibaca siapa saja")
                .doesNotContain(Stories.REPORTER.name())
                .doesNotContain("di samping benteng");
    }

    @Test
    void what_waits_for_approval_changes_nothing_for_public_and_reporter() {
        var secret = "menungguketukpalu " + UUID.randomUUID();
        var receipt = Stories.pending(Stories.approved(), "Bau dari gudang.", new Complaint.Privacy(false, false));
        var started = Stories.proven(
                Stories.started(Stories.accepted(receipt)), CameraPhoto.taken(Instant.now(), -5.1339, 119.4056, 640));
        var page = "/aduan/" + receipt.trackingNumber();
        var follow = "/ikuti/" + receipt.secret().text();
        var before = List.of(
                given().get(page).asString(), given().get(page + "/kabar").asString());
        var told = given().get(follow).asString();

        var proposed = Stories.proposed(started, secret);
        assertThat(List.of(
                        given().get(page).asString(),
                        given().get(page + "/kabar").asString()))
                .isEqualTo(before);
        assertThat(withoutVersion(given().get(follow).asString())).isEqualTo(withoutVersion(told));
        for (var exit : EXITS) {
            assertThat(given().get(exit.replace("KATEGORI", Stories.approved().id()))
                            .asString())
                    .as(exit)
                    .doesNotContain(secret);
        }
        var proofs = jdbi.withHandle(handle -> vault.withDetails(handle, proposed.id())).stream()
                .filter(photo -> photo.role() == Photo.Role.PROOF)
                .toList();
        assertThat(proofs).hasSize(1);
        for (var size : List.of("large", "thumbnail")) {
            assertThat(given().get("/foto/" + proofs.getFirst().id() + "/" + size + ".jpg")
                            .statusCode())
                    .as(size)
                    .isEqualTo(404);
        }
    }

    @Test
    void a_part_of_a_complaint_is_nowhere_by_itself_and_what_agencies_ask_each_other_stays_inside() {
        var secret = "antardinas " + UUID.randomUUID();
        var receipt = Stories.pending("Terbuka, dan dikerjakan dua dinas.");
        var whole = Stories.involved(Stories.accepted(receipt), "pemadam", "Mohon bantu. " + secret);
        var part = Stories.started(Stories.part(whole, "pemadam"));
        var proven = Stories.proven(part, CameraPhoto.taken(Instant.now(), -5.1339, 119.4056, 640));
        var number = part.trackingNumber().text();
        var page = "/aduan/" + whole.trackingNumber();
        var own = "/ikuti/" + receipt.secret().text();
        var shown = List.of(
                "/?dinas=pemadam",
                page,
                page + "/kabar",
                page + "/komentar",
                own,
                own + "/keadaan",
                "/lapor/serupa?kategori=%s&lat=-5.1339&lon=119.4056"
                        .formatted(part.subject().category()));
        for (var exit : Stream.concat(EXITS.stream(), shown.stream()).toList()) {
            var answer = given().get(exit.replace("KATEGORI", part.subject().category()));
            assertThat(answer.asString() + answer.headers())
                    .as(exit)
                    .doesNotContain(secret, number, part.id().toString());
        }
        var never = TrackingNumber.random("MKS").text();
        for (var path : List.of(
                "/aduan/%s",
                "/aduan/%s/kartu.jpg",
                "/aduan/%s/komentar",
                "/aduan/%s/tandai",
                "/aduan/%s/kabar",
                "/lacak?nomor=%s")) {
            assertThat(normal(path, number)).as(path).isEqualTo(normal(path, never));
        }
        assertThat(supported(number)).isEqualTo(supported(never));
        assertThat(supporters(part.id())).isZero();

        var photo = jdbi.withHandle(handle -> vault.withDetails(handle, proven.id()))
                .getFirst()
                .id();
        var addresses = List.of("/foto/" + photo + "/large.jpg", own + "/foto/" + photo + "/large.jpg");
        for (var address : addresses) {
            assertThat(given().get(address).statusCode())
                    .as("a proof of work at hand, %s", address)
                    .isEqualTo(404);
        }
        // What is done is shown as that of the whole would be, for as long as the whole is.
        var done = Stories.finishedInSpite(part);
        assertThat(given().get(page).asString()).contains("Sudah dibereskan.", photo.toString());
        for (var address : addresses) {
            assertThat(given().get(address).statusCode()).as(address).isEqualTo(200);
        }
        assertThat(given().get("/").asString())
                .doesNotContain(done.trackingNumber().text());
        Stories.shielded(whole);
        assertThat(given().get(addresses.getFirst()).statusCode()).isEqualTo(404);
        assertThat(given().get(addresses.getLast()).statusCode())
                .as("its reporter may")
                .isEqualTo(200);
        assertThat(Stories.part(whole, "pemadam").privacy().confidential()).isTrue();
    }

    private static String withoutVersion(String page) {
        return page.replaceAll("data-version=\"\\d+\"", "");
    }

    @Test
    void a_hidden_complaint_answers_as_one_that_never_was() {
        var pending = Stories.pending("Belum diperiksa");
        var confidential = Stories.pending(Stories.ordinary(), "Rahasia", new Complaint.Privacy(false, true));
        Stories.accepted(confidential);
        var never = TrackingNumber.random("MKS");

        for (var path : List.of(
                "/aduan/%s",
                "/aduan/%s/kartu.jpg",
                "/aduan/%s/komentar",
                "/aduan/%s/tandai",
                "/aduan/%s/kabar",
                "/lacak?nomor=%s")) {
            var expected = normal(path, never.text());
            assertThat(normal(path, pending.trackingNumber().text())).as(path).isEqualTo(expected);
            assertThat(normal(path, confidential.trackingNumber().text()))
                    .as(path)
                    .isEqualTo(expected);
        }
    }

    @Test
    void supporting_a_hidden_complaint_answers_as_one_that_never_was_and_leaves_nothing() {
        var pending = Stories.pending("Belum diperiksa, belum didukung");
        var confidential = Stories.pending(Stories.ordinary(), "Rahasia", new Complaint.Privacy(false, true));
        Stories.accepted(confidential);
        var never = TrackingNumber.random("MKS").text();
        var expected = supported(never);
        assertThat(expected).startsWith("404");
        for (var hidden : List.of(pending, confidential)) {
            assertThat(supported(hidden.trackingNumber().text())).isEqualTo(expected);
            assertThat(supporters(Stories.now(hidden).id())).isZero();
        }
    }

    private static String supported(String number) {
        var answer = given().redirects().follow(false).post("/aduan/" + number + "/dukungan");
        return answer.statusCode() + answer.body().asString().replace(number, "NUMBER") + answer.getCookies();
    }

    private long supporters(UUID complaint) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM complaint_support WHERE complaint_id = :id")
                        .bind("id", complaint)
                        .mapTo(Long.class)
                        .one());
    }

    @Test
    void the_photo_of_a_hidden_complaint_answers_as_one_that_never_was() {
        var pending = Stories.pending("Belum diperiksa, dengan foto");
        var photo = photoOf(pending);
        var hidden = given().get("/foto/" + photo + "/large.jpg");
        var never = given().get("/foto/" + UUID.randomUUID() + "/large.jpg");
        assertThat(hidden.statusCode()).isEqualTo(404).isEqualTo(never.statusCode());

        Stories.accepted(pending);
        var shown = given().get("/foto/" + photo + "/large.jpg");
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.contentType()).isEqualTo("image/jpeg");
        assertThat(shown.header("Cache-Control")).contains("private");
    }

    @Test
    void a_full_photo_that_nobody_has_checked_leaks_through_no_exit() {
        var receipt = Stories.pending("Terbuka, dengan foto versi penuh yang menyusul");
        var open = Stories.accepted(receipt);
        var detail = Stories.detail(receipt);
        var page = "/aduan/" + open.trackingNumber();
        for (var exit : Stream.concat(EXITS.stream(), Stream.of(page)).toList()) {
            var answer = given().get(exit);
            assertThat(answer.asString() + answer.headers())
                    .as(exit)
                    .doesNotContain(
                            detail.id().toString(),
                            detail.original().hex(),
                            detail.large().hex());
        }
        var secret = receipt.secret().text();
        assertThat(given().get("/ikuti/" + secret).asString())
                .doesNotContain(detail.id().toString());
        for (var size : List.of("large", "thumbnail")) {
            for (var exit : List.of("/foto/", "/ikuti/" + secret + "/foto/")) {
                var path = exit + "%s/" + size + ".jpg";
                assertThat(normal(path, detail.id().toString()))
                        .startsWith("404")
                        .isEqualTo(normal(path, UUID.randomUUID().toString()));
            }
        }
        assertThat(given().get(page).asString()).contains(photoOf(receipt).toString());
    }

    @Test
    void what_reporter_and_agency_write_and_show_each_other_leaks_through_no_exit() {
        var receipt = Stories.pending("Terbuka, dengan tanya jawab di belakang");
        var answered = Stories.answered(Stories.asked(Stories.accepted(receipt)));
        var contested = Stories.contested(Stories.finished(Stories.started(answered)));
        var open = Stories.praised(Stories.finished(Stories.started(contested)));
        var unchecked = jdbi.withHandle(handle -> vault.ofReporter(handle, open.id())).stream()
                .filter(photo -> photo.role() == Photo.Role.ANSWER || photo.role() == Photo.Role.CONTEST)
                .toList();
        assertThat(unchecked).hasSize(2);
        var page = "/aduan/" + open.trackingNumber();
        for (var exit : Stream.concat(EXITS.stream(), Stream.of(page)).toList()) {
            var answer = given().get(exit);
            var all = answer.asString() + answer.headers();
            assertThat(all).as(exit).doesNotContain(Stories.PRIVATE);
            for (var photo : unchecked) {
                assertThat(all)
                        .as(exit)
                        .doesNotContain(photo.id().toString(), photo.large().hex());
            }
        }
        assertThat(given().get(page).asString())
                .contains("5 dari 5 bintang")
                .doesNotContain("ditanya")
                .doesNotContain("menjawab");
        for (var photo : unchecked) {
            for (var size : List.of("large", "thumbnail")) {
                var path = "/foto/%s/" + size + ".jpg";
                assertThat(normal(path, photo.id().toString()))
                        .startsWith("404")
                        .isEqualTo(normal(path, UUID.randomUUID().toString()));
                assertThat(given().get("/ikuti/" + receipt.secret().text() + path.formatted(photo.id()))
                                .statusCode())
                        .as("its reporter may")
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void what_becomes_confidential_vanishes_at_once() {
        var receipt = Stories.pending("Sebentar terbuka, lalu tidak");
        var open = Stories.accepted(receipt);
        assertThat(given().get("/aduan/" + open.trackingNumber()).statusCode()).isEqualTo(200);
        var card = given().get("/aduan/" + open.trackingNumber() + "/kartu.jpg");
        assertThat(card.statusCode()).isEqualTo(200);

        Stories.shielded(open);
        assertThat(given().get("/aduan/" + open.trackingNumber()).statusCode()).isEqualTo(404);
        assertThat(given().get("/foto/" + photoOf(receipt) + "/thumbnail.jpg").statusCode())
                .isEqualTo(404);
        assertThat(given().header("If-None-Match", card.header("ETag"))
                        .get("/aduan/" + open.trackingNumber() + "/kartu.jpg")
                        .statusCode())
                .isEqualTo(404);
        assertThat(given().get("/").asString())
                .doesNotContain(open.trackingNumber().text());
    }

    private UUID photoOf(Receipt receipt) {
        var complaint = Stories.now(receipt);
        return jdbi.withHandle(handle -> vault.of(handle, complaint.id()))
                .getFirst()
                .id();
    }

    /** An answer without what differs by nature: the number that was asked for. */
    private static String normal(String path, String number) {
        var answer = given().redirects().follow(false).get(path.formatted(number));
        return answer.statusCode() + answer.body().asString().replace(number, "NUMBER");
    }
}
