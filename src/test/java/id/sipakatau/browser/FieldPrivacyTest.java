package id.sipakatau.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.testing.Chromium;
import id.sipakatau.testing.Relay;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What an operator's phone keeps of cases for the field, and that it keeps nothing of them for anybody else. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class FieldPrivacyTest extends FieldTest {

    private static final String WORDS = "Rahasia dari lorong tujuh.";

    @Test
    void an_opened_case_is_there_without_a_network_and_nothing_of_it_after_signing_out() {
        var complaint = confidential();
        try (var line = new Relay(address);
                var phone = chromium.person(Chromium.PHONE)) {
            var page = enter(phone, line, operator());
            keepCase(page, line, complaint);
            Assertions.assertThat(everythingKept(page)).contains(WORDS);

            line.cut();
            page.navigate(at(line, "operator/aduan/" + complaint.trackingNumber()));
            assertThat(page.locator(".words").first()).containsText(WORDS);
            // A page that was not opened before leads to what is on the phone.
            page.navigate(at(line, "operator/disebut"));
            assertThat(page.locator("h1")).hasText("Di ponsel ini");
            assertThat(page.locator("[data-kept] a")).hasText(Pattern.compile("Rahasia"));

            line.mend();
            page.navigate(at(line, "operator/aduan/" + complaint.trackingNumber()));
            leave(page);
            page.waitForURL(Pattern.compile("/masuk$"));
            Assertions.assertThat(everythingKept(page)).doesNotContain(WORDS, number(complaint));

            line.cut();
            page.navigate(at(line, "operator/aduan/" + complaint.trackingNumber()));
            assertThat(page.locator("h1")).hasText("Di ponsel ini");
            assertThat(page.locator("[data-kept] a")).hasCount(0);
        }
    }

    @Test
    void whoever_comes_after_a_session_that_ended_by_itself_finds_nothing() {
        var complaint = confidential();
        try (var line = new Relay(address);
                var phone = chromium.person(Chromium.PHONE)) {
            var page = enter(phone, line, operator());
            keepCase(page, line, complaint);
            phone.clearCookies();
            page.navigate(at(line, "operator"));
            page.waitForURL(Pattern.compile("/masuk"));
            page.waitForCondition(() -> !everythingKept(page).contains(WORDS));
        }
    }

    @Test
    void another_account_on_the_same_phone_drives_out_what_was_kept_for_the_first() {
        var complaint = confidential();
        try (var line = new Relay(address);
                var phone = chromium.person(Chromium.PHONE)) {
            var page = enter(phone, line, operator());
            keepCase(page, line, complaint);
            // The session of the next one begins without the page to sign in, as in a browser without its script.
            phone.clearCookies();
            phone.addCookies(java.util.List.of(
                    new com.microsoft.playwright.options.Cookie("session", TestStaff.operator("pemadam"))
                            .setUrl(line.address().toString())));
            page.navigate(at(line, "operator?milik=saya"));
            assertThat(page.locator("#daftar")).isVisible();
            page.waitForCondition(() -> !everythingKept(page).contains(WORDS));
        }
    }

    @Test
    void a_case_that_went_to_another_agency_is_kept_no_longer() {
        var complaint = confidential();
        try (var line = new Relay(address);
                var phone = chromium.person(Chromium.PHONE)) {
            var page = enter(phone, line, operator());
            keepCase(page, line, complaint);
            Stories.handedOver(complaint, "pemadam");
            page.navigate(at(line, "operator/aduan/" + complaint.trackingNumber()));
            page.waitForCondition(() -> !everythingKept(page).contains(WORDS));
        }
    }

    @Test
    void at_a_desk_nothing_is_kept_at_all() {
        var complaint = confidential();
        try (var desk = chromium.person(Chromium.DESKTOP)) {
            var page = signedIn(desk, operator());
            visit(page, "/operator/aduan/" + complaint.trackingNumber());
            assertThat(page.locator("h1")).isVisible();
            Assertions.assertThat(
                            page.evaluate(
                                    "async () => (await navigator.serviceWorker.getRegistrations()).some(({ scope }) => scope.endsWith('/operator'))"))
                    .isEqualTo(false);
            Assertions.assertThat(everythingKept(page)).doesNotContain(WORDS);
        }
    }

    private Complaint confidential() {
        return Stories.accepted(Stories.pending(Stories.ordinary(), WORDS, new Complaint.Privacy(true, true)));
    }

    private static String number(Complaint complaint) {
        return complaint.trackingNumber().text();
    }

    /** All that pages and workers keep on this phone, as one text. */
    private static String everythingKept(Page page) {
        return (String) page.evaluate("""
                async () => {
                    const found = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
                    for (const name of await caches.keys()) {
                        found.push(name);
                        const cache = await caches.open(name);
                        for (const request of await cache.keys()) {
                            found.push(request.url, await (await cache.match(request)).text());
                        }
                    }
                    const answer = (request) => new Promise((done, failed) => {
                        request.onsuccess = () => done(request.result);
                        request.onerror = () => failed(request.error);
                    });
                    for (const { name } of await indexedDB.databases()) {
                        const database = await answer(indexedDB.open(name));
                        for (const store of database.objectStoreNames) {
                            found.push(JSON.stringify(await answer(database.transaction(store).objectStore(store).getAll())));
                        }
                        database.close();
                    }
                    return found.join(' ');
                }""");
    }
}
