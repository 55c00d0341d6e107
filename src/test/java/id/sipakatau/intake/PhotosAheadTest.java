package id.sipakatau.intake;

import static id.sipakatau.intake.Sending.head;
import static id.sipakatau.intake.Sending.put;
import static id.sipakatau.intake.Sending.sha256;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.TrackingNumber;
import id.sipakatau.evidence.Photo;
import id.sipakatau.evidence.PhotoVault;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Photos sent ahead of their complaint, and the complaint that names them. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PhotosAheadTest {

    @Inject
    Complaints complaints;

    @Inject
    PhotoVault vault;

    @Inject
    KeptPhotos kept;

    @Inject
    Jdbi jdbi;

    @TestHTTPResource("/")
    URI server = URI.create("/");

    private final String id = Sending.newId();

    @Test
    void photo_is_kept_once_and_asked_for_by_its_digest() throws Exception {
        var photo = Pictures.jpeg(30);
        assertThat(head(id, photo)).isEqualTo(404);
        var answer = put(id, photo);
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.path("sha256").toString()).isEqualTo(sha256(photo));
        assertThat(head(id, photo)).isEqualTo(200);
        assertThat(put(id, photo).statusCode()).isEqualTo(200);
        assertThat(head(Sending.newId(), photo)).as("of another complaint").isEqualTo(404);
        assertThat(given().get(Sending.address(id, sha256(photo))).statusCode())
                .as("nobody can read it back")
                .isIn(404, 405);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void complaint_with_references_has_its_photos_in_their_order_and_byte_for_byte() throws Exception {
        var first = Pictures.jpeg(31);
        var second = Pictures.jpeg(32);
        var third = Pictures.jpeg(33);
        put(id, sha256(third), third, "gallery");
        put(id, first);
        put(id, sha256(second), second, "nonsense");
        var answer = Sending.complete()
                .with("id", id)
                .ahead(first)
                .ahead(second)
                .ahead(third)
                .toApi();
        assertThat(answer.statusCode()).isEqualTo(201);
        var photos = photos(answer);
        assertThat(photos)
                .extracting(photo -> photo.original().hex())
                .containsExactly(sha256(first), sha256(second), sha256(third));
        assertThat(photos)
                .extracting(Photo::source)
                .containsExactly(Photo.Source.CAMERA, Photo.Source.UNKNOWN, Photo.Source.GALLERY);
        assertThat(photos).extracting(Photo::ordinal).containsExactly(0, 1, 2);
        assertThat(photos).noneMatch(Photo::isReduced);
        assertThat(rows()).as("kept for the complaint, not beside it").isZero();
    }

    @Test
    void repetition_after_success_gets_the_first_answer_although_the_kept_photos_are_gone() throws Exception {
        put(id, Pictures.jpeg(34));
        var sending = Sending.complete().with("id", id).ahead(Pictures.jpeg(34));
        var first = sending.toApi();
        assertThat(put(id, Pictures.jpeg(34)).statusCode())
                .as("a photo repeated late")
                .isEqualTo(200);
        assertThat(head(id, Pictures.jpeg(34))).isEqualTo(200);
        assertThat(rows()).as("it is kept already").isZero();
        var again = sending.toApi();
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(rows()).isZero();
    }

    @Test
    void files_and_references_are_the_same_complaint() throws Exception {
        put(id, Pictures.jpeg(35));
        assertThat(Sending.complete()
                        .with("id", id)
                        .ahead(Pictures.jpeg(35))
                        .toApi()
                        .statusCode())
                .isEqualTo(201);
        assertThat(Sending.complete()
                        .with("id", id)
                        .photo(Pictures.jpeg(35))
                        .toApi()
                        .statusCode())
                .isEqualTo(200);
        assertThat(Sending.complete()
                        .with("id", id)
                        .ahead(Pictures.jpeg(36))
                        .toApi()
                        .statusCode())
                .as("another photo")
                .isEqualTo(409);
    }

    @Test
    void missing_photos_are_named_and_sent_again_the_complaint_is_filed() throws Exception {
        var there = Pictures.jpeg(37);
        var missing = Pictures.jpeg(38);
        put(id, there);
        var sending =
                Sending.complete().with("id", id).ahead(missing).ahead(there).ahead(missing);
        var asked = sending.toApi();
        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(asked.contentType()).startsWith("application/problem+json");
        assertThat(asked.<List<String>>path("missing")).containsExactly(sha256(missing));
        assertThat(asked.path("detail").toString()).contains("Kirim lagi foto");
        assertThat(complaints.find(UUID.fromString(id))).isEmpty();
        put(id, missing);
        assertThat(photos(sending.toApi())).hasSize(3);
    }

    @Test
    void fault_in_a_field_is_told_before_anything_is_sent_again() throws Exception {
        var asked = Sending.complete()
                .with("id", id)
                .with("description", "")
                .ahead(Pictures.jpeg(39))
                .toApi();
        assertThat(asked.statusCode()).isEqualTo(422);
        var unreadable = Sending.complete().with("id", id).ahead("photo", "x").toApi();
        assertThat(unreadable.statusCode()).isEqualTo(422);
        assertThat(unreadable.<List<String>>path("errors.field")).containsExactly("photos");
    }

    @Test
    void photo_with_another_digest_is_refused_and_nothing_of_it_kept() throws Exception {
        var photo = Pictures.jpeg(40);
        var answer = put(id, sha256(photo), Arrays.copyOf(photo, photo.length - 1), "camera");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.path("detail").toString()).contains("tidak sampai utuh");
        assertThat(head(id, photo)).isEqualTo(404);
        assertThat(rows()).isZero();
    }

    @Test
    void transfer_that_is_cut_off_leaves_nothing() throws Exception {
        var photo = Pictures.jpeg(41);
        var head = "PUT " + Sending.address(id, sha256(photo)) + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: image/jpeg\r\nContent-Length: " + photo.length + "\r\n\r\n";
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream().write(head.getBytes(US_ASCII));
            socket.getOutputStream().write(photo, 0, photo.length / 2);
            socket.shutdownOutput();
            // Whatever is answered, the line is closed then.
            socket.getInputStream().readAllBytes();
        }
        assertThat(head(id, photo)).isEqualTo(404);
        assertThat(rows()).isZero();
        assertThat(put(id, photo).statusCode()).isEqualTo(201);
    }

    @Test
    void complaint_whose_end_is_missing_is_not_filed_without_its_last_photo() throws Exception {
        put(id, Pictures.jpeg(47));
        put(id, Pictures.jpeg(48));
        var sending = Sending.complete().with("id", id).ahead(Pictures.jpeg(47)).ahead(Pictures.jpeg(48));
        for (int missing : List.of(10, 60, 150, 250, 700)) {
            var answer = sending.cutOffToApi(missing);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.contentType()).startsWith("application/problem+json");
        }
        assertThat(complaints.find(UUID.fromString(id))).isEmpty();
        assertThat(photos(sending.toApi())).hasSize(2);
    }

    @Test
    void what_is_no_usable_picture_is_refused_with_the_same_words_as_in_a_form() throws Exception {
        var text = put(id, Pictures.text());
        assertThat(text.statusCode()).isEqualTo(422);
        assertThat(text.path("reason").toString()).isEqualTo("NOT_AN_IMAGE");
        assertThat(text.path("errors[0].field").toString()).isEqualTo("photos");
        assertThat(text.path("errors[0].detail").toString()).isEqualTo("Berkas ini bukan foto.");
        assertThat(put(id, Pictures.cutOff()).path("reason").toString()).isEqualTo("BROKEN");
        var large = put(id, Pictures.png(20_000, 20_000));
        assertThat(large.statusCode()).isEqualTo(422);
        assertThat(large.path("reason").toString()).isEqualTo("TOO_MANY_PIXELS");
        assertThat(put(id, new byte[0]).path("reason").toString()).isEqualTo("NOT_AN_IMAGE");
        assertThat(rows()).isZero();
    }

    @Test
    void too_many_bytes_are_refused_by_the_announced_length_and_by_count() throws Exception {
        var long16 = new byte[16_000_000];
        var announced = put(id, long16);
        assertThat(announced.statusCode()).isEqualTo(413);
        assertThat(announced.path("errors[0].detail").toString()).contains("15 MB");
        assertThat(announcedOnly(17_000_000)).as("before the body comes").startsWith("HTTP/1.1 413");
        try (var client = HttpClient.newHttpClient()) {
            var inChunks = HttpRequest.newBuilder(server.resolve(Sending.address(id, sha256(long16))))
                    .PUT(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(long16)))
                    .build();
            assertThat(client.send(inChunks, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(413);
        }
        assertThat(rows()).isZero();
    }

    @Test
    void what_is_sent_in_vain_holds_up_nothing_that_follows_on_the_same_line() throws Exception {
        var large = Pictures.noise(2_400, 2_400);
        assertThat(large.length).isGreaterThan(2_000_000);
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            assertThat(status(client, "PUT", large)).isEqualTo(201);
            for (int i = 0; i < 3; i++) {
                assertThat(status(client, "PUT", large)).as("it is there").isEqualTo(200);
                assertThat(status(client, "PUT", new byte[17_000_000]))
                        .as("too long")
                        .isEqualTo(413);
                assertThat(status(client, "HEAD", large)).isEqualTo(200);
            }
        }
        var answer = Sending.complete().with("id", id).ahead(large).toApi();
        assertThat(photos(answer)).extracting(Photo::bytes).containsExactly((long) large.length);
    }

    private int status(HttpClient client, String method, byte[] photo) throws Exception {
        var request = HttpRequest.newBuilder(server.resolve(Sending.address(id, sha256(photo))))
                .timeout(Duration.ofSeconds(20))
                .method(method, method.equals("PUT") ? BodyPublishers.ofByteArray(photo) : BodyPublishers.noBody())
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    @Test
    void same_photo_by_two_requests_at_once_is_one() throws Exception {
        var photo = Pictures.jpeg(42);
        assertThat(twice(() -> put(id, photo))).containsAnyOf(201).allMatch(status -> status == 201 || status == 200);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void same_complaint_by_two_requests_at_once_is_one_with_its_photos() throws Exception {
        for (int i = 0; i < 10; i++) {
            var complaint = Sending.newId();
            var photo = Pictures.jpeg(50 + i);
            put(complaint, photo);
            var sending = Sending.complete().with("id", complaint).ahead(photo);
            assertThat(twice(sending::toApi)).allMatch(status -> status == 201 || status == 200);
            assertThat(photos(sending.toApi())).hasSize(1);
        }
    }

    @Test
    void id_that_is_no_uuid_of_version_7_keeps_nothing() throws Exception {
        assertThat(put(UUID.randomUUID().toString(), Pictures.jpeg(43)).statusCode())
                .isEqualTo(404);
        assertThat(put("x", Pictures.jpeg(43)).statusCode()).isEqualTo(404);
        assertThat(put(id, "ab", Pictures.jpeg(43), "camera").statusCode()).isEqualTo(404);
    }

    @Test
    void a_complaint_keeps_the_newest_twelve_and_photos_beyond_are_too_many() throws Exception {
        var sending = Sending.complete().with("id", id);
        for (int i = 0; i < 13; i++) {
            put(id, Pictures.jpeg(100 + i));
            sending.ahead(Pictures.jpeg(100 + i));
        }
        assertThat(rows()).isEqualTo(Examined.MOST_CONSIDERED);
        assertThat(sending.toApi().<List<String>>path("missing")).containsExactly(sha256(Pictures.jpeg(100)));
    }

    @Test
    void photos_that_waited_two_weeks_are_dropped() throws Exception {
        put(id, Pictures.jpeg(44));
        put(id, Pictures.jpeg(45));
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE intake_upload SET kept_at = now() - interval '15 days'
                        WHERE complaint = :id AND sha256 = decode(:sha256, 'hex')
                        """)
                .bind("id", UUID.fromString(id))
                .bind("sha256", sha256(Pictures.jpeg(44)))
                .execute());
        kept.sweep();
        assertThat(head(id, Pictures.jpeg(44))).isEqualTo(404);
        assertThat(head(id, Pictures.jpeg(45))).isEqualTo(200);
    }

    @Test
    void category_that_needs_a_photo_is_content_with_a_reference() throws Exception {
        put(id, Pictures.jpeg(46));
        var answer = Sending.complete()
                .with("id", id)
                .with("category", "sampah-menumpuk")
                .ahead(Pictures.jpeg(46))
                .toApi();
        assertThat(answer.statusCode()).isEqualTo(201);
    }

    private String announcedOnly(int length) throws Exception {
        var head = "PUT " + Sending.address(id, "0".repeat(64)) + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: image/jpeg\r\nContent-Length: " + length + "\r\n\r\n";
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head.getBytes(US_ASCII));
            return new String(socket.getInputStream().readNBytes(12), US_ASCII);
        }
    }

    private static List<Integer> twice(Callable<Response> send) throws Exception {
        try (var two = Executors.newFixedThreadPool(2)) {
            var answers = two.invokeAll(List.of(send, send));
            return List.of(
                    answers.getFirst().get().statusCode(),
                    answers.getLast().get().statusCode());
        }
    }

    private List<Photo> photos(Response answer) {
        assertThat(answer.statusCode()).isIn(200, 201);
        var complaint = complaints
                .find(new TrackingNumber(answer.path("trackingNumber")))
                .orElseThrow();
        return jdbi.withHandle(handle -> vault.of(handle, complaint.id()));
    }

    private int rows() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM intake_upload WHERE complaint = :id")
                .bind("id", UUID.fromString(id))
                .mapTo(Integer.class)
                .one());
    }
}
