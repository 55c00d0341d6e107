package id.sipakatau.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.identity.NewStaff;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.testing.Relay;
import java.util.regex.Pattern;

/** An operator with a phone, on a line that can be cut. */
abstract class FieldTest extends BrowserTest {

    static String operator() {
        var username = TestStaff.username("operator");
        TestStaff.account(NewStaff.operator(username, "Operator Kebersihan", "kebersihan"));
        return username;
    }

    /** Signs in on a phone, and waits until the worker has what it needs and is in charge. */
    static Page enter(BrowserContext phone, Relay line, String username) {
        var page = phone.newPage();
        page.navigate(at(line, "masuk"));
        page.locator("#username").fill(username);
        page.locator("#password").fill(TestStaff.PASSWORD);
        page.locator("form[action='/masuk'] button.primary").click();
        page.waitForURL(Pattern.compile("/operator$"));
        page.waitForCondition(
                () -> (boolean)
                        page.evaluate(
                                "async () => Boolean(navigator.serviceWorker.controller?.scriptURL.endsWith('/petugas-sw.js') && await caches.match('/operator/ponsel'))"));
        return page;
    }

    /** Opens a case until it is kept. */
    static void keepCase(Page page, Relay line, Complaint complaint) {
        var path = "/operator/aduan/" + complaint.trackingNumber();
        page.navigate(at(line, path.substring(1)));
        page.waitForCondition(() -> (boolean) page.evaluate("async path => Boolean(await caches.match(path))", path));
    }

    static void leave(Page page) {
        page.locator("details.menu summary[aria-label]").last().click();
        page.locator("form[action='/keluar'] button").click();
    }

    static String at(Relay line, String path) {
        return line.address().resolve(path).toString();
    }
}
