package id.sipakatau.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The program behind a proxy that ends TLS, as a city runs it. */
@QuarkusTest
@TestProfile(BehindProxyTest.Proxied.class)
@WithTestResource(TestDatabase.class)
class BehindProxyTest {

    public static final class Proxied implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.http.proxy.enable-forwarded-host", "true",
                    "sipakatau.web.tiles", "https://tile.example.org/{z}/{x}/{y}.png");
        }
    }

    @Test
    void cookies_and_transport_are_secure() {
        assertThat(reader().get("/sample?lang=en").detailedCookie("lang").isSecured())
                .isTrue();
        reader().get("/sample").then().header("Strict-Transport-Security", startsWith("max-age="));
    }

    @Test
    void the_site_is_the_one_that_the_browser_sees() {
        reader().header("Origin", "https://lapor.example.go.id")
                .redirects()
                .follow(false)
                .post("/sample")
                .then()
                .statusCode(303);
        reader().header("Origin", "https://elsewhere.example")
                .post("/sample")
                .then()
                .statusCode(403);
        reader().get("/sample").then().body(containsString("href=\"https://lapor.example.go.id/sample\""));
    }

    @Test
    void street_tiles_may_come_from_the_origin_in_the_setting() {
        reader().get("/sample")
                .then()
                .header("Content-Security-Policy", containsString("blob: https://tile.example.org;"));
    }

    private static RequestSpecification reader() {
        return given().header("X-Forwarded-Proto", "https").header("X-Forwarded-Host", "lapor.example.go.id");
    }
}
