package id.sipakatau.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;

/** A phone with an outbox, and what has arrived from it; each test sends words of its own, by which it finds them again. */
abstract class SendingTest extends BrowserTest {

    static final Pattern RECEIPT = Pattern.compile("/ikuti/.*/tanda-terima");
    static final String PHOTOS = "**/api/v1/complaints/*/photos/*";
    static final String COMPLAINTS = "**/api/v1/complaints";

    /** The modules of the outbox as the page has them; needs an async function around it. */
    static final String OUTBOX = """
            const app = document.querySelector('script[type=module][src$="/js/app.js"]').src;
            const of = (module) => import(app.replace("/js/app.js", `/js/outbox/${module}.js`));
            const outbox = await of("outbox");
            """;

    @Override
    Page visit(BrowserContext person, String path) {
        var page = super.visit(person, path);
        page.setDefaultTimeout(10_000);
        return page;
    }

    /** Requests can be held up only where no service worker stands in between. */
    static void withoutWorker(BrowserContext phone) {
        phone.addInitScript("Object.defineProperty(navigator, 'serviceWorker', { value: undefined })");
    }

    static Locator card(Page page, String words) {
        return page.locator(".outbox .sent", new Page.LocatorOptions().setHasText(words));
    }

    static Locator button(Locator card, String words) {
        return card.locator("button, a", new Locator.LocatorOptions().setHasText(words));
    }

    long countOf(String words) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM complaint WHERE description = :words")
                .bind("words", words)
                .mapTo(Long.class)
                .one());
    }

    int photosOf(String words) {
        return widthsOf(words).size();
    }

    List<Integer> widthsOf(String words) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT width FROM photo JOIN complaint ON complaint.id = photo.complaint_id
                        WHERE description = :words ORDER BY ordinal
                        """)
                .bind("words", words)
                .mapTo(Integer.class)
                .list());
    }
}
