package id.sipakatau.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import id.sipakatau.alerting.push.MozillaService;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Receipt;
import id.sipakatau.testing.Firefox;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a message: somebody's button in Firefox, what happens, the push service, the notice that is shown. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(MailSettings.class)
@EnabledIf(value = "id.sipakatau.testing.Firefox#isInstalled", disabledReason = "firefox-esr or Xvfb is missing")
@Timeout(180)
class NoticeInFirefoxTest {

    private static final String WORDS = "Bangkai kucing di tepi jalan sejak kemarin.";

    @TestHTTPResource("/")
    URI address;

    @Inject
    Jdbi jdbi;

    private static MozillaService service;
    private static Firefox firefox;

    @BeforeAll
    static void open(@TempDir Path profile) {
        service = new MozillaService();
        var settings = new HashMap<>(service.settings());
        settings.put("intl.accept_languages", "id");
        firefox = new Firefox(profile, settings);
    }

    @AfterAll
    static void close() {
        if (firefox != null) {
            firefox.close();
        }
        service.close();
    }

    @AfterEach
    void forget() {
        firefox.json("""
                navigator.serviceWorker.ready.then(async (registration) => {
                    for (const notice of await registration.getNotifications()) notice.close();
                    await (await registration.pushManager.getSubscription())?.unsubscribe();
                })""");
        assertThat(service.faults()).isEmpty();
    }

    @Test
    void reporter_reads_what_happened_and_what_comes_next_until_it_is_switched_off() {
        var receipt = Stories.pending(WORDS);
        var own = "/ikuti/" + receipt.secret().text();
        switchOn(own);
        assertThat(browsers(receipt)).hasSize(1);

        var accepted = Stories.accepted(receipt);
        var notice = shown(1).getFirst();
        assertThat(text(notice, "title")).isEqualTo("Kabar tentang aduan " + receipt.trackingNumber());
        assertThat(text(notice, "body"))
                .contains("Aduan sudah diperiksa, diterima, dan diteruskan ke ")
                .contains("Ditargetkan selesai paling lambat ")
                .doesNotContain(WORDS);
        assertThat(text(notice, "data")).isEqualTo(own);

        // The newer one stands where the older stood.
        Stories.started(accepted);
        until(() -> text(shown(1).getFirst(), "body").contains("mulai menangani aduan"));

        firefox.press("[data-off]");
        until(() -> isShown("[data-on]"));
        assertThat(browsers(receipt)).isEmpty();
    }

    @Test
    void lock_screen_learns_of_a_confidential_complaint_only_that_there_is_news() {
        var receipt = Stories.pending(Stories.ordinary(), WORDS, new Complaint.Privacy(false, true));
        switchOn("/ikuti/" + receipt.secret().text());
        Stories.accepted(receipt);
        var notice = shown(1).getFirst();
        assertThat(text(notice, "title")).isEqualTo("Kabar tentang aduan " + receipt.trackingNumber());
        assertThat(text(notice, "body")).isEmpty();
    }

    @Test
    void follower_is_told_and_forgotten_once_the_service_knows_the_browser_no_more() {
        var receipt = Stories.pending(WORDS);
        var accepted = Stories.accepted(receipt);
        var open = "/aduan/" + receipt.trackingNumber();
        switchOn(open);
        var started = Stories.started(accepted);
        var notice = shown(1).getFirst();
        assertThat(text(notice, "body"))
                .contains("mulai menangani aduan")
                .contains("Buka halaman aduan untuk melihat perkembangannya.");
        assertThat(text(notice, "data")).isEqualTo(open);

        service.forget();
        Stories.finished(started);
        until(() -> browsers(receipt).isEmpty());
    }

    @Test
    void messages_follow_a_browser_that_has_to_subscribe_anew() {
        var receipt = Stories.pending(WORDS);
        var own = "/ikuti/" + receipt.secret().text();
        switchOn(own);
        var before = browsers(receipt);

        service.renew();
        until(() -> !browsers(receipt).equals(before));
        assertThat(browsers(receipt)).hasSize(1);
        var after = firefox.json("""
                navigator.serviceWorker.ready
                    .then(({ pushManager }) => pushManager.getSubscription())
                    .then(({ endpoint }) => endpoint)""").getAsString();
        assertThat(browsers(receipt)).containsExactly(after);

        Stories.accepted(receipt);
        assertThat(text(shown(1).getFirst(), "data")).isEqualTo(own);
    }

    private void switchOn(String page) {
        firefox.visit(address.resolve(page + "/kabar"));
        until(() -> isShown("[data-on]"));
        firefox.press("[data-on]");
        until(() -> isShown("[data-off]"));
    }

    private static boolean isShown(String selector) {
        return firefox.json("document.querySelector('%s').checkVisibility()".formatted(selector))
                .getAsBoolean();
    }

    private static List<JsonObject> shown(int count) {
        until(() -> notices().size() == count);
        return notices();
    }

    private static List<JsonObject> notices() {
        return firefox.json("""
                        navigator.serviceWorker.ready
                            .then((registration) => registration.getNotifications())
                            .then((all) => all.map(({ title, body, data }) => ({ title, body, data })))""").getAsJsonArray().asList().stream()
                .map(each -> each.getAsJsonObject())
                .toList();
    }

    private static String text(JsonObject notice, String name) {
        return notice.get(name).getAsString();
    }

    /** Where the browsers of a complaint are to be reached. */
    private List<String> browsers(Receipt receipt) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT target FROM subscription WHERE complaint_id = :id")
                .bind("id", Stories.now(receipt).id())
                .mapTo(String.class)
                .list());
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(60)).until(condition);
    }
}
