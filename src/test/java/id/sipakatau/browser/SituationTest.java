package id.sipakatau.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.readiness.TestMode;
import id.sipakatau.testing.Chromium;
import id.sipakatau.testing.Relay;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import id.sipakatau.web.Situation.Level;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The banner of the emergency mode in a real browser: on pages, on none that a phone kept, and how it is declared. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SituationTest extends BrowserTest {

    @AfterEach
    void end_it() {
        TestMode.end();
    }

    @ParameterizedTest
    @EnumSource(
            value = Level.class,
            names = {"STANDBY", "ACTIVE"})
    void no_page_has_a_barrier_because_of_the_banner(Level level) {
        TestMode.declare(level);
        var barriers = new ArrayList<String>();
        try (var phone = chromium.person(Chromium.PHONE, "id-ID", ColorScheme.LIGHT)) {
            var page = Chromium.page(phone, faults);
            for (var path : List.of("/", "/beranda", "/lapor", "/darurat", "/tidak-ada")) {
                visit(page, path);
                page.locator(".situation").waitFor();
                barriers.addAll(Looks.barriers(page, "situasi-" + level + path.replace('/', '-')));
            }
            phone.addCookies(List.of(new Cookie("session", TestStaff.administrator()).setUrl(address.toString())));
            visit(page, "/admin/siaga");
            barriers.addAll(Looks.barriers(page, "siaga-" + level));
        }
        assertThat(barriers).isEmpty();
    }

    @Test
    void a_disaster_agency_declares_it_with_a_look_at_what_the_public_will_read() {
        try (var desk = chromium.person(Chromium.DESKTOP)) {
            desk.addCookies(List.of(new Cookie("session", TestStaff.operator("bpbd")).setUrl(address.toString())));
            var page = visit(desk, "/admin/siaga");
            page.locator("#mode-baru [value=ACTIVE]").check();
            page.locator("#message").fill(TestMode.MESSAGE);
            page.locator("#reason").fill("Laporan pos pantau");
            page.locator("#mode-baru button").click();
            assertThat(page.locator(".situation.active")).containsText(TestMode.MESSAGE);
            assertThat(Looks.barriers(page, "siaga-periksa")).isEmpty();
            page.locator("form[action$=umumkan] button[formaction]").click();
            assertThat(page.locator("#message")).hasValue(TestMode.MESSAGE);
            page.locator("#mode-baru button").click();
            page.locator("form[action$=umumkan] button.primary").click();
            assertThat(page.locator(".toast")).isVisible();
            visit(page, "/beranda");
            assertThat(page.locator(".situation.active a").first()).hasAttribute("href", "/darurat");
        }
    }

    @Test
    void an_open_page_loses_the_banner_when_the_mode_ends() {
        TestMode.declare(Level.ACTIVE);
        for (var path : List.of("/beranda", "/operator")) {
            try (var person = chromium.person(Chromium.PHONE)) {
                person.addCookies(
                        List.of(new Cookie("session", TestStaff.operator("bpbd")).setUrl(address.toString())));
                var page = Chromium.page(person, faults);
                page.clock().install();
                visit(page, path);
                assertThat(page.locator("[data-until]")).containsText("DARURAT");
                page.clock().fastForward(Duration.ofDays(8).toMillis());
                assertThat(page.locator("[data-until]")).hasCount(0);
            }
        }
    }

    @Test
    void what_a_phone_keeps_has_no_banner() throws Exception {
        TestMode.declare(Level.ACTIVE);
        try (var line = new Relay(address);
                var phone = chromium.person(Chromium.PHONE)) {
            var page = visit(phone, at(line, "pasang"));
            page.waitForCondition(() -> (boolean) page.evaluate("""
                    async () => Boolean(navigator.serviceWorker.controller) && Boolean(await caches.match('/luring'))"""));
            // Kept once when the worker came, and now once more when it is visited.
            page.navigate(at(line, "beranda"));
            assertThat(page.locator(".situation.active")).isVisible();
            line.cut();
            for (var each : List.of("beranda", "lapor", "saya", "darurat", "luring")) {
                page.navigate(at(line, each));
                assertThat(page.locator("h1, .lapor h2").first()).isVisible();
                assertThat(page.locator(".situation")).hasCount(0);
                assertThat(page.locator("html[data-light]")).hasCount(0);
            }
            line.mend();
            page.navigate(at(line, "beranda"));
            assertThat(page.locator(".situation.active")).isVisible();
        }
    }

    @Test
    void what_an_operators_phone_keeps_has_no_line() {
        TestMode.declare(Level.ACTIVE);
        var complaint = Stories.accepted(Stories.pending("Sampah di tepi lapangan sejak banjir."));
        try (var line = new Relay(address);
                var phone = chromium.person(Chromium.PHONE)) {
            var page = FieldTest.enter(phone, line, FieldTest.operator());
            FieldTest.keepCase(page, line, complaint);
            assertThat(page.locator(".situation-line")).isVisible();
            line.cut();
            for (var each : List.of("operator/aduan/" + complaint.trackingNumber(), "operator/ponsel")) {
                page.navigate(at(line, each));
                assertThat(page.locator("h1")).isVisible();
                assertThat(page.locator(".situation-line")).hasCount(0);
            }
        }
    }

    private static String at(Relay line, String path) {
        return line.address().resolve(path).toString();
    }
}
