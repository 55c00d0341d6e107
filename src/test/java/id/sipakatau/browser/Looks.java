package id.sipakatau.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import id.sipakatau.testing.Axe;
import id.sipakatau.testing.Chromium;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One page as people see it: on a phone in the light, on a narrow phone in the dark, and at a desk, in the light for
 * Indonesian and in the dark for English. It is opened once and changes its looks in place, as it does when somebody turns
 * the phone or evening comes. Pictures, of phones in
 * Indonesian and of desks in English, are kept in {@code target/screens}.
 */
final class Looks {

    /** What a page shows where its text is missing. */
    private static final Pattern TEXT_KEY = Pattern.compile("\\b[a-z]+(_\\w+)+\\b");

    private Looks() {}

    /** Everything that somebody could stumble over in any of the looks; afterwards the page looks as it did before. */
    static List<String> barriers(Page page, String name) {
        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
        var before = page.viewportSize();
        var language = (String) page.evaluate("document.documentElement.lang");
        var found = new ArrayList<String>();
        look(page, name, language, Chromium.PHONE, ColorScheme.LIGHT, found);
        look(page, name, language, Chromium.SMALL_PHONE, ColorScheme.DARK, found);
        var atTheDesk = language.equals("id") ? ColorScheme.LIGHT : ColorScheme.DARK;
        look(page, name, language, Chromium.DESKTOP, atTheDesk, found);
        page.setViewportSize(before.width, before.height);
        dress(page, ColorScheme.LIGHT);

        var key = TEXT_KEY.matcher(page.locator("body").innerText());
        if (key.find()) {
            found.add(name + " " + language + ": shows the key of a text: " + key.group());
        }
        return found;
    }

    private static void look(
            Page page, String name, String language, Chromium.Form form, ColorScheme colours, List<String> found) {
        page.setViewportSize(form.width(), form.height());
        dress(page, colours);
        var look = "%s-%d-%s-%s"
                .formatted(name, form.width(), language, colours.name().toLowerCase(Locale.ROOT));
        BrowserTest.settled(page);
        // Of one page the structure is the same in both languages: it is looked at on a phone in one, at a desk in the
        // other. So are its colours: English is looked at in the dark of a desk, Indonesian in all looks.
        var structure = form.equals(language.equals("id") ? Chromium.PHONE : Chromium.DESKTOP);
        var barriers =
                structure ? Axe.barriers(page) : language.equals("id") ? Axe.barriersInSight(page) : List.<String>of();
        barriers.forEach(barrier -> found.add(look + ": " + barrier));
        BrowserTest.sideways(page).ifPresent(by -> found.add(look + ": scrolls sideways by " + by));
        // The same in another language is another picture at the desk only, where the colours differ too.
        if (language.equals("id") != form.equals(Chromium.DESKTOP)) {
            BrowserTest.picture(page, look);
        }
    }

    private static void dress(Page page, ColorScheme colours) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
        // The new colours are there when they have been painted.
        page.evaluate("new Promise(painted => requestAnimationFrame(() => requestAnimationFrame(painted)))");
    }
}
