package id.sipakatau.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import id.sipakatau.testing.Chromium;
import id.sipakatau.testing.Relay;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From "Kirim" on nothing is lost and nothing arrives twice, whatever becomes of the network, the server and the pages. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class OutboxTest extends SendingTest {

    @Test
    void written_and_sent_without_a_network_it_waits_and_then_arrives_once() throws Exception {
        try (var line = new Relay(address);
                var phone = chromium.person(Chromium.PHONE)) {
            var words = "Bangkai kucing di tepi jalan, ditulis tanpa sinyal.";
            var page = visit(phone, line.address().resolve(FormWalk.FORM).toString());
            line.cut();
            phone.setOffline(true);
            FormWalk.upToSending(page, words, FormWalk.shots(2)).send();

            var card = card(page, words);
            assertThat(card.locator(".state")).hasText("Menunggu jaringan");
            noBarrier(page);
            picture(page, "menunggu-390-id");
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
    void a_line_that_is_cut_after_everything_has_left_makes_no_second_complaint() {
        try (var phone = chromium.person(Chromium.PHONE)) {
            withoutWorker(phone);
            var words = "Jawabannya hilang di jalan.";
            var page = visit(phone, FormWalk.FORM);
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
            button(card(page, words), "Kirim sekarang").click();
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
            var page = visit(phone, FormWalk.FORM);
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
            later.waitForCondition(() -> countOf(words) == 1);
            assertThat(arrived).hasSize(3).doesNotHaveDuplicates();
            assertThat(photosOf(words)).isEqualTo(3);
        }
    }

    @Test
    void a_network_that_asks_for_a_login_is_no_success() {
        try (var phone = chromium.person(Chromium.PHONE)) {
            withoutWorker(phone);
            var words = "Terkirim dari warung dengan halaman masuk.";
            var page = visit(phone, FormWalk.FORM);
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
    void tabs_that_cannot_lock_each_other_out_send_once_all_the_same() {
        try (var phone = chromium.person(Chromium.PHONE)) {
            var words = "Dua tab terbuka sekaligus.";
            var line = new HeldLine(phone);
            var page = waitingWithoutLocks(phone, words);
            var other = visit(phone, "/saya");
            line.open();
            button(card(page, words), "Kirim sekarang").click();
            page.waitForCondition(line::holds);
            for (var tab : List.of(page, other)) {
                tab.evaluate(
                        "async () => {" + OUTBOX + "outbox.flush({ now: true }).then(() => (window.told = true)) }");
            }
            page.waitForCondition(() -> isTold(page) ^ isTold(other));
            line.letGo();
            for (var tab : List.of(page, other)) {
                tab.waitForCondition(() -> isTold(tab));
                assertThat(card(tab, words)).hasAttribute("data-state", "received");
                tab.evaluate("async () => {" + OUTBOX + "await outbox.flush({ now: true }) }");
            }
            assertThat(line.sent).hasSize(2).doesNotHaveDuplicates();
            assertThat(countOf(words)).isOne();
            assertThat(photosOf(words)).isOne();
        }
    }

    @Test
    void the_lease_of_a_tab_that_is_gone_runs_out() {
        try (var phone = chromium.person(Chromium.PHONE)) {
            var words = "Tab yang mengirim ditutup.";
            var line = new HeldLine(phone);
            var page = waitingWithoutLocks(phone, words);
            var other = visit(phone, "/saya");
            line.open();
            button(card(page, words), "Kirim sekarang").click();
            page.waitForCondition(line::holds);
            var left = line.isHeldBy(page) ? other : page;
            (left == page ? other : page).close();
            assertThat(card(left, words)).hasAttribute("data-state", "sending");
            phone.clock().fastForward(21_000);
            left.waitForCondition(() -> countOf(words) == 1);
            assertThat(card(left, words)).hasAttribute("data-state", "received");
            assertThat(photosOf(words)).isOne();
        }
    }

    @Test
    void a_server_that_asks_for_a_pause_gets_it_and_the_card_says_until_when() {
        try (var phone = chromium.person(Chromium.PHONE)) {
            withoutWorker(phone);
            var words = "Server minta jeda sepuluh menit.";
            var page = Chromium.page(phone, faults);
            page.clock().install();
            visit(page, FormWalk.FORM);
            var tries = new AtomicInteger();
            phone.route(COMPLAINTS, route -> {
                if (tries.incrementAndGet() > 1) {
                    route.resume();
                } else {
                    route.fulfill(new Route.FulfillOptions()
                            .setStatus(429)
                            .setHeaders(Map.of("Retry-After", "600", "Content-Type", "application/problem+json"))
                            .setBody("{\"status\": 429}"));
                }
            });
            FormWalk.upToSending(page, words, FormWalk.shots(1)).send();
            assertThat(card(page, words).locator(".state")).hasText((String) page.evaluate("""
                    "Terlalu banyak aduan dikirim dari jaringan ini. Dicoba lagi pukul " + new Date(Date.now() + 600_000)
                            .toLocaleTimeString("id", { hour: "2-digit", minute: "2-digit" }) + "."
                    """));
            button(card(page, words), "Kirim sekarang").click();
            assertThat(page.locator(".toast")).containsText("Dicoba lagi sendiri");
            page.clock().fastForward("09:00");
            page.evaluate("async () => {" + OUTBOX + "await outbox.flush({ now: true }) }");
            assertThat(tries).hasValue(1);
            page.clock().fastForward("01:01");
            page.waitForCondition(() -> countOf(words) == 1);
            assertThat(card(page, words)).hasAttribute("data-state", "received");
            assertThat(tries).hasValue(2);
        }
    }

    @Test
    void a_deleted_one_is_not_sent_and_comes_back_when_that_is_undone() throws Exception {
        try (var line = new Relay(address);
                var phone = chromium.person(Chromium.PHONE)) {
            var words = "Mungkin tidak jadi.";
            var page = visit(phone, line.address().resolve(FormWalk.FORM).toString());
            line.cut();
            FormWalk.upToSending(page, words).send();
            button(card(page, words), "Hapus").click();
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
                    // The worker would see the real network, and send the full photo at once.
                    navigator.serviceWorker.register = () => Promise.reject(new Error("no worker"));
                    """);
            var words = "Foto besar, kuota kecil.";
            phone.addCookies(List.of(new Cookie("hemat", "1").setUrl(address.toString())));
            var page = visit(phone, FormWalk.FORM);
            FormWalk.upToSending(page, words, FormWalk.shot("besar.jpg", 3000)).send();
            page.waitForURL(RECEIPT);
            assertThat(widthsOf(words)).as("reduced").containsExactly(1280);

            page.evaluate("localStorage.setItem('test.type', 'wifi')");
            visit(page, "/lacak");
            page.waitForCondition(() -> widthsOf(words).equals(List.of(3000)));
            page.waitForCondition(() -> ((Number) page.evaluate("""
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
                var whole = Chromium.whole();
                var phone = whole.person(Chromium.PHONE)) {
            phone.grantPermissions(List.of("geolocation", "background-sync"));
            var words = "Dikirim setelah semuanya ditutup.";
            var page = visit(phone, line.address().resolve(FormWalk.FORM).toString());
            page.evaluate("navigator.serviceWorker.ready.then(() => 1)");
            line.cut();
            FormWalk.upToSending(page, words, FormWalk.shots(1)).send();
            assertThat(card(page, words)).hasAttribute("data-state", "waiting");
            page.waitForCondition(() -> "outbox"
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
            page.waitForCondition(() -> registration.get() != null);
            visit(page, "about:blank");
            line.mend();
            var sync = new JsonObject();
            sync.addProperty("origin", origin(line));
            sync.addProperty("registrationId", registration.get());
            sync.addProperty("tag", "outbox");
            sync.addProperty("lastChance", false);
            session.send("ServiceWorker.dispatchSyncEvent", sync);
            page.waitForCondition(() -> countOf(words) == 1);
            assertThat(photosOf(words)).isOne();
        }
    }

    /** A page of a phone without the Web Locks API, whose complaint could not be sent so far. */
    private Page waitingWithoutLocks(BrowserContext phone, String words) {
        phone.clock().install();
        withoutWorker(phone);
        phone.addInitScript("Object.defineProperty(navigator, 'locks', { value: undefined })");
        var page = visit(phone, FormWalk.FORM);
        FormWalk.upToSending(page, words, FormWalk.shots(1)).send();
        assertThat(card(page, words)).hasAttribute("data-state", "waiting");
        return page;
    }

    private static boolean isTold(Page tab) {
        return (boolean) tab.evaluate("Boolean(window.told)");
    }

    /** A line over which nothing goes, and then the first photo only when it is let go. */
    private static final class HeldLine {

        final List<String> sent = new CopyOnWriteArrayList<>();
        private boolean isOpen;
        private @Nullable Route first;

        HeldLine(BrowserContext phone) {
            phone.route(PHOTOS, this::pass);
            phone.route(COMPLAINTS, this::pass);
        }

        private void pass(Route route) {
            if (!isOpen) {
                route.abort();
                return;
            }
            if (!route.request().method().equals("HEAD")) {
                sent.add(route.request().url());
            }
            if (first == null && route.request().method().equals("PUT")) {
                first = route;
            } else {
                route.resume();
            }
        }

        void open() {
            isOpen = true;
        }

        boolean holds() {
            return first != null;
        }

        boolean isHeldBy(Page page) {
            return first.request().frame().page() == page;
        }

        void letGo() {
            first.resume();
        }
    }

    private static String origin(Relay line) {
        var address = line.address().toString();
        return address.substring(0, address.length() - 1);
    }
}
