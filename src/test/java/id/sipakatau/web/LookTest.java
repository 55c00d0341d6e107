package id.sipakatau.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ColorScheme;
import id.sipakatau.testing.Axe;
import id.sipakatau.testing.Chromium;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kit in a real browser: contrast and structure by axe, narrow screens, and what scripts add. */
@EnabledIf("id.sipakatau.testing.Chromium#isInstalled")
@QuarkusTest
@WithTestResource(TestDatabase.class)
class LookTest {

    private static Chromium chromium;

    @TestHTTPResource
    String address;

    @BeforeAll
    static void open() {
        chromium = Chromium.shared();
    }

    @ParameterizedTest
    @CsvSource({
        "sampleList, 390, LIGHT", "sampleList, 1360, DARK",
        "sampleComplaint, 390, DARK", "sampleComplaint, 1360, LIGHT",
        "sampleForm, 390, LIGHT", "sampleForm, 1360, DARK",
        "sampleBoard, 390, DARK", "sampleBoard, 1360, LIGHT",
    })
    void the_kit_has_no_barrier_that_axe_knows(String sample, int width, ColorScheme scheme) {
        try (var context = context(width, scheme)) {
            var page = context.newPage();
            page.navigate(address + "sample/look/" + sample);
            assertThat(Axe.barriersByAllRules(page)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sampleList", "sampleComplaint", "sampleForm", "sampleBoard", "nothing"})
    void nothing_stands_over_the_edge_of_the_narrowest_screen(String sample) {
        try (var context = context(320, ColorScheme.LIGHT)) {
            var page = context.newPage();
            page.navigate(address + "sample/look/" + sample);
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
        }
    }

    @Test
    void targets_on_a_phone_are_at_least_48_pixels_high_and_text_at_least_14() {
        try (var context = chromium.person(Chromium.PHONE)) {
            var page = context.newPage();
            for (var sample : List.of("sampleList", "sampleComplaint", "sampleForm")) {
                page.navigate(address + "sample/look/" + sample);
                assertThat((List<?>) page.evaluate("""
                        [...document.querySelectorAll('.btn, .chip, .choice, .switch, .bottom a, .foot a, .brand, .tabs a, .field > input, select')]
                          .filter(e => e.offsetParent && e.getBoundingClientRect().height < 48)
                          .map(e => e.className + ' ' + e.textContent.trim())
                        """)).as(sample).isEmpty();
                assertThat((List<?>) page.evaluate("""
                        [...document.querySelectorAll('body *')]
                          .filter(e => e.offsetParent && e.textContent.trim() && parseFloat(getComputedStyle(e).fontSize) < 14)
                          .map(e => e.className + ' ' + e.textContent.trim())
                        """)).as(sample).isEmpty();
            }
        }
    }

    @Test
    void the_content_policy_stops_nothing_that_the_kit_needs() {
        try (var context = context(390, ColorScheme.LIGHT)) {
            var page = context.newPage();
            var complaints = new ArrayList<String>();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.onPageError(complaints::add);
            page.navigate(address + "sample/look/sampleComplaint");
            assertThat(page.evaluate(
                            "document.fonts.ready.then(() => document.fonts.check('16px \"Plus Jakarta Sans\"'))"))
                    .isEqualTo(true);
            assertThat((Double) page.evaluate("document.querySelector('.eyebrow use').getBBox().width"))
                    .isPositive();
            assertThat(page.locator("html.js").count()).isOne();
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void a_form_that_asks_first_is_sent_only_after_yes_and_only_once() {
        try (var context = context(390, ColorScheme.LIGHT)) {
            var page = context.newPage();
            var sent = new ArrayList<String>();
            page.onRequest(request -> {
                if (request.method().equals("POST")) {
                    sent.add(request.url());
                }
            });
            page.navigate(address + "sample/look/sampleForm");
            page.locator("main form button").click();
            page.locator("dialog button[value=no]").click();
            // The browser tells the page of the closing a moment later.
            page.waitForCondition(() -> page.locator("dialog").count() == 0);
            assertThat(sent).isEmpty();
            page.locator("main form button").click();
            page.waitForNavigation(
                    () -> page.locator("dialog button[value=yes]").click());
            assertThat(page.locator(".toast").textContent()).contains("Lapor");
            assertThat(sent).hasSize(1);
        }
    }

    @Test
    void two_clicks_send_once_and_going_back_gives_the_button_back() {
        try (var context = context(390, ColorScheme.LIGHT)) {
            var page = context.newPage();
            var sent = new ArrayList<String>();
            page.onRequest(request -> {
                if (request.method().equals("POST")) {
                    sent.add(request.url());
                }
            });
            page.navigate(address + "sample");
            page.waitForNavigation(() -> page.locator("main form button").dblclick());
            assertThat(sent).hasSize(1);
            page.goBack();
            assertThat(page.locator("main form button").textContent()).isEqualTo("Lapor");
            assertThat(page.locator("main form button").getAttribute("aria-disabled"))
                    .isNull();
        }
    }

    @Test
    void the_menu_of_languages_opens_by_keyboard_and_closes_by_escape() {
        try (var context = context(390, ColorScheme.LIGHT)) {
            var page = context.newPage();
            page.navigate(address + "sample");
            page.locator("details.languages summary").press("Enter");
            assertThat(page.locator("details.languages a[hreflang=en]").isVisible())
                    .isTrue();
            page.keyboard().press("Escape");
            assertThat(page.locator("details.languages a[hreflang=en]").isVisible())
                    .isFalse();
            assertThat(page.evaluate("document.activeElement.tagName")).isEqualTo("SUMMARY");
        }
    }

    private static BrowserContext context(int width, ColorScheme scheme) {
        return chromium.person(new Chromium.Form(width, 860, false), "id-ID", scheme);
    }
}
