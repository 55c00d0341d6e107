package id.sipakatau.intake.follow;

import static id.sipakatau.intake.Sending.sha256;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.city.City;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.FollowSecret;
import id.sipakatau.evidence.Photo;
import id.sipakatau.evidence.PhotoVault;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.intake.Pictures;
import id.sipakatau.intake.Sending;
import id.sipakatau.journal.Actor;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Full files that follow the reduced copies of a complaint. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class FullPhotosTest {

    private static final Actor ADMINISTRATOR = Actor.administrator(UUID.randomUUID());

    @Inject
    Complaints complaints;

    @Inject
    PhotoVault vault;

    @Inject
    City city;

    @Inject
    Jdbi jdbi;

    private byte[] small = {};
    private byte[] other = {};
    private byte[] full = {};
    private String secret = "";

    @BeforeEach
    void file() throws Exception {
        small = Pictures.jpeg(60);
        other = Pictures.jpeg(61);
        full = Pictures.jpeg(62);
        var id = Sending.newId();
        Sending.put(id, other);
        Sending.put(id, small);
        var answer = Sending.complete()
                .with("id", id)
                .ahead(other)
                .ahead(small)
                .ahead("reduced", sha256(small))
                .toApi();
        secret = secret(answer);
    }

    @Test
    void before_validation_the_full_file_takes_the_place_of_its_copy() {
        var before = photos();
        assertThat(before).extracting(Photo::isReduced).containsExactly(false, true);
        assertThat(put(small, full).statusCode()).isEqualTo(201);
        var after = photos();
        assertThat(after).extracting(Photo::id).isEqualTo(ids(before));
        assertThat(after).extracting(photo -> photo.original().hex()).containsExactly(sha256(other), sha256(full));
        assertThat(after).extracting(Photo::role).containsOnly(Photo.Role.REPORT);
        assertThat(after).noneMatch(Photo::isReduced);
        assertThat(after.getLast().receivedAt()).isEqualTo(before.getLast().receivedAt());
        assertThat(timeline()).contains("Foto versi penuh Anda sudah sampai");
        assertThat(adminPage("id"))
                .contains("Foto versi penuh menggantikan salinan kecil")
                .doesNotContain("belum diperiksa");
    }

    @Test
    void staff_are_told_that_the_full_file_of_a_copy_is_still_to_come() {
        assertThat(adminPage("id")).contains("salinan kecil, versi penuh menyusul");
        assertThat(adminPage("en")).contains("small copy, the full version follows");
    }

    @Test
    void administrator_never_accepts_a_photo_other_than_the_one_on_the_screen() {
        var seen = complaint();
        put(small, full);
        assertThat(complaint().version()).isEqualTo(seen.version() + 1);
    }

    @Test
    void repeating_is_harmless() {
        assertThat(put(small, full).statusCode()).isEqualTo(201);
        var version = complaint().version();
        assertThat(put(small, full).statusCode()).isEqualTo(200);
        assertThat(complaint().version()).isEqualTo(version);
        accept();
        assertThat(put(small, full).statusCode()).as("also after validation").isEqualTo(200);
        assertThat(all()).hasSize(2);
    }

    @Test
    void another_full_file_does_not_replace_the_first() throws Exception {
        put(small, full);
        assertThat(put(small, Pictures.jpeg(63)).statusCode()).isEqualTo(409);
        assertThat(photos().getLast().original().hex()).isEqualTo(sha256(full));
    }

    @Test
    void after_validation_it_is_kept_beside_for_staff_only() {
        accept();
        var before = photos();
        assertThat(put(small, full).statusCode()).isEqualTo(201);
        assertThat(put(small, full).statusCode()).isEqualTo(200);
        assertThat(photos()).isEqualTo(before);
        var detail = all().getLast();
        assertThat(all()).hasSize(3);
        assertThat(detail.role()).isEqualTo(Photo.Role.DETAIL);
        assertThat(detail.original().hex()).isEqualTo(sha256(full));
        assertThat(detail.ordinal()).isEqualTo(1);
        assertThat(given().get("/ikuti/" + secret + "/foto/" + detail.id() + "/large.jpg")
                        .statusCode())
                .isEqualTo(404);

        var number = complaint().trackingNumber();
        assertThat(adminPage("id"))
                .contains("Versi penuh, belum diperiksa", detail.id().toString());
        var picture = given().cookie("session", TestStaff.administrator())
                .get("/admin/aduan/" + number + "/foto/" + detail.id() + "/large.jpg");
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(adminPage("en")).contains("Full version, not checked");
    }

    @Test
    void same_full_file_by_two_requests_at_once_is_one() throws Exception {
        assertThat(twice(() -> put(small, full))).containsExactlyInAnyOrder(200, 201);
        accept();
        file();
        accept();
        assertThat(twice(() -> put(small, full))).containsExactlyInAnyOrder(200, 201);
        assertThat(all()).hasSize(3);
    }

    @Test
    void wrong_digest_no_digest_and_no_picture_change_nothing() {
        assertThat(put(small, sha256(full), Arrays.copyOf(full, 500)).statusCode())
                .isEqualTo(400);
        assertThat(given().body(full).put(address(small)).statusCode()).isEqualTo(400);
        var text = put(small, Pictures.text());
        assertThat(text.statusCode()).isEqualTo(422);
        assertThat(text.contentType()).startsWith("application/problem+json");
        assertThat(text.path("errors[0].detail").toString()).isEqualTo("Berkas ini bukan foto.");
        assertThat(photos().getLast().isReduced()).isTrue();
    }

    @Test
    void wrong_secret_and_a_photo_that_is_no_reduced_copy_are_unknown() {
        assertThat(put(other, full).statusCode()).isEqualTo(404);
        assertThat(put(Pictures.text(), full).statusCode()).isEqualTo(404);
        secret = "AAAAAAAAAAAAAAAAAAAAAA";
        assertThat(put(small, full).statusCode()).isEqualTo(404);
    }

    @Test
    void after_two_weeks_it_is_too_late() {
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE complaint SET received_at = received_at - interval '15 days' WHERE id = ?",
                complaint().id()));
        var answer = put(small, full);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.path("detail").toString()).contains("datang terlambat");
    }

    private String adminPage(String language) {
        return given().cookie("session", TestStaff.administrator())
                .header("Accept-Language", language)
                .get("/admin/aduan/" + complaint().trackingNumber())
                .asString();
    }

    private Response put(byte[] reduced, byte[] content) {
        return put(reduced, sha256(content), content);
    }

    private Response put(byte[] reduced, String said, byte[] content) {
        var digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(said));
        return given().header("Content-Digest", "sha-256=:" + digest + ":")
                .header("Accept-Language", "id")
                .contentType("image/jpeg")
                .body(content)
                .put(address(reduced));
    }

    private String address(byte[] reduced) {
        return "/ikuti/" + secret + "/photos/" + sha256(reduced);
    }

    private static List<Integer> twice(Callable<Response> send) throws Exception {
        try (var two = Executors.newFixedThreadPool(2)) {
            var answers = two.invokeAll(List.of(send, send));
            return List.of(
                    answers.getFirst().get().statusCode(),
                    answers.getLast().get().statusCode());
        }
    }

    private void accept() {
        var complaint = complaint();
        complaints.change(
                complaint.id(),
                complaint.version(),
                ADMINISTRATOR,
                (each, now) -> each.accept(ADMINISTRATOR, now, city));
    }

    private Complaint complaint() {
        return FollowSecret.parse(secret).flatMap(complaints::find).orElseThrow();
    }

    private List<Photo> photos() {
        return jdbi.withHandle(handle -> vault.of(handle, complaint().id()));
    }

    private List<Photo> all() {
        return jdbi.withHandle(handle -> vault.withDetails(handle, complaint().id()));
    }

    private static List<UUID> ids(List<Photo> photos) {
        return photos.stream().map(Photo::id).toList();
    }

    private String timeline() {
        return Jsoup.parse(given().header("Accept-Language", "id")
                        .get("/ikuti/" + secret)
                        .asString())
                .select(".timeline")
                .text();
    }

    private static String secret(Response filed) {
        var url = filed.path("followUrl").toString();
        return url.substring(url.indexOf("/ikuti/") + "/ikuti/".length());
    }
}
