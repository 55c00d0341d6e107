package id.sipakatau.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import id.sipakatau.city.City;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What Android and the browsers ask before they trust the app. */
@QuarkusTest
@TestProfile(AssetLinksTest.Signed.class)
@WithTestResource(TestDatabase.class)
class AssetLinksTest {

    private static final String OWN = "AB:" + "01:".repeat(30) + "EF";
    private static final String OF_THE_STORE = "CD:" + "23:".repeat(30) + "89";

    public static final class Signed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("sipakatau.android.certificates", OWN.toLowerCase(Locale.ROOT) + ", " + OF_THE_STORE);
        }
    }

    @Inject
    City city;

    @Test
    void the_site_vouches_for_the_app_of_the_city_with_every_certificate() {
        given().redirects()
                .follow(false)
                .get("/.well-known/assetlinks.json")
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("application/json"))
                .body("$", hasSize(1))
                .body("[0].relation", hasItem("delegate_permission/common.handle_all_urls"))
                .body("[0].target.namespace", is("android_app"))
                .body("[0].target.package_name", is(city.app().androidPackage()))
                .body("[0].target.sha256_cert_fingerprints", contains(OWN, OF_THE_STORE));
    }

    @Test
    void what_is_no_fingerprint_ends_the_start() {
        assertThatThrownBy(() -> new AssetLinks(() -> Optional.of(List.of("AB:CD")), city))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'AB:CD'");
    }
}
