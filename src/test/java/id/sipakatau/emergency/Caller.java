package id.sipakatau.emergency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.Cookies;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;

/** A phone that calls for help, as its script does. */
public final class Caller {

    public static final Map<String, String> AT_LOSARI =
            Map.of("latitude", "-5.1437000", "longitude", "119.4075000", "accuracy", "14.0");

    private Cookies cookies = new Cookies();

    /** Presses the button of an agency and returns the secret of the call. */
    public String calls(String agency, Map<String, String> more) {
        return calls(UUID.randomUUID().toString(), UUID.randomUUID().toString(), agency, more);
    }

    String calls(String id, String key, String agency, Map<String, String> more) {
        Response answer = given().header("Accept", "application/json")
                .cookies(cookies)
                .formParam("id", id)
                .formParam("key", key)
                .formParam("agency", agency)
                .formParams(more)
                .post("/darurat");
        assertThat(answer.statusCode()).isEqualTo(200);
        if (answer.detailedCookies().exist()) {
            cookies = answer.detailedCookies();
        }
        String page = answer.path("page");
        assertThat(page).matches("/darurat/[\\w-]{22}");
        return page.substring("/darurat/".length());
    }
}
