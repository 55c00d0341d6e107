package id.sipakatau.emergency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.http.Cookies;
import io.restassured.response.Response;
import java.net.InetAddress;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A phone that calls for help, as its script does; each has a line of the internet of its own if it is not given one. */
public final class Caller {

    public static final Map<String, String> AT_LOSARI =
            Map.of("latitude", "-5.1437000", "longitude", "119.4075000", "accuracy", "14.0");

    private static final AtomicInteger LINES = new AtomicInteger();

    private final InetAddress line;
    private Cookies cookies = new Cookies();

    public Caller() {
        this(newLine());
    }

    /** @param line an address of this machine, of which there are many: 127.0.0.0/8 */
    public Caller(InetAddress line) {
        this.line = line;
    }

    /** A line that nobody else has. */
    public static InetAddress newLine() {
        int number = LINES.incrementAndGet();
        return InetAddress.ofLiteral("127.77." + number / 250 + "." + (number % 250 + 1));
    }

    /** Presses the button of an agency and returns the secret of the call. */
    public String calls(String agency, Map<String, String> more) {
        return calls(UUID.randomUUID().toString(), UUID.randomUUID().toString(), agency, more);
    }

    String calls(String id, String key, String agency, Map<String, String> more) {
        // The parameter of Apache's HTTP client for the address from which it connects.
        var client = HttpClientConfig.httpClientConfig().setParam("http.route.local-address", line);
        Response answer = given().config(RestAssured.config().httpClient(client))
                .header("Accept", "application/json")
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
