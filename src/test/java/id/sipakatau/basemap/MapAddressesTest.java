package id.sipakatau.basemap;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import id.sipakatau.basemap.pmtiles.Pmtiles;
import id.sipakatau.basemap.pmtiles.TileType;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The map's addresses in the running program, with an archive of streets. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(value = MapAddressesTest.StreetsFile.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class MapAddressesTest {

    private static final byte[] TILE = "a tile".getBytes(StandardCharsets.UTF_8);

    /** An archive of one tile. */
    public static final class StreetsFile implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            try {
                var file = Files.createTempFile("streets", ".pmtiles");
                file.toFile().deleteOnExit();
                Pmtiles.of(TileType.VECTOR).tile(14, 13628, 8427, TILE).write(file);
                return Map.of("sipakatau.basemap.streets", file.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void stop() {
            // The file goes with the process.
        }
    }

    @TestHTTPResource
    String address;

    @Test
    void the_base_map_is_sent_compressed_and_only_once() throws Exception {
        given().get("/map/base.json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", equalTo("max-age=86400"))
                .body("kelurahan", hasSize(153))
                .body("streets.kind", equalTo("vector"));
        var packed = sent("map/base.json", Version.HTTP_1_1, "Accept-Encoding", "gzip");
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(packed.body().length).isLessThan(35_000);
        var again = sent("map/base.json", Version.HTTP_1_1, "If-None-Match", tag(packed));
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_compressed_is_compressed_once(Version version) throws Exception {
        for (String path : new String[] {"map/base.json", "map/city.svg", "tiles/streets/14/13628/8427"}) {
            var packed = sent(path, version, "Accept-Encoding", "gzip");
            var plain = sent(path, version, "Accept-Encoding", "identity");
            assertThat(content(packed)).isEqualTo(content(plain));
            assertThat(plain.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_position_is_answered_with_its_kelurahan_and_kecamatan() {
        given().get("/api/v1/whereabouts?lat=-5.1352&lon=119.4068")
                .then()
                .statusCode(200)
                .body("within", equalTo("inside"))
                .body("kelurahan.name", equalTo("Bulogading"))
                .body("kelurahan.code", equalTo("73.71.04.1006"))
                .body("kecamatan.name", equalTo("Ujung Pandang"))
                .body("regency", nullValue());
    }

    @Test
    void a_position_outside_is_answered_with_the_regency_if_it_is_known() {
        given().get("/api/v1/whereabouts?lat=-5.25&lon=119.50")
                .then()
                .statusCode(200)
                .body("within", equalTo("outside"))
                .body("regency", equalTo("Gowa"))
                .body("kelurahan", nullValue());
        given().get("/api/v1/whereabouts?lat=-5.1&lon=119.2")
                .then()
                .statusCode(200)
                .body("within", equalTo("outside"))
                .body("regency", nullValue());
    }

    @Test
    void bad_numbers_are_a_clear_problem() {
        for (String query : new String[] {"", "?lat=-5.1", "?lat=abc&lon=119", "?lat=NaN&lon=119", "?lat=91&lon=0"}) {
            given().header("Accept-Language", "en")
                    .get("/api/v1/whereabouts" + query)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("detail", containsString("lat must be a number"));
        }
        given().get("/map/place.svg?lat=here&lon=there").then().statusCode(400);
    }

    @Test
    void pictures_are_svg_that_may_use_their_own_style_and_nothing_else() {
        for (String address : new String[] {"/map/city.svg", "/map/place.svg?lat=-5.135&lon=119.412"}) {
            var picture = given().get(address)
                    .then()
                    .statusCode(200)
                    .contentType("image/svg+xml")
                    .header("Content-Security-Policy", containsString("style-src 'sha256-"))
                    .header("Content-Security-Policy", not(containsString("script-src")))
                    .extract();
            assertThat(picture.headers().getValues("Content-Security-Policy")).hasSize(1);
            assertThat(picture.asString()).contains("prefers-color-scheme:dark");
        }
    }

    @Test
    void a_tile_comes_with_its_type_and_is_sent_once() throws Exception {
        var tile = sent("tiles/streets/14/13628/8427", Version.HTTP_1_1, "Accept-Encoding", "gzip");
        assertThat(tile.headers().firstValue("Content-Type")).contains("application/vnd.mapbox-vector-tile");
        assertThat(content(tile)).isEqualTo(TILE);
        var again = sent("tiles/streets/14/13628/8427", Version.HTTP_1_1, "If-None-Match", tag(tile));
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void an_empty_tile_is_no_content_and_an_impossible_one_is_not_found() {
        given().get("/tiles/streets/14/13629/8427").then().statusCode(204);
        given().get("/tiles/streets/2/4/0").then().statusCode(404);
        given().get("/tiles/streets/99/0/0").then().statusCode(404);
        given().get("/tiles/streets/1/0/nine").then().statusCode(404);
    }

    private static byte[] content(HttpResponse<byte[]> answer) throws IOException {
        if (!answer.headers().firstValue("Content-Encoding").equals(Optional.of("gzip"))) {
            return answer.body();
        }
        try (var content = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return content.readAllBytes();
        }
    }

    private static String tag(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private HttpResponse<byte[]> sent(String path, Version version, String header, String value) throws Exception {
        try (var client = HttpClient.newBuilder().version(version).build()) {
            var request = HttpRequest.newBuilder(URI.create(address + path))
                    .header(header, value)
                    .build();
            return client.send(request, BodyHandlers.ofByteArray());
        }
    }
}
