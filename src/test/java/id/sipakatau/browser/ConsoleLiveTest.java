package id.sipakatau.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SelectOption;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.testing.Chromium;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console in a real browser: an update touches its own row and no other, and the keyboard does what the mouse does. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ConsoleLiveTest extends BrowserTest {

    @ParameterizedTest
    @ValueSource(strings = {"papan", "tabel"})
    void an_update_touches_only_its_own_row(String shape) {
        var changed = accepted("Sampah di depan sekolah.");
        var still = accepted("Sampah di depan pasar.");
        try (var person = operator()) {
            var page = Chromium.page(person, faults);
            // The first look through the whole list, after which the page waits for news.
            page.waitForResponse(
                    Pattern.compile("/operator/papan"), () -> visit(page, "/operator?semua=1&tampilan=" + shape));
            assertThat(page.locator("[data-live]")).not().hasClass(Pattern.compile("off"));
            page.evaluate("document.querySelectorAll('[data-number]').forEach(each => each.marked = true)");
            row(page, changed).locator(".pick input").check();

            Stories.started(changed);
            page.waitForFunction(
                    "number => !document.querySelector(`[data-number='${number}']`).marked",
                    changed.trackingNumber().text());
            Assertions.assertThat(unmarked(page))
                    .containsExactly(changed.trackingNumber().text());
            assertThat(row(page, changed).getByText(Pattern.compile("Selesaikan")))
                    .isVisible();
            assertThat(row(page, changed).locator(".pick input")).isChecked();

            var arrived = accepted("Sampah di depan masjid.");
            assertThat(row(page, arrived)).isVisible();
            Assertions.assertThat(unmarked(page))
                    .containsExactlyInAnyOrder(
                            changed.trackingNumber().text(),
                            arrived.trackingNumber().text());
            Assertions.assertThat(page.evaluate("""
                    [...document.querySelectorAll('[data-list]')].every((home) => {
                        const orders = [...home.querySelectorAll('[data-number]')].map((each) => each.dataset.order);
                        return orders.every((order, i) => i === 0 || orders[i - 1] < order);
                    })""")).isEqualTo(true);

            handedOver(still);
            assertThat(row(page, still)).hasCount(0);
            if (shape.equals("papan")) {
                assertThat(page.locator(".column.sedang [data-number='" + changed.trackingNumber() + "']"))
                        .isVisible();
                Assertions.assertThat(page.locator(".column.belum .count").innerText())
                        .isEqualTo(String.valueOf(
                                page.locator(".column.belum [data-number]").count()));
            }
        }
        Assertions.assertThat(faults).isEmpty();
    }

    @Test
    void a_stream_that_was_refused_for_a_while_comes_back() {
        var changed = accepted("Sampah di depan terminal.");
        try (var person = operator()) {
            var page = Chromium.page(person, faults);
            // As a proxy answers while the program behind it starts anew.
            page.route("**/operator/live", route -> route.fulfill(new Route.FulfillOptions().setStatus(502)));
            visit(page, "/operator?semua=1&tampilan=tabel");
            assertThat(page.locator("[data-live]")).hasClass(Pattern.compile("off"));
            page.unroute("**/operator/live");
            assertThat(page.locator("[data-live]"))
                    .not()
                    .hasClass(Pattern.compile("off"), new LocatorAssertions.HasClassOptions().setTimeout(20_000));
            handedOver(changed);
            assertThat(row(page, changed)).hasCount(0);
        }
        // Chromium tells the console of every answer of that kind.
        Assertions.assertThat(faults).isNotEmpty().allMatch(fault -> fault.contains("502"));
    }

    @Test
    void the_alarm_listens_again_after_it_was_refused() {
        var stream = "**/operator/darurat/langsung";
        try (var person = chromium.person(Chromium.DESKTOP, "id-ID", ColorScheme.LIGHT)) {
            person.addCookies(List.of(new Cookie("session", TestStaff.operator("pemadam")).setUrl(address.toString())));
            var page = person.newPage();
            page.route(stream, route -> route.fulfill(new Route.FulfillOptions().setStatus(502)));
            page.waitForResponse(answer -> answer.url().endsWith("/langsung"), () -> visit(page, "/operator?semua=1"));
            page.unroute(stream);
            var again = page.waitForResponse(
                    answer -> answer.url().endsWith("/operator/darurat/langsung") && answer.status() == 200,
                    new Page.WaitForResponseOptions().setTimeout(20_000),
                    () -> {});
            Assertions.assertThat(again.headerValue("content-type")).startsWith("text/event-stream");
        }
    }

    @Test
    void a_table_that_becomes_empty_says_so_and_no_more_once_a_case_arrives() {
        var only = accepted("Ranting tunggal di taman kota.");
        try (var person = operator()) {
            var page = Chromium.page(person, faults);
            page.waitForResponse(
                    Pattern.compile("/operator/papan"),
                    () -> visit(page, "/operator?semua=1&tampilan=tabel&q=ranting%20tunggal"));
            assertThat(row(page, only)).isVisible();
            assertThat(page.locator("#daftar .empty")).isHidden();
            handedOver(only);
            assertThat(row(page, only)).hasCount(0);
            assertThat(page.locator("#daftar .empty")).isVisible();
            var next = accepted("Ranting tunggal di taman bermain.");
            assertThat(row(page, next)).isVisible();
            assertThat(page.locator("#daftar .empty")).isHidden();
        }
        Assertions.assertThat(faults).isEmpty();
    }

    @Test
    void the_keyboard_chooses_starts_and_assigns() {
        var one = accepted("Karung sampah di tepi kanal.");
        try (var person = operator()) {
            var page = visit(person, "/operator?semua=1&tampilan=tabel&q=tepi%20kanal");
            page.keyboard().press("j");
            assertThat(row(page, one).locator("a").first()).isFocused();
            page.keyboard().press("x");
            assertThat(page.locator("[data-chosen]")).containsText("1 kasus dipilih");
            page.keyboard().press("a");
            assertThat(page.locator("#borongan select")).isFocused();
            page.locator("#borongan select").selectOption(new SelectOption().setIndex(2));
            page.locator("#borongan [value=tugaskan]").click();
            assertThat(page.locator("h1")).containsText("1 kasus ditugaskan");
            page.locator("form[action$=urung] button").click();
            assertThat(page.locator("h1")).containsText("1 kasus ditugaskan");

            visit(page, "/operator?semua=1&tampilan=tabel&q=tepi%20kanal");
            page.keyboard().press("Shift+?");
            assertThat(page.locator("#tombol")).isVisible();
            noBarrier(page);
            page.keyboard().press("Escape");
            assertThat(page.locator("#tombol")).isHidden();
            page.keyboard().press("/");
            assertThat(page.locator("#saring [type=search]")).isFocused();
            page.keyboard().press("Tab");
            page.keyboard().press("j");
            page.keyboard().press("s");
            assertThat(page.locator(".toast")).containsText(one.trackingNumber() + " mulai ditangani");
            assertThat(row(page, one)).containsText("Sedang");
            // What leads back leads to the same list.
            row(page, one).locator("a").first().click();
            assertThat(page.locator(".steps [aria-current=step]")).hasClass(Pattern.compile("sedang"));
            assertThat(page.locator(".eyebrow a")).hasAttribute("href", Pattern.compile("q=tepi%20kanal$"));
        }
        Assertions.assertThat(faults).isEmpty();
    }

    private static Complaint accepted(String words) {
        return Stories.accepted(Stories.pending(words));
    }

    private static void handedOver(Complaint complaint) {
        Stories.handedOver(complaint, "bpbd");
    }

    private BrowserContext operator() {
        var person = chromium.person(Chromium.DESKTOP, "id-ID", ColorScheme.LIGHT);
        person.addCookies(List.of(new Cookie("session", TestStaff.operator("kebersihan")).setUrl(address.toString())));
        return person;
    }

    private static Locator row(Page page, Complaint complaint) {
        return page.locator("[data-number='" + complaint.trackingNumber() + "']");
    }

    @SuppressWarnings("unchecked")
    private static List<String> unmarked(Page page) {
        return (List<String>) page.evaluate("""
                [...document.querySelectorAll('[data-number]')]
                    .filter(each => !each.marked).map(each => each.dataset.number)""");
    }
}
