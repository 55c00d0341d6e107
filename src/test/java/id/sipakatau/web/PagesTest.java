package id.sipakatau.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the kit does around every page: language, security headers, changes from elsewhere, errors, static files. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PagesTest {

    @Test
    void a_page_has_the_frame_and_escapes_what_it_is_given() {
        var page = Jsoup.parse(reader().get("/sample").asString());
        assertThat(page.title()).isEqualTo("Pantau · SIPAKATAU");
        assertThat(page.select("a.skip").attr("href")).isEqualTo("#isi");
        assertThat(page.select("main#isi h1").text()).contains("<b>");
        assertThat(page.select(".brand .city").text()).isEqualTo("Kota Makassar");
        assertThat(page.select("nav.bottom a").eachAttr("href"))
                .containsExactly("/beranda", "/", "/lapor", "/lacak", "/saya");
        assertThat(page.select("link[rel=canonical]").attr("href")).endsWith("/sample");
        assertThat(page.select("#at").text()).isEqualTo("24 Nov 2024, 10.42");
        assertThat(page.select("script:not([src]):not([type=application/json])"))
                .isEmpty();
        assertThat(page.select("[style]")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/sample,         ,          ,    id",
        "/sample,         ,          fr,  id",
        "/sample,         ,          'fr, en;q=0.8, id;q=0.5', en",
        "/sample,         ,          '*;;nonsense', id",
        "/sample,         id,        en,  id",
        "/sample,         xx,        en,  en",
        "/sample?lang=en, id,        id,  en",
        "/sample?lang=xx, en,        id,  en",
    })
    void the_language_is_the_one_asked_for_or_remembered_or_preferred(
            String address, String cookie, String accepted, String language) {
        var request = given();
        if (cookie != null) {
            request.cookie("lang", cookie);
        }
        if (accepted != null) {
            request.header("Accept-Language", accepted);
        }
        var answer = request.get(address);
        answer.then().header("Content-Language", language).header("Cache-Control", "private, no-cache");
        assertThat(String.join(", ", answer.headers().getValues("Vary"))).contains("Accept-Language", "Cookie");
        assertThat(Jsoup.parse(answer.asString()).select("html").attr("lang")).isEqualTo(language);
    }

    @Test
    void a_language_that_was_asked_for_is_remembered() {
        var cookie = given().get("/sample?lang=en").detailedCookie("lang");
        assertThat(cookie.getValue()).isEqualTo("en");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        assertThat(cookie.isSecured()).isFalse();
        given().get("/sample?lang=xx").then().header("Set-Cookie", nullValue());
    }

    @Test
    void the_switch_of_language_stays_on_the_page_with_all_that_was_asked_of_it() {
        var page = Jsoup.parse(reader().urlEncodingEnabled(false)
                .get("/sample?q=a%26b&lang=id")
                .asString());
        assertThat(page.select("header a[hreflang=en]").attr("href")).isEqualTo("/sample?q=a%26b&lang=en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sample", "/no-such-page", "/css/base.css", "/sample/fault", "/api/v1/nothing"})
    void every_answer_carries_the_security_headers(String address) {
        given().get(address)
                .then()
                .header(
                        "Content-Security-Policy",
                        startsWith("default-src 'none'; script-src 'self'; style-src 'self';"))
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header("Permissions-Policy", containsString("geolocation=(self)"))
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Strict-Transport-Security", nullValue());
    }

    @Test
    void a_secret_page_is_kept_and_listed_nowhere() {
        given().get("/sample/secret")
                .then()
                .header("Cache-Control", "no-store")
                .header("X-Robots-Tag", containsString("noindex"));
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Origin, https://elsewhere.example",
        "Origin, null",
        "Origin, nonsense nonsense",
    })
    void a_change_that_another_site_asks_for_is_refused(String header, String value) {
        reader().header(header, value).post("/sample").then().statusCode(403).body(containsString("situs lain"));
    }

    @Test
    void a_change_from_an_own_page_or_from_a_program_is_let_through() {
        reader().header("Sec-Fetch-Site", "same-origin").post("/sample").then().statusCode(303);
        reader().header("Origin", "http://localhost:" + io.restassured.RestAssured.port)
                .header("Host", "localhost:" + io.restassured.RestAssured.port)
                .post("/sample")
                .then()
                .statusCode(303);
        reader().post("/sample").then().statusCode(303);
    }

    @Test
    void another_site_may_link_to_a_page() {
        reader().header("Sec-Fetch-Site", "cross-site").get("/sample").then().statusCode(200);
    }

    @Test
    void what_a_change_leaves_to_say_stands_once_on_the_next_page() {
        var notice = reader().post("/sample").cookie("notice");
        var next = reader().cookie("notice", notice).get("/sample");
        assertThat(Jsoup.parse(next.asString()).select(".toast").text()).isEqualTo("Lapor");
        assertThat(next.detailedCookie("notice").getMaxAge()).isZero();
        var forged = reader().cookie("notice", "<b>forged").get("/sample");
        assertThat(Jsoup.parse(forged.asString()).select(".toast")).isEmpty();
    }

    @Test
    void a_page_that_is_not_there_says_so_in_the_readers_language() {
        var indonesian = reader().get("/tidak/ada");
        assertThat(indonesian.statusCode()).isEqualTo(404);
        assertThat(Jsoup.parse(indonesian.asString()).select("h1").text()).isEqualTo("Halaman ini tidak ada");
        var english = reader().get("/tidak/ada?lang=en");
        assertThat(Jsoup.parse(english.asString()).select("h1").text()).isEqualTo("There is no such page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"400", "403", "405", "409", "413", "415", "429"})
    void every_refusal_has_its_own_words(int status) {
        var page = Jsoup.parse(reader().get("/sample/status/" + status)
                .then()
                .statusCode(status)
                .extract()
                .asString());
        assertThat(page.select("h1").text())
                .isEqualTo(Texts.of(Texts.INDONESIAN).text("error_" + status + "_title"));
        assertThat(page.select("main h1 + p").text())
                .isEqualTo(Texts.of(Texts.INDONESIAN).text("error_" + status));
    }

    @Test
    void a_fault_shows_a_reference_and_nothing_of_the_inside() {
        var answer = reader().get("/sample/fault");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(Jsoup.parse(answer.asString()).select("code").text()).matches("[0-9a-f]{8}");
        assertThat(answer.asString()).doesNotContain("SELECT", "Exception", "id.sipakatau");
    }

    @Test
    void a_program_gets_a_problem_detail() {
        reader().header("Accept", "application/json, */*;q=0.1")
                .get("/sample/problem?lang=en")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .header("Retry-After", "30")
                .body("title", equalTo("Somebody was faster"))
                .body("status", is(409))
                .body("detail", startsWith("Somebody else changed it first"))
                .body("errors.field", hasItem("description"));
        reader().get("/api/v1/nothing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("about:blank"));
        reader().header("Accept", "application/json, */*;q=0.1")
                .get("/sample/fault")
                .then()
                .statusCode(500)
                .body("reference", matchesPattern("[0-9a-f]{8}"));
    }

    @Test
    void the_public_is_asked_to_sign_in_and_brought_back() {
        reader().redirects()
                .follow(false)
                .get("/sample/staff?page=2")
                .then()
                .statusCode(303)
                .header("Location", containsString("/masuk?ke=%2Fsample%2Fstaff%3Fpage%3D2"));
        reader().header("Accept", "application/json, */*;q=0.1")
                .get("/sample/staff")
                .then()
                .statusCode(401);
    }

    @Test
    void a_static_file_is_kept_for_a_year_under_its_version_only() {
        given().get(Assets.address("css/base.css"))
                .then()
                .statusCode(200)
                .contentType("text/css")
                .header("Cache-Control", containsString("immutable"));
        given().get(Assets.address("webjars/htmx.org/2.0.10/dist/htmx.min.js"))
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("immutable"));
        given().get("/a/of-yesterday/css/base.css").then().statusCode(200).header("Cache-Control", "no-cache");
        given().get("/css/base.css").then().statusCode(200).header("Cache-Control", not(containsString("max-age")));
        given().get(Assets.address("css/nothing.css"))
                .then()
                .statusCode(404)
                .header("Cache-Control", not(containsString("immutable")));
        given().get(Assets.address("sample")).then().statusCode(404);
    }

    private static RequestSpecification reader() {
        return given().redirects().follow(false);
    }
}
