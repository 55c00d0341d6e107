package id.sipakatau.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import id.sipakatau.identity.NewStaff;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.testing.Chromium;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * One complaint for two agencies in a real browser: the administrator accepts it for both, each finishes, and reporter and
 * public see it move on pages that nobody reloads.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class TogetherTest extends BrowserTest {

    @Test
    void two_agencies_work_on_one_complaint_and_its_reporter_watches() {
        Stories.emptyQueue();
        var receipt = Stories.pending("Tumpukan sampah terbakar di samping benteng.");
        var number = receipt.trackingNumber().text();
        var administrator = TestStaff.username("admin");
        TestStaff.account(NewStaff.administrator(administrator, "Administrator"));
        var cleaner = TestStaff.username("operator");
        TestStaff.account(NewStaff.operator(cleaner, "Operator Kebersihan", "kebersihan"));
        var firefighter = TestStaff.username("operator");
        TestStaff.account(NewStaff.operator(firefighter, "Operator Pemadam", "pemadam"));

        try (var phone = chromium.person(Chromium.PHONE);
                var desk = chromium.person(Chromium.DESKTOP);
                var first = chromium.person(Chromium.DESKTOP);
                var second = chromium.person(Chromium.DESKTOP);
                var onlooker = chromium.person(Chromium.PHONE)) {
            var reporter = visit(phone, "/ikuti/" + receipt.secret().text());
            var lead = signedIn(first, cleaner);
            var other = signedIn(second, firefighter);

            // The keyboard alone: L opens the other agencies, V accepts.
            var queue = signedIn(desk, administrator);
            queue.locator(".queue a[data-number='" + number + "']").click();
            queue.waitForURL(Pattern.compile("/admin/aduan/" + number));
            queue.waitForLoadState(LoadState.LOAD);
            queue.keyboard().press("l");
            assertThat(queue.locator("#libatkan select").first()).isFocused();
            queue.locator("#libatkan select:has(option[value='%s'])"
                            .formatted(Stories.ordinary("pemadam").id()))
                    .selectOption(Stories.ordinary("pemadam").id());
            queue.locator("#asked").fill("Mohon disemprot dulu.");
            queue.locator("#terima input[name=checked]").check();
            queue.locator("#terima .btn.primary").click();
            queue.waitForURL(Pattern.compile("/admin$"));

            assertThat(reporter.locator(".together h2")).hasText("Ditangani 2 dinas: 0 dari 2 selesai");
            var watching = visit(onlooker, "/aduan/" + number);
            assertThat(watching.locator(".together h2")).hasText("Ditangani 2 dinas: 0 dari 2 selesai");

            var card = other.locator(".column.belum article", new Page.LocatorOptions().setHasText(number));
            assertThat(card).containsText("Bagian dari " + number);
            card.locator("form button").click();
            open(other, other.locator(".column.sedang article", new Page.LocatorOptions().setHasText(number)));
            assertThat(other.locator("#bagian")).containsText("Mohon disemprot dulu.");
            other.locator("input[name=outcome][value=ANSWERED]").check();
            other.locator("#words").fill("Api sudah padam.");
            other.locator("#selesai .btn.primary").click();
            assertThat(other.locator(".steps li.telah[aria-current=step]")).isVisible();

            for (var page : new Page[] {reporter, watching}) {
                assertThat(page.locator(".together h2")).hasText("Ditangani 2 dinas: 1 dari 2 selesai");
                assertThat(page.locator(".together")).containsText("Api sudah padam.");
                assertThat(page.locator("body")).not().containsText("Mohon disemprot dulu.");
            }

            lead.locator(".column.belum [data-number='" + number + "'] form button")
                    .click();
            open(lead, lead.locator(".column.sedang [data-number='" + number + "']"));
            assertThat(lead.locator("#instansi")).containsText("Api sudah padam.");
            lead.locator("input[name=outcome][value=ANSWERED]").check();
            lead.locator("#words").fill("Sisanya sudah diangkut.");
            lead.locator("#selesai .btn.primary").click();
            assertThat(lead.locator(".steps li.telah[aria-current=step]")).isVisible();
            for (var page : new Page[] {reporter, watching}) {
                assertThat(page.locator(".together h2")).hasText("Ditangani 2 dinas: 2 dari 2 selesai");
                assertThat(page.locator(".steps li.telah[aria-current=step]")).isVisible();
            }
        }
        assertThat(faults).as("errors in the browsers' consoles").isEmpty();
    }

    private static void open(Page page, Locator card) {
        card.locator("a").first().click();
        page.waitForURL(Pattern.compile("/operator/aduan/"));
    }
}
