package id.sipakatau.app;

import static io.restassured.RestAssured.given;

import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** A city without an app for Android. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class NoAssetLinksTest {

    @Test
    void without_a_certificate_the_site_vouches_for_no_app() {
        given().get("/.well-known/assetlinks.json").then().statusCode(404);
    }
}
