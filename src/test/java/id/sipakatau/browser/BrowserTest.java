package id.sipakatau.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotCaret;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.testing.Axe;
import id.sipakatau.testing.Chromium;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** What all tests at a real Chromium have in common: the browser, and looking at its pages. */
abstract class BrowserTest {

    static Chromium chromium;

    @TestHTTPResource("/")
    URI address;

    @Inject
    Jdbi jdbi;

    /** Errors in the consoles of the pages that were visited. */
    final List<String> faults = new ArrayList<>();

    @BeforeAll
    static void open() {
        assumeTrue(Chromium.isInstalled());
        chromium = Chromium.shared();
    }

    /** What other tests have called for rings no more: an alarm lies over everything else, also at administrators. */
    @BeforeEach
    void calls_are_taken() {
        jdbi.useHandle(handle -> handle.execute("""
                UPDATE emergency_call SET state = 'SEEN', seen_at = now(), seen_by = gen_random_uuid()
                WHERE state = 'RECEIVED'
                """));
    }

    Page visit(BrowserContext person, String path) {
        var page = Chromium.page(person, faults);
        visit(page, path);
        return page;
    }

    void visit(Page page, String path) {
        page.navigate(address.resolve(path).toString());
    }

    Page signedIn(BrowserContext person, String username) {
        var page = visit(person, "/masuk");
        page.locator("#username").fill(username);
        page.locator("#password").fill(TestStaff.PASSWORD);
        page.locator("form[action='/masuk'] button.primary").click();
        page.waitForURL(Pattern.compile("/(admin|operator)$"));
        return page;
    }

    /** Waits until the worker has kept the app, as it does while somebody reads. */
    static void keep(Page page) {
        page.waitForCondition(() -> (boolean) page.evaluate("""
                async () => {
                    if (!navigator.serviceWorker.controller) return false;
                    return Boolean(await caches.match('/map/base.json?1') && await caches.match('/luring'));
                }"""));
    }

    static void noBarrier(Page page) {
        assertThat(barriers(page)).isEmpty();
    }

    /** What axe finds on a page as it is now, and how far the page can be moved sideways if it can. */
    static List<String> barriers(Page page) {
        settled(page);
        var found = new ArrayList<>(Axe.barriers(page));
        sideways(page).ifPresent(by -> found.add("scrolls sideways by " + by));
        return found;
    }

    /**
     * Lets no colour be on its way any more; what inherits one sets out when that has arrived. The form hides what its
     * script will rearrange for some seconds; without the script it shows all after them, which is waited for.
     */
    static void settled(Page page) {
        page.waitForCondition(() -> (boolean) page.evaluate("""
                () => {
                    const moves = (each) => each instanceof CSSTransition;
                    document.getAnimations().filter(moves).forEach((each) => each.finish());
                    return !document.getAnimations()
                        .some((each) => moves(each) || each.animationName?.startsWith('until-'));
                }"""));
    }

    /** How far a page can be moved sideways, which none should. */
    static OptionalInt sideways(Page page) {
        var by = ((Number) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
        return by > 0 ? OptionalInt.of(by) : OptionalInt.empty();
    }

    /** Keeps a picture of the whole page for people to look at. */
    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                // Hiding the caret would need a style that the page's policy refuses.
                .setCaret(ScreenshotCaret.INITIAL)
                .setPath(Path.of("target/screens", name + ".png")));
    }
}
