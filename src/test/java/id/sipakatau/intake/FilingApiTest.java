package id.sipakatau.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.PositionSource;
import id.sipakatau.complaint.TrackingNumber;
import id.sipakatau.evidence.Photo;
import id.sipakatau.evidence.PhotoVault;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Filing by a program, with everything that can be wrong about it. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class FilingApiTest {

    @Inject
    Complaints complaints;

    @Inject
    PhotoVault vault;

    @Inject
    Jdbi jdbi;

    @Test
    void complete_complaint_is_filed_with_number_link_and_promise() {
        var answer = Sending.complete().toApi();
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.path("trackingNumber").toString()).startsWith("MKS-");
        assertThat(answer.path("followUrl").toString()).contains("/ikuti/");
        assertThat(answer.path("promised.validatedBy").toString())
                .isLessThan(answer.path("promised.resolvedBy").toString());
        var filed = filed(answer);
        assertThat(filed.place().kelurahan()).startsWith("73.71.");
        assertThat(filed.place().source()).isEqualTo(PositionSource.GPS);
        assertThat(filed.place().accuracyMetres()).isEqualTo(12.5);
        assertThat(filed.privacy()).isEqualTo(new Complaint.Privacy(false, false));
    }

    @Test
    void photos_are_kept_in_their_order_with_their_source() throws Exception {
        var answer = Sending.complete()
                .file("camera", "a.jpg", "image/jpeg", Pictures.jpeg(1))
                .file("gallery", "b.jpg", "image/jpeg", Pictures.jpeg(2))
                .toApi();
        assertThat(photos(answer)).extracting(Photo::source).containsExactly(Photo.Source.CAMERA, Photo.Source.GALLERY);
        assertThat(answer.<List<?>>path("refusedPhotos")).isEmpty();
    }

    @Test
    void same_id_and_body_again_gets_the_first_answer_again() throws Exception {
        var sending = Sending.complete().photo(Pictures.jpeg(3)).photo(Pictures.text());
        var first = sending.toApi();
        var again = sending.toApi();
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(photos(first)).hasSize(1);
    }

    @Test
    void same_body_twice_at_the_same_moment_is_one_complaint() throws Exception {
        var sending = Sending.complete().photo(Pictures.jpeg(4));
        List<Future<Response>> answers;
        try (var two = Executors.newFixedThreadPool(2)) {
            Callable<Response> send = sending::toApi;
            answers = two.invokeAll(List.of(send, send));
        }
        var first = answers.getFirst().get();
        var second = answers.getLast().get();
        assertThat(List.of(first.statusCode(), second.statusCode())).allMatch(status -> status == 201 || status == 200);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(photos(first)).hasSize(1);
    }

    @Test
    void other_words_under_the_same_id_are_refused_and_the_first_stay() {
        var sending = Sending.complete();
        var first = sending.toApi();
        var other =
                sending.with("description", "Ini cerita yang lain sama sekali.").toApi();
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.contentType()).startsWith("application/problem+json");
        assertThat(filed(first).description()).isEqualTo("Motor hilang semalam di depan kos.");
    }

    @Test
    void other_photo_under_the_same_id_is_refused() throws Exception {
        var id = Sending.newId();
        assertThat(Sending.complete()
                        .with("id", id)
                        .photo(Pictures.jpeg(5))
                        .toApi()
                        .statusCode())
                .isEqualTo(201);
        assertThat(Sending.complete()
                        .with("id", id)
                        .photo(Pictures.jpeg(6))
                        .toApi()
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void every_missing_field_is_named_at_once_in_the_readers_language() {
        var indonesian = new Sending().with("id", Sending.newId()).toApi("id");
        var english = new Sending().with("id", Sending.newId()).toApi("en");
        assertThat(indonesian.statusCode()).isEqualTo(422);
        assertThat(indonesian.<List<String>>path("errors.field")).containsExactly("category", "description");
        assertThat(indonesian.<List<String>>path("errors.detail")).contains("Ceritakan apa yang terjadi.");
        assertThat(english.<List<String>>path("errors.detail")).contains("Tell us what happened.");
    }

    @Test
    void ten_thousand_characters_are_answered_with_how_many_are_too_many() {
        var sending = Sending.complete().with("description", "x".repeat(10_000));
        assertFault(sending, "description", "10.000", "5.000");
        assertThat(complaints.find(UUID.fromString(sending.field("id")))).isEmpty();
    }

    @Test
    void length_counts_characters_as_people_do() {
        var answer = Sending.complete().with("description", "🐢".repeat(5_000)).toApi();
        assertThat(answer.statusCode()).isEqualTo(201);
        assertFault(Sending.complete().with("description", "🐢".repeat(5_001)), "description", "5.001");
    }

    @Test
    void position_in_the_neighbouring_regency_is_named_and_sending_without_works() {
        var sending = Sending.complete().with("latitude", "-5.2050").with("longitude", "119.4520");
        assertFault(sending, "position", "Gowa", "kirim tanpa lokasi");
        var without = sending.without("latitude", "longitude", "accuracy", "positionSource")
                .with("category", "sampah-tidak-diangkut")
                .with("kelurahan", "73.71.01.1001");
        assertThat(filed(without.toApi()).place().source()).isEqualTo(PositionSource.AREA);
    }

    @Test
    void position_far_away_is_outside_the_city() {
        assertFault(Sending.complete().with("latitude", "52.5").with("longitude", "13.4"), "position", "di luar kota");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "abc", "200", "1e400", "-5,1477", ""})
    void unreadable_position_is_told(String latitude) {
        assertFault(Sending.complete().with("latitude", latitude), "position");
    }

    @Test
    void place_is_asked_for_where_the_category_needs_one() {
        var nowhere = Sending.complete().without("latitude", "longitude", "accuracy", "positionSource");
        assertFault(nowhere, "kelurahan");
        assertFault(nowhere.with("kelurahan", "99.99.99.9999"), "kelurahan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "9b2b0a3c-8f57-4f0e-9a6c-2f4b6d8e0f10"})
    void id_that_is_no_uuid_of_version_7_is_told(String id) {
        assertFault(Sending.complete().with("id", id), "id");
    }

    @Test
    void bad_photos_are_refused_with_their_reasons_and_the_complaint_is_kept() throws Exception {
        var answer = Sending.complete()
                .photo(Pictures.text())
                .photo(Pictures.jpeg(7))
                .photo(Pictures.cutOff())
                .file("gallery", "besar.png", "image/png", Pictures.png(20_000, 20_000))
                .toApi();
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.<List<Integer>>path("refusedPhotos.ordinal")).containsExactly(1, 3, 4);
        assertThat(answer.<List<String>>path("refusedPhotos.reason"))
                .containsExactly("NOT_AN_IMAGE", "BROKEN", "TOO_MANY_PIXELS");
        assertThat(answer.<List<String>>path("refusedPhotos.message")).noneMatch(String::isBlank);
        assertThat(photos(answer)).hasSize(1);
    }

    @Test
    void fifth_photo_is_refused() throws Exception {
        var sending = Sending.complete();
        for (int i = 0; i < 5; i++) {
            sending.photo(Pictures.jpeg(20 + i));
        }
        var answer = sending.toApi();
        assertThat(photos(answer)).hasSize(4);
        assertThat(answer.<List<Integer>>path("refusedPhotos.ordinal")).containsExactly(5);
    }

    @Test
    void photo_is_asked_for_where_the_category_needs_one() throws Exception {
        var sending = Sending.complete().with("category", "sampah-menumpuk");
        assertFault(sending, "photos", "satu foto");
        assertFault(sending.photo(Pictures.text()), "photos", "foto 1 tidak dapat dipakai");
        assertThat(complaints.find(UUID.fromString(sending.field("id")))).isEmpty();
    }

    @Test
    void every_script_and_emoji_survives() {
        var words = "ᨔᨗᨄᨀᨈᨕᨘ 🙏🏽 “mappakaraja” — ñ 漢字 مرحبا\nbaris dua";
        assertThat(filed(Sending.complete().with("description", words).toApi()).description())
                .isEqualTo(words);
    }

    @Test
    void characters_that_no_keyboard_makes_are_left_out() {
        var answer =
                Sending.complete().with("description", "a\u0000b\u0007c\r\nd").toApi();
        assertThat(filed(answer).description()).isEqualTo("abc\nd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'; DROP TABLE complaint; --", "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>"})
    void sql_and_html_are_words_like_any_other(String words) {
        var answer = Sending.complete()
                .with("description", words)
                .with("address", words)
                .with("name", words)
                .with("contact", words)
                .toApi();
        assertThat(filed(answer).description()).isEqualTo(words);
        assertThat(filed(answer).place().address()).isEqualTo(words);
        for (var field :
                List.of("id", "category", "latitude", "kelurahan", "positionSource", "accuracy", "anonymous")) {
            assertThat(Sending.complete().with(field, words).toApi().statusCode())
                    .as(field)
                    .isIn(201, 422);
        }
    }

    private void assertFault(Sending sending, String field, String... words) {
        var answer = sending.toApi();
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<List<String>>path("errors.field")).containsExactly(field);
        assertThat(List.of(words))
                .allMatch(answer.<List<String>>path("errors.detail").getFirst()::contains);
    }

    private Complaint filed(Response answer) {
        var number = new TrackingNumber(answer.path("trackingNumber"));
        return complaints.find(number).orElseThrow();
    }

    private List<Photo> photos(Response answer) {
        return jdbi.withHandle(handle -> vault.of(handle, filed(answer).id()));
    }
}
