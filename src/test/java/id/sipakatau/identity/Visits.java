package id.sipakatau.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Visits of a reader of Indonesian, who looks at redirects instead of following them. */
public final class Visits {

    public static final String COOKIE = "session";

    private Visits() {}

    public static RequestSpecification visit() {
        return given().redirects().follow(false).header("Accept", "text/html").header("Accept-Language", "id");
    }

    public static RequestSpecification visit(String session) {
        return visit().cookie(COOKIE, session);
    }

    public static Response signIn(String username, String password) {
        return visit().formParam("username", username)
                .formParam("password", password)
                .post("/masuk");
    }

    public static void assertSignedIn(String session) {
        visit(session).get("/sandi").then().statusCode(200);
    }

    public static void assertSignedOut(String session) {
        visit(session).get("/sandi").then().statusCode(303).header("Location", containsString("/masuk"));
    }
}
