package id.sipakatau.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import id.sipakatau.city.City;
import id.sipakatau.complaint.Complaint.Privacy;
import id.sipakatau.testing.Chromium;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the form suggests while somebody writes, in a real browser. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SuggestionsTest extends BrowserTest {

    @Inject
    City city;

    @Test
    void the_browser_finds_what_the_server_finds() throws IOException {
        try (var phone = chromium.person(Chromium.PHONE)) {
            var page = visit(phone, FormWalk.FORM);
            var module = page.evaluate("""
                    async () => {
                        const main = await (await fetch(document.querySelector('script[src*=lapor]').src)).text();
                        globalThis.signs = await import(new URL('lapor/signs.js', document.querySelector('script[src*=lapor]').src));
                        return Boolean(main);
                    }""");
            assertThat(module).isEqualTo(true);
            for (var line : Files.readAllLines(Path.of("src/test/resources/signs.csv"))) {
                var parts = line.split("\\|", 3);
                if (parts.length == 3) {
                    assertThat(page.evaluate(
                                    "text => signs.signsIn(text).map(s => s.sign + ': ' + s.words).join()", parts[2]))
                            .as(parts[2])
                            .isEqualTo(parts[0].equals("none") ? "" : parts[0] + ": " + parts[1]);
                }
            }
            page.evaluate("""
                    async () => globalThis.urgent =
                        await import(new URL('lapor/urgent.js', document.querySelector('script[src*=lapor]').src))""");
            for (var line : Files.readAllLines(Path.of("src/test/resources/urgent.csv"))) {
                var parts = line.split("\\|", 3);
                var found = page.evaluate(
                        "text => { const f = urgent.urgentIn(text); return f ? f.category + ': ' + f.words : ''; }",
                        parts[2]);
                assertThat(found).as(parts[2]).isEqualTo(parts[0].equals("none") ? "" : parts[0] + ": " + parts[1]);
            }
        }
    }

    @Test
    void a_category_of_emergencies_offers_the_lane_of_its_agency() {
        try (var phone = chromium.person(Chromium.PHONE)) {
            var page = visit(phone, "/lapor?dinas=pemadam");
            page.locator("input[name=category][data-agency=pemadam][data-emergency=true]")
                    .first()
                    .check();
            assertThat(page.locator("#telepon a[href^='tel:']")).isVisible();
            page.locator("#telepon a[href='/darurat']").click();
            assertThat(page.locator(".hold").first()).hasAttribute("value", "pemadam");
        }
    }

    @Test
    void urgent_words_offer_the_lane_with_all_that_was_written_before_the_form_goes_on() {
        for (var language : List.of("id", "en")) {
            try (var phone = chromium.person(Chromium.PHONE, language, ColorScheme.LIGHT)) {
                var page = visit(phone, FormWalk.FORM);
                var walk = new FormWalk(page);
                walk.next();
                walk.next();
                walk.inKelurahan();
                walk.next();
                walk.words("Bangkai terbakar, ada kebakaran di belakangnya");
                assertThat(page.locator("#gawat")).containsText("kebakaran");
                walk.next();
                assertThat(page.locator("#step-error")).isVisible();
                assertThat(Looks.barriers(page, "lapor-gawat-" + language)).isEmpty();
                page.locator("#gawat button").click();
                assertThat(page.locator("#gawat")).isHidden();
                walk.next();
                assertThat(page.locator("[data-step=sight] h2")).isVisible();
                page.goBack();
                walk.words("Kebakaran! Orang di dalam");
                page.locator("#gawat a").click();
                page.waitForURL("**/darurat");
                assertThat(page.locator("[data-carried] q")).hasText("Kebakaran! Orang di dalam");
                assertThat(page.locator(".hold").first()).hasAttribute("value", "pemadam");
                assertThat(Looks.barriers(page, "darurat-terbawa-" + language)).isEmpty();
                page.locator(".hold").first().hover();
                page.mouse().down();
                page.waitForURL("**/darurat/*");
                page.mouse().up();
                assertThat(page.locator(".words")).hasText("Kebakaran! Orang di dalam");
                visit(page, "/lapor");
                assertThat(page.locator("#description")).hasValue("Kebakaran! Orang di dalam");
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void a_suggestion_says_what_it_found_changes_no_switch_and_goes_with_its_reason() {
        try (var phone = chromium.person(Chromium.PHONE)) {
            var page = visit(phone, FormWalk.FORM);
            var walk = new FormWalk(page);
            walk.next();
            walk.next();
            walk.inKelurahan();
            walk.next();
            walk.words("Bangkai ini dibuang Pak Budi, truknya DD 1234 XX.");
            phone.setOffline(true);
            walk.next();
            assertThat(page.locator("#anjuran")).containsText("Pak Budi");
            assertThat(page.locator("#anjuran")).containsText("DD 1234 XX");
            assertThat(page.locator("[name=confidential]")).not().isChecked();
            assertThat(page.locator("[name=anonymous]")).not().isChecked();
            noBarrier(page);
            picture(page, "lapor-signs-phone");
            page.locator("[name=confidential]").check();
            assertThat(page.locator("#anjuran")).isHidden();
            page.locator("[name=confidential]").uncheck();
            page.locator("#anjuran button").click();
            walk.words("Bangkai ini di tengah jalan.");
            walk.next();
            assertThat(page.locator("[data-step=sight] h2")).isVisible();
            assertThat(page.locator("#anjuran")).isHidden();
        }
    }

    @Test
    void a_similar_complaint_can_be_supported_instead_and_what_was_written_stays() {
        var category = city.category("bangkai-hewan").orElseThrow();
        var other = Stories.accepted(
                Stories.pending(category, "Bangkai anjing di depan benteng.", new Privacy(false, false)));
        try (var phone = chromium.person(Chromium.PHONE)) {
            var page = visit(phone, FormWalk.FORM);
            var walk = new FormWalk(page);
            walk.next();
            walk.next();
            page.locator(".chip:has([name=way][value=area])").click();
            page.locator("#kelurahan").selectOption("73.71.04.1003");
            walk.next();
            var card = page.locator("#serupa [data-number='" + other.trackingNumber() + "']");
            assertThat(card).containsText("Bangkai anjing");
            walk.words("Ada bangkai juga di sini");
            card.locator("[data-support]").click();
            assertThat(card.locator(".supported")).isVisible();
            assertThat(page.locator("#description")).hasValue("Ada bangkai juga di sini");
            card.locator(".supported button").click();
            page.waitForURL("**/aduan/" + other.trackingNumber());
            assertThat(page.locator("#dukungan")).containsText("Pendukung: 1");
            noBarrier(page);
            picture(page, "support-phone");
            visit(page, "/lapor");
            assertThat(page.locator("#description")).hasValue("");
        }
    }

    @Test
    void what_is_shown_before_sending_without_javascript_has_no_barrier() {
        var category = city.category("bangkai-hewan").orElseThrow();
        Stories.accepted(Stories.pending(category, "Bangkai tikus di got.", new Privacy(false, false)));
        for (var language : List.of("id", "en")) {
            try (var person = chromium.person(Chromium.PHONE, language, ColorScheme.LIGHT)) {
                // The page as it is without its scripts; axe needs a browser that runs some.
                person.route("**/*.js", Route::abort);
                var page = visit(person, FormWalk.FORM);
                page.locator("#kelurahan").selectOption("73.71.04.1003");
                page.locator("#description").fill("Ada pungli, kata Pak Budi di 0812-3456-7890.");
                page.locator("#kirim").click();
                assertThat(page.locator(".check")).containsText("Pak Budi");
                assertThat(page.locator(".check .similar")).containsText("Bangkai tikus");
                assertThat(Looks.barriers(page, "lapor-periksa-tanpa-skrip")).isEmpty();
            }
        }
    }

    @Test
    void without_a_network_the_form_goes_on_without_similar_complaints() {
        try (var phone = chromium.person(Chromium.PHONE)) {
            var page = visit(phone, FormWalk.FORM);
            page.locator(".lapor.stepped").waitFor();
            phone.setOffline(true);
            FormWalk.upToSending(page, "Bangkai kucing di selokan.");
            assertThat(page.locator("[data-step=check] h2")).isVisible();
        }
    }
}
