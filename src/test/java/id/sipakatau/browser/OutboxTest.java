package id.sipakatau.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import id.sipakatau.testing.Chromium;
import id.sipakatau.testing.Relay;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From "Kirim" on nothing is lost and nothing arrives twice, whatever becomes of the network, the page and the browser. Each
 * test sends words of its own, by which the complaint is found again.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class OutboxTest {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final String FORM = "/lapor?kategori=bangkai-hewan";
    private static final Pattern RECEIPT = Pattern.compile("/ikuti/.*/tanda-terima");
    private static final String PHOTOS = "**/api/v1/complaints/*/photos/*";
    private static final String COMPLAINTS = "**/api/v1/complaints";

    private static Chromium chromium;

    @TestHTTPResource("/")
    URI address;

    @Inject
    Jdbi jdbi;

    private final List<String> errors = new ArrayList<>();

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void written_and_sent_without_a_network_it_waits_and_then_arrives_once() throws Exception {
        try (var line = new Relay(address);
                var phone = chromium.person(Chromium.PHONE)) {
            var words = "Bangkai kucing di tepi jalan, ditulis tanpa sinyal.";
            var page = visit(phone, line.address().resolve(FORM).toString());
            line.cut();
            phone.setOffline(true);
            FormWalk.upToSending(page, words, FormWalk.shots(2)).send();

            var card = card(page, words);
            assertThat(card.locator(".state")).hasText("Menunggu jaringan");
            noBarrier(page);
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screens/menunggu-390-id.png")));
            assertThat(countOf(words)).isZero();

            line.mend();
            phone.setOffline(false);
            assertThat(card.locator(".state")).containsText("Terkirim. Nomor aduan MKS-");
            noBarrier(page);
            assertThat(countOf(words)).isOne();
            assertThat(photosOf(words)).isEqualTo(2);

            card.locator("a.btn").click();
            page.waitForURL(Pattern.compile("/ikuti/"));
            assertThat(page.locator("main")).containsText(words);
            visit(page, line.address().resolve("/saya").toString());
            assertThat(page.locator("[data-mine]")).containsText("Bangkai kucing");
        }
    }

    @Test
    void a_killed_browser_keeps_the_draft_and_sends_what_waits(@TempDir Path profile) {
        var draft = "Ini masih ditulis ketika ponselnya mati.";
        var sent = "Ini sudah dikirim ketika ponselnya mati.";
        try (var phone = chromium.profile(profile)) {
            withoutWorker(phone);
            var page = visit(phone, FORM);
            phone.setOffline(true);
            FormWalk.upToSending(page, sent, FormWalk.shots(1)).send();
            assertThat(card(page, sent).locator(".state")).hasText("Menunggu jaringan");
            phone.route(COMPLAINTS, Route::abort);
            phone.route(PHOTOS, Route::abort);
            phone.setOffline(false);
            visit(page, FORM);
            FormWalk.upToSending(page, draft, FormWalk.shots(2));
        }
        assertThat(countOf(sent)).isZero();
        try (var phone = chromium.profile(profile)) {
            var page = visit(phone, "/lacak");
            waitFor(page, () -> countOf(sent) == 1);
            assertThat(photosOf(sent)).isOne();
            visit(page, "/lapor");
            assertThat(page.locator("#description")).hasValue(draft);
            assertThat(page.locator("#ringkasan .strip img")).hasCount(2);
            new FormWalk(page).send();
            page.waitForURL(RECEIPT);
            assertThat(countOf(draft)).isOne();
            assertThat(photosOf(draft)).isEqualTo(2);
        }
    }

    @Test
    void a_line_that_is_cut_after_everything_has_left_makes_no_second_complaint() {
        try (var phone = chromium.person(Chromium.PHONE)) {
            withoutWorker(phone);
            var words = "Jawabannya hilang di jalan.";
            var page = visit(phone, FORM);
            var tries = new AtomicInteger();
            page.route(COMPLAINTS, route -> {
                if (tries.incrementAndGet() == 1) {
                    route.fetch();
                    route.abort("connectionreset");
                } else {
                    route.resume();
                }
            });
            FormWalk.upToSending(page, words, FormWalk.shots(1)).send();
            card(page, words)
                    .locator("button", new Locator.LocatorOptions().setHasText("Kirim sekarang"))
                    .click();
            assertThat(card(page, words).locator(".state")).containsText("Terkirim");
            assertThat(tries).hasValue(2);
            assertThat(countOf(words)).isOne();
            assertThat(photosOf(words)).isOne();
        }
    }

    @Test
    void photos_that_have_arrived_are_not_sent_again() {
        try (var phone = chromium.person(Chromium.PHONE)) {
            withoutWorker(phone);
            var words = "Foto kedua terputus di tengah.";
            var page = visit(phone, FORM);
            var arrived = new CopyOnWriteArrayList<String>();
            var isCut = new AtomicBoolean();
            phone.route(PHOTOS, route -> {
                if (route.request().method().equals("PUT")) {
                    if (arrived.size() == 1 && !isCut.getAndSet(true)) {
                        route.abort("connectionreset");
                        return;
                    }
                    arrived.add(route.request().url());
                }
                route.resume();
            });
            FormWalk.upToSending(page, words, FormWalk.shots(3)).send();
            assertThat(card(page, words)).hasAttribute("data-state", "waiting");
            assertThat(arrived).hasSize(1);
            assertThat(countOf(words)).isZero();

            // Another page of the same phone goes on where the first one was stopped.
            page.close();
            var later = visit(phone, "/lacak");
            waitFor(later, () -> countOf(words) == 1);
            assertThat(arrived).hasSize(3).doesNotHaveDuplicates();
            assertThat(photosOf(words)).isEqualTo(3);
        }
    }

    @Test
    void a_network_that_asks_for_a_login_is_no_success() {
        try (var phone = chromium.person(Chromium.PHONE)) {
            withoutWorker(phone);
            var words = "Terkirim dari warung dengan halaman masuk.";
            var page = visit(phone, FORM);
            phone.route("**/api/**", route -> {
                if (route.request().method().equals("GET")) {
                    route.resume();
                } else {
                    route.fulfill(new Route.FulfillOptions()
                            .setStatus(200)
                            .setContentType("text/html")
                            .setBody("<h1>Selamat datang di WiFi kami</h1>"));
                }
            });
            FormWalk.upToSending(page, words, FormWalk.shots(1)).send();
            assertThat(card(page, words)).hasAttribute("data-state", "waiting");
            phone.unrouteAll();
            card(page, words).locator("button").first().click();
            assertThat(card(page, words)).hasAttribute("data-state", "received");
            assertThat(countOf(words)).isOne();
            assertThat(photosOf(words)).isOne();
        }
    }

    @Test
    void what_the_server_asks_for_opens_the_form_with_everything_typed() {
        try (var phone = chromium.person(Chromium.PHONE)) {
            var page = visit(phone, FORM);
            var walk = FormWalk.upToSending(page, "Sebentar", FormWalk.shots(1));
            // A form that lets too much through, as an old one from a phone's cache may.
            page.evaluate("document.querySelector('#description').dataset.longest = 100000");
            page.locator("#description").evaluate("(field) => (field.value = 'Panjang sekali. '.repeat(400))");
            walk.send();

            page.waitForURL(Pattern.compile("buka="));
            var error = page.locator("#step-error");
            assertThat(error).containsText(Pattern.compile("\\d"));
            page.bringToFront();
            assertThat(page.locator("#description")).isFocused();
            assertThat(page.locator("#description")).hasValue(Pattern.compile("^Panjang sekali"));
            noBarrier(page);

            // Another complaint that was begun meanwhile stays what it is.
            var other = visit(phone, "/lapor");
            assertThat(other.locator("#description")).hasValue("");
            other.close();

            var words = "Sekarang ringkas.";
            page.locator("#description").fill(words);
            walk.next();
            walk.next();
            assertThat(page.locator("#ringkasan .strip img")).hasCount(1);
            walk.send();
            page.waitForURL(RECEIPT);
            assertThat(countOf(words)).isOne();
            assertThat(photosOf(words)).isOne();
        }
    }

    @Test
    void a_deleted_one_is_not_sent_and_comes_back_when_that_is_undone() throws Exception {
        try (var line = new Relay(address);
                var phone = chromium.person(Chromium.PHONE)) {
            var words = "Mungkin tidak jadi.";
            var page = visit(phone, line.address().resolve(FORM).toString());
            line.cut();
            FormWalk.upToSending(page, words).send();
            card(page, words)
                    .locator("button", new Locator.LocatorOptions().setHasText("Hapus"))
                    .click();
            assertThat(page.locator(".undo button")).isFocused();
            noBarrier(page);
            line.mend();
            page.locator(".undo button").click();
            card(page, words).locator("button").first().click();
            assertThat(card(page, words)).hasAttribute("data-state", "received");
            assertThat(countOf(words)).isOne();
        }
    }

    @Test
    void with_little_data_a_reduced_photo_goes_and_the_full_one_follows_later() {
        try (var phone = chromium.person(Chromium.PHONE)) {
            phone.addInitScript("""
                    const type = () => localStorage.getItem("test.type") ?? "cellular";
                    Object.defineProperty(navigator, "connection", { value: {
                      get type() { return type(); }, effectiveType: "4g", saveData: false, addEventListener() {} } });
                    """);
            var words = "Foto besar, kuota kecil.";
            phone.addCookies(List.of(new Cookie("hemat", "1").setUrl(address.toString())));
            var page = visit(phone, FORM);
            FormWalk.upToSending(page, words, FormWalk.shot("besar.jpg", 3000)).send();
            page.waitForURL(RECEIPT);
            assertThat(widthsOf(words)).as("reduced").containsExactly(1280);

            page.evaluate("localStorage.setItem('test.type', 'wifi')");
            visit(page, "/lacak");
            waitFor(page, () -> widthsOf(words).equals(List.of(3000)));
            waitFor(page, () -> ((Number) page.evaluate("""
                                    () => new Promise((resolve) => {
                                      const open = indexedDB.open("sipakatau");
                                      open.onsuccess = () => {
                                        const count = open.result.transaction("photos").objectStore("photos").count();
                                        count.onsuccess = () => { open.result.close(); resolve(count.result); };
                                      };
                                    })
                                    """)).intValue() == 0);
        }
    }

    @Test
    void the_worker_sends_when_no_page_is_open() throws Exception {
        try (var line = new Relay(address);
                var phone = chromium.person(Chromium.PHONE)) {
            phone.grantPermissions(List.of("geolocation", "background-sync"));
            var words = "Dikirim setelah semuanya ditutup.";
            var page = visit(phone, line.address().resolve(FORM).toString());
            page.evaluate("navigator.serviceWorker.ready.then(() => 1)");
            line.cut();
            FormWalk.upToSending(page, words, FormWalk.shots(1)).send();
            assertThat(card(page, words)).hasAttribute("data-state", "waiting");
            waitFor(
                    page,
                    () -> "outbox"
                            .equals(page.evaluate(
                                    "navigator.serviceWorker.ready.then((all) => all.sync.getTags()).then(String)")));
            var registration = new AtomicReference<String>();
            var session = phone.newCDPSession(page);
            session.on(
                    "ServiceWorker.workerRegistrationUpdated",
                    told -> told.getAsJsonArray("registrations")
                            .forEach(each -> registration.set(
                                    each.getAsJsonObject().get("registrationId").getAsString())));
            session.send("ServiceWorker.enable");
            waitFor(page, () -> registration.get() != null);
            visit(page, "about:blank");
            line.mend();
            var sync = new JsonObject();
            sync.addProperty("origin", origin(line));
            sync.addProperty("registrationId", registration.get());
            sync.addProperty("tag", "outbox");
            sync.addProperty("lastChance", false);
            session.send("ServiceWorker.dispatchSyncEvent", sync);
            waitFor(page, () -> countOf(words) == 1);
            assertThat(photosOf(words)).isOne();
        }
    }

    private static String origin(Relay line) {
        var address = line.address().toString();
        return address.substring(0, address.length() - 1);
    }

    /** Requests can be held up only where no service worker stands in between. */
    private static void withoutWorker(BrowserContext phone) {
        phone.addInitScript("Object.defineProperty(navigator, 'serviceWorker', { value: undefined })");
    }

    private Page visit(BrowserContext person, String path) {
        var page = Chromium.page(person, errors);
        page.setDefaultTimeout(10_000);
        visit(page, path);
        return page;
    }

    private void visit(Page page, String path) {
        page.navigate(address.resolve(path).toString());
    }

    private static Locator card(Page page, String words) {
        return page.locator(".outbox .sent", new Page.LocatorOptions().setHasText(words));
    }

    private static void waitFor(Page page, java.util.function.BooleanSupplier condition) {
        page.waitForCondition(condition);
    }

    private static void noBarrier(Page page) {
        assertThat(new AxeBuilder(page).withTags(RULES).analyze().getViolations())
                .isEmpty();
    }

    private long countOf(String words) {
        return count("SELECT count(*) FROM complaint WHERE description = :words", words);
    }

    private long photosOf(String words) {
        return count(
                "SELECT count(*) FROM photo JOIN complaint ON complaint.id = photo.complaint_id WHERE description = :words",
                words);
    }

    private List<Integer> widthsOf(String words) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT width FROM photo JOIN complaint ON complaint.id = photo.complaint_id WHERE description = :words")
                .bind("words", words)
                .mapTo(Integer.class)
                .list());
    }

    private long count(String query, String words) {
        return jdbi.withHandle(handle -> handle.createQuery(query)
                .bindMap(Map.of("words", words))
                .mapTo(Long.class)
                .one());
    }
}
