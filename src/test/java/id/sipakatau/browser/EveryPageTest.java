package id.sipakatau.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import id.sipakatau.identity.NewStaff;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.testing.Chromium;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every page as people see it: for readers of both languages, light and dark, on a phone and at a desk. No page has a
 * barrier that axe finds, none scrolls sideways on a narrow phone, none has an error in the browser's console. The
 * pictures are kept in {@code target/screens}.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class EveryPageTest {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static Chromium chromium;

    @TestHTTPResource("/")
    URI address;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void no_page_has_a_barrier() {
        var pending = Stories.pending("Tumpukan sampah di samping benteng. Sudah empat hari tidak diangkut.");
        var started = Stories.started(Stories.accepted(Stories.pending("Got di lorong meluap sejak pagi.")));
        var done = Stories.finished(Stories.started(Stories.accepted(Stories.pending("Bak sampah rusak di pasar."))));
        var administrator = TestStaff.username("admin");
        TestStaff.account(NewStaff.administrator(administrator, "Administrator"));
        var operator = TestStaff.username("operator");
        TestStaff.account(NewStaff.operator(operator, "Operator Kebersihan", "kebersihan"));
        var open = Map.of(
                "pantau", "/",
                "aduan", "/aduan/" + done.trackingNumber(),
                "lacak", "/lacak",
                "lacak-salah", "/lacak?nomor=MKS-0000",
                "lapor", "/lapor",
                "masuk", "/masuk",
                "ikuti", "/ikuti/" + pending.secret().text(),
                "tidak-ada", "/tidak-ada");
        var admin = Map.of(
                "antrean", "/admin/aduan/" + pending.trackingNumber(),
                "putusan", "/admin/putusan",
                "petugas", "/admin/petugas");
        var handling = Map.of("papan", "/operator", "kasus", "/operator/aduan/" + started.trackingNumber());

        var barriers = new ArrayList<String>();
        for (var look : List.of(
                new Look(Chromium.PHONE, "id-ID", ColorScheme.LIGHT),
                new Look(Chromium.DESKTOP, "en-US", ColorScheme.DARK))) {
            visit(look, open, null, barriers);
            visit(look, admin, administrator, barriers);
            visit(look, handling, operator, barriers);
        }
        visit(new Look(Chromium.SMALL_PHONE, "en-US", ColorScheme.DARK), open, null, barriers);
        visit(new Look(Chromium.DESKTOP, "id-ID", ColorScheme.LIGHT), open, null, barriers);
        assertThat(barriers).isEmpty();
    }

    /** One way to look at pages. */
    private record Look(Chromium.Form form, String language, ColorScheme colours) {
        String name() {
            return form.width() + "-" + language.substring(0, 2) + "-"
                    + colours.name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private void visit(Look look, Map<String, String> pages, String username, List<String> barriers) {
        try (var person = chromium.person(look.form, look.language, look.colours)) {
            var page = Chromium.page(person, new ArrayList<>());
            if (username != null) {
                signIn(page, username);
            }
            pages.forEach((name, path) -> look(page, name, path, look, barriers));
        }
    }

    private void look(Page page, String name, String path, Look look, List<String> barriers) {
        page.navigate(address.resolve(path).toString());
        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
        var where = name + " " + look.name() + ": ";
        new AxeBuilder(page)
                .withTags(RULES)
                .analyze()
                .getViolations()
                .forEach(violation -> violation
                        .getNodes()
                        .forEach(node -> barriers.add(
                                where + violation.getId() + " " + node.getTarget() + " " + node.getHtml())));
        var sideways = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (((Number) sideways).intValue() > 0) {
            barriers.add(where + "scrolls sideways by " + sideways);
        }
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target/screens", name + "-" + look.name() + ".png")));
    }

    private void signIn(Page page, String username) {
        page.navigate(address.resolve("/masuk").toString());
        page.locator("#username").fill(username);
        page.locator("#password").fill(TestStaff.PASSWORD);
        page.locator("form[action='/masuk'] button.primary").click();
        page.waitForURL(url -> url.endsWith("/admin") || url.endsWith("/operator"));
    }
}
