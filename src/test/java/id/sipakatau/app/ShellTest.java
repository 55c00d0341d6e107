package id.sipakatau.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a phone gets to keep: the manifest and its pictures, and everything that the worker is told to have at hand. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ShellTest {

    private static final String CITIZENS = "/sw.js";
    private static final String STAFF = "/petugas-sw.js";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void manifest_has_what_phones_ask_for_and_pictures_of_the_stated_size() throws IOException {
        var manifest = manifest("id");
        assertThat(manifest.path("short_name").asText().length()).isLessThanOrEqualTo(12);
        assertThat(manifest.path("display").asText()).isEqualTo("standalone");
        assertThat(manifest.path("scope").asText()).isEqualTo("/");
        var images = new ArrayList<JsonNode>();
        manifest.path("icons").forEach(images::add);
        assertThat(images.stream().map(icon -> icon.path("purpose").asText()))
                .contains("any", "maskable", "monochrome");
        manifest.path("screenshots").forEach(images::add);
        manifest.path("shortcuts").forEach(shortcut -> shortcut.path("icons").forEach(images::add));
        for (var image : images) {
            var answer = given().get(image.path("src").asText());
            assertThat(answer.statusCode()).as(image.toString()).isEqualTo(200);
            assertThat(answer.contentType()).isEqualTo(image.path("type").asText());
            var picture = picture(answer);
            assertThat(picture.getWidth() + "x" + picture.getHeight())
                    .isEqualTo(image.path("sizes").asText());
        }
    }

    @Test
    void what_is_shared_before_there_is_a_worker_leads_to_the_form() throws IOException {
        var target = manifest("id").path("share_target");
        assertThat(target.path("method").asText()).isEqualTo("POST");
        var photos = target.path("params").path("files").path(0).path("name").asText();
        var answer = given().redirects()
                .follow(false)
                .header("Sec-Fetch-Site", "none")
                .multiPart(photos, "IMG_0001.jpg", new byte[] {1}, "image/jpeg")
                .post(target.path("action").asText());
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/lapor");
    }

    @Test
    void an_iphone_gets_an_opaque_icon_of_the_size_that_it_asks_for() throws IOException {
        var link = Jsoup.parse(given().get("/beranda").asString()).expectFirst("link[rel=apple-touch-icon]");
        var icon = picture(given().get(link.attr("href")));
        assertThat(icon.getWidth()).isEqualTo(180);
        assertThat(icon.getHeight()).isEqualTo(180);
        assertThat(Arrays.stream(icon.getRGB(0, 0, 180, 180, null, 0, 180)).map(pixel -> pixel >>> 24))
                .as("how opaque; what is transparent turns black there")
                .containsOnly(255);
    }

    @Test
    void start_and_shortcuts_lead_to_pages() throws IOException {
        var manifest = manifest("id");
        assertThat(given().get(manifest.path("start_url").asText()).statusCode())
                .isEqualTo(200);
        assertThat(manifest.path("shortcuts")).hasSize(3);
        for (var shortcut : manifest.path("shortcuts")) {
            assertThat(given().get(shortcut.path("url").asText()).statusCode())
                    .as(shortcut.toString())
                    .isEqualTo(200);
        }
    }

    @Test
    void manifest_speaks_the_language_of_the_reader() throws IOException {
        assertThat(manifest("en").path("shortcuts").path(0).path("name").asText())
                .isEqualTo("Report");
        assertThat(manifest("id").path("shortcuts").path(0).path("name").asText())
                .isEqualTo("Lapor");
    }

    @Test
    void the_console_installs_beside_the_app_of_the_citizens() throws IOException {
        var manifest = JSON.readTree(given().get("/petugas.webmanifest")
                .then()
                .statusCode(200)
                .contentType("application/manifest+json")
                .extract()
                .asString());
        assertThat(manifest.path("name").asText()).isEqualTo("SIPAKATAU Petugas");
        assertThat(manifest.path("id").asText())
                .isNotEqualTo(manifest("id").path("id").asText());
        assertThat(manifest.path("scope").asText()).isEqualTo("/operator");
        assertThat(manifest.path("shortcuts")).hasSize(3);
        var operator = TestStaff.operator("kebersihan");
        for (var shortcut : manifest.path("shortcuts")) {
            assertThat(given().cookie("session", operator)
                            .get(shortcut.path("url").asText())
                            .statusCode())
                    .as(shortcut.toString())
                    .isEqualTo(200);
        }
        assertThat(Jsoup.parse(given().cookie("session", operator)
                                .get("/operator?semua=1")
                                .asString())
                        .select("link[rel=manifest]")
                        .attr("href"))
                .isEqualTo("/petugas.webmanifest");
    }

    @ParameterizedTest
    @ValueSource(strings = {CITIZENS, STAFF})
    void everything_that_the_worker_keeps_is_there_and_may_be_kept(String worker) throws IOException {
        var shell = shell(worker);
        assertThat(shell.path("pages")).isNotEmpty();
        for (var list : List.of("pages", "files", "map")) {
            for (var path : shell.path(list)) {
                var answer = given().get(path.asText());
                assertThat(answer.statusCode()).as(path.asText()).isEqualTo(200);
                assertThat(answer.header("Cache-Control")).as(path.asText()).doesNotContain("no-store");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {CITIZENS, STAFF})
    void everything_that_the_kept_pages_name_is_kept_with_them(String worker) throws IOException {
        var shell = shell(worker);
        var kept = new ArrayList<String>();
        for (var list : List.of("files", "map")) {
            shell.path(list).forEach(path -> kept.add(path.asText()));
        }
        var named = Pattern.compile("(?:src|href)=\"(/a/[^\"#]+\\.(?:css|js|woff2))");
        for (var page : shell.path("pages")) {
            assertThat(named.matcher(given().get(page.asText()).asString()).results())
                    .as(page.asText())
                    .isNotEmpty()
                    .allSatisfy(found -> assertThat(kept).contains(found.group(1)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {CITIZENS, STAFF})
    void everything_that_a_kept_script_or_style_loads_is_kept_with_it(String worker) throws IOException {
        var kept = new HashSet<String>();
        var shell = shell(worker);
        for (var list : List.of("files", "map")) {
            shell.path(list).forEach(path -> kept.add(path.asText()));
        }
        var loaded = Pattern.compile("(?:from |import |import\\(|url\\()\"?(\\.[^\")]+\\.(?:js|css|woff2|svg))");
        for (var path : kept) {
            if (path.endsWith(".js") || path.endsWith(".css")) {
                assertThat(loaded.matcher(given().get(path).asString()).results())
                        .as(path)
                        .allSatisfy(found -> assertThat(kept)
                                .contains(
                                        URI.create(path).resolve(found.group(1)).toString()));
            }
        }
    }

    @Test
    void citizens_keep_nothing_that_only_consoles_use() throws IOException {
        var kept = shell(CITIZENS).path("files").toString();
        assertThat(kept).contains("/js/app.js");
        for (var file : List.of(
                "css/handling.css",
                "css/calendar.css",
                "js/alarm.js",
                "js/board.js",
                "js/board-keys.js",
                "js/case-map.js",
                "js/proof.js",
                "js/replies.js",
                "js/stream.js")) {
            assertThat(kept).doesNotContain("/" + file);
        }
    }

    @Test
    void worker_is_asked_for_anew_each_time() {
        assertThat(given().get("/sw.js").header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void pages_of_somebody_who_is_signed_in_are_not_for_keeping() {
        assertThat(given().cookie("session", TestStaff.administrator())
                        .get("/beranda")
                        .header("Cache-Control"))
                .isEqualTo("no-store");
    }

    @Test
    void saving_data_leaves_out_small_photos_and_holds_the_map_back() {
        var cookie = given().redirects()
                .follow(false)
                .header("Sec-Fetch-Site", "same-origin")
                .formParam("on", "true")
                .post("/saya/hemat")
                .cookie("hemat");
        assertThat(cookie).isEqualTo("1");
        assertThat(given().cookie("hemat", cookie).get("/").asString()).contains("data-held");
        assertThat(given().get("/").asString()).doesNotContain("data-held");
        assertThat(given().header("Save-Data", "on").get("/").asString()).contains("data-held");
    }

    private static JsonNode manifest(String language) throws IOException {
        return JSON.readTree(given().header("Accept-Language", language)
                .get("/manifest.webmanifest")
                .then()
                .statusCode(200)
                .contentType("application/manifest+json")
                .extract()
                .asString());
    }

    private static BufferedImage picture(Response answer) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(answer.asByteArray()));
    }

    /** @param worker address of the script */
    private static JsonNode shell(String worker) throws IOException {
        var script = given().get(worker).asString();
        return JSON.readTree(script.substring(script.indexOf("serve(") + 6, script.lastIndexOf(");")));
    }
}
