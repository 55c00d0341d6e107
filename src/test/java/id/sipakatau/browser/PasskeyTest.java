package id.sipakatau.browser;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import id.sipakatau.identity.TestCitizen;
import id.sipakatau.testing.Chromium;
import id.sipakatau.testing.PostOffice;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A passkey in a real browser, with an authenticator that the browser itself plays. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(PostOffice.class)
class PasskeyTest extends BrowserTest {

    @Test
    void a_passkey_is_registered_lets_its_owner_in_without_a_code_and_can_be_deleted() {
        var email = TestCitizen.email();
        try (var person = chromium.person(Chromium.PHONE)) {
            var page = Chromium.page(person, faults);
            var device = authenticator(page, true);
            person.addCookies(List.of(
                    new Cookie(TestCitizen.COOKIE, TestCitizen.cookie(TestCitizen.account(email))).setUrl(at("/"))));
            page.navigate(at("/akun/data"));
            page.locator("[data-passkey] button").click();
            page.locator("form[action^='/akun/kunci/']").waitFor();
            assertThat(keys(device)).isEqualTo(1);

            person.clearCookies();
            page.navigate(at("/akun/masuk?ke=/akun/data"));
            page.locator("[data-passkey] button").click();
            page.waitForURL(at("/akun/data"));
            assertThat(page.locator("main").innerText()).contains(email).contains("dipakai");

            page.locator("form[action^='/akun/kunci/'] button").click();
            page.locator("dialog button.primary").click();
            page.locator("form[action^='/akun/kunci/']").waitFor(gone());
            person.clearCookies();
            page.navigate(at("/akun/masuk"));
            page.locator("[data-passkey] button").click();
            page.locator("[data-passkey] [role=alert]").waitFor();
            assertThat(page.locator("[data-passkey]").innerText()).contains("tidak dapat dipakai di sini");
        }
        // The refusal of the deleted passkey is the only thing that the console may complain of.
        assertThat(faults).hasSize(1).allMatch(fault -> fault.contains("422"));
    }

    @Test
    void a_device_that_does_not_know_its_owner_is_not_enough() {
        try (var person = chromium.person(Chromium.PHONE)) {
            var page = Chromium.page(person, faults);
            var device = authenticator(page, false);
            person.addCookies(List.of(new Cookie(TestCitizen.COOKIE, TestCitizen.signedIn()).setUrl(at("/"))));
            page.navigate(at("/akun/data"));
            page.locator("[data-passkey] button").click();
            page.locator("[data-passkey] [role=alert]").waitFor();
            assertThat(keys(device)).isZero();
            assertThat(page.locator("form[action^='/akun/kunci/']").count()).isZero();
        }
    }

    @Test
    void what_a_device_signed_works_once() {
        try (var person = chromium.person(Chromium.PHONE)) {
            var page = Chromium.page(person, faults);
            authenticator(page, true);
            person.addCookies(List.of(new Cookie(TestCitizen.COOKIE, TestCitizen.signedIn()).setUrl(at("/"))));
            page.navigate(at("/akun/data"));
            page.locator("[data-passkey] button").click();
            page.locator("form[action^='/akun/kunci/']").waitFor();
            person.clearCookies();
            page.navigate(at("/akun/masuk"));
            var sent = page.waitForRequest(
                    request -> request.url().endsWith("/akun/masuk/kunci"),
                    () -> page.locator("[data-passkey] button").click());
            page.waitForURL(at("/akun"));
            var again = page.evaluate("""
                    async (body) => (await fetch('/akun/masuk/kunci', {
                        method: 'POST', headers: {'Content-Type': 'application/json', 'Accept': 'application/json'}, body
                    })).status""", sent.postData());
            assertThat(again).isEqualTo(422);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"response\":{}}"
            })
    void what_no_device_sends_is_refused(String body) {
        given().contentType("application/json")
                .accept("application/json")
                .body(body)
                .post("/akun/masuk/kunci")
                .then()
                .statusCode(422);
        given().cookie(TestCitizen.COOKIE, TestCitizen.signedIn())
                .contentType("application/json")
                .accept("application/json")
                .body(body)
                .post("/akun/kunci")
                .then()
                .statusCode(422);
    }

    /** Passkeys are bound to a name, so the site is visited by one. */
    private String at(String path) {
        return "http://localhost:" + address.getPort() + path;
    }

    private static com.microsoft.playwright.Locator.WaitForOptions gone() {
        return new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED);
    }

    private record Device(CDPSession browser, JsonObject name) {}

    private static Device authenticator(Page page, boolean knowsItsOwner) {
        var browser = page.context().newCDPSession(page);
        browser.send("WebAuthn.enable");
        var options = JsonParser.parseString("""
                {"options": {"protocol": "ctap2", "transport": "internal", "hasResidentKey": true,
                             "hasUserVerification": true, "automaticPresenceSimulation": true}}
                """).getAsJsonObject();
        options.getAsJsonObject("options").addProperty("isUserVerified", knowsItsOwner);
        var made = browser.send("WebAuthn.addVirtualAuthenticator", options);
        var name = new JsonObject();
        name.add("authenticatorId", made.get("authenticatorId"));
        return new Device(browser, name);
    }

    private static int keys(Device device) {
        return device.browser
                .send("WebAuthn.getCredentials", device.name)
                .getAsJsonArray("credentials")
                .size();
    }
}
