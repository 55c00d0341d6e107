package id.sipakatau.testing;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A person at a browser without JavaScript: keeps cookies, says where a request comes from, follows redirects, and sends a
 * form as it stands on the page. A field that the page does not offer can't be filled in.
 */
public final class PlainBrowser {

    private static final int MOST_REDIRECTS = 10;

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final String language;
    private String address = "/";
    private Response answer;
    private Document page;

    /** A browser that has never been here. */
    public PlainBrowser(String language) {
        this.language = language;
    }

    /** A browser in which somebody is signed in. */
    public static PlainBrowser signedIn(String session) {
        return new PlainBrowser("id").with("session", session);
    }

    /** Puts a cookie into the browser. */
    public PlainBrowser with(String cookie, String value) {
        cookies.put(cookie, value);
        return this;
    }

    /** Opens an address that somebody typed. */
    public Document open(String path) {
        return arrive(path, request("none", "document").get(path));
    }

    /** Follows the one link that the page shows at a selector. */
    public Document follow(String link) {
        var path = page.select(link).attr("href");
        assertThat(path).as("link %s at %s", link, address).startsWith("/");
        return arrive(path, request("same-origin", "document").get(path));
    }

    /** Fetches a picture that a page shows, the first one at a selector. */
    public Response picture(String image) {
        var shown = page.select(image).first();
        assertThat(shown).as("picture %s at %s", image, address).isNotNull();
        return request("same-origin", "image").header("Accept", "image/*").get(shown.attr("src"));
    }

    /** The one form of the page at a selector, to be filled in. */
    public PlainForm form(String selector) {
        var found = page.select(selector);
        assertThat(found)
                .as("forms %s at %s, status %s", selector, address, status())
                .hasSize(1);
        return new PlainForm(found.first(), this);
    }

    /** Sends an ordinary form with these fields, which need not be on the page: what somebody sends by other means. */
    public Document submitted(String path, String fields) {
        return submit(path, "post", "application/x-www-form-urlencoded", fields.getBytes(UTF_8));
    }

    public Document page() {
        return page;
    }

    /** Path and query of the page, as they stand in the address bar. */
    public String address() {
        return address;
    }

    public int status() {
        return answer.statusCode();
    }

    Document submit(String action, String method, String contentType, byte[] body) {
        var path = action.isEmpty() ? address : action;
        if (method.equalsIgnoreCase("get")) {
            var target = path.replaceFirst("\\?.*", "") + "?" + new String(body, UTF_8);
            return arrive(target, request("same-origin", "document").get(target));
        }
        var request = request("same-origin", "document")
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .header("Origin", origin())
                .header("Content-Type", contentType);
        // RestAssured wants the fields of an ordinary form as text.
        var filled = contentType.startsWith("multipart") ? request.body(body) : request.body(new String(body, UTF_8));
        return arrive(path, filled.post(path));
    }

    private Document arrive(String path, Response first) {
        var target = path;
        var reached = keep(first);
        for (int hop = 0; isRedirect(reached.statusCode()); hop++) {
            assertThat(hop).as("redirects from %s", path).isLessThan(MOST_REDIRECTS);
            var next = URI.create(origin() + target).resolve(reached.header("Location"));
            assertThat(next.toString()).startsWith(origin());
            target = next.getRawPath() + (next.getRawQuery() == null ? "" : "?" + next.getRawQuery());
            reached = keep(request("same-origin", "document").get(target));
        }
        address = target;
        answer = reached;
        page = Jsoup.parse(answer.asString(), origin() + target);
        return page;
    }

    private Response keep(Response response) {
        for (var cookie : response.detailedCookies()) {
            if (cookie.getMaxAge() == 0 || cookie.getValue().isEmpty()) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        }
        return response;
    }

    private RequestSpecification request(String site, String destination) {
        return given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .cookies(cookies)
                .header("Accept-Language", language)
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .header("Sec-Fetch-Site", site)
                .header("Sec-Fetch-Mode", destination.equals("document") ? "navigate" : "no-cors")
                .header("Sec-Fetch-Dest", destination);
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303;
    }

    private static String origin() {
        return RestAssured.baseURI + ":" + RestAssured.port;
    }
}
