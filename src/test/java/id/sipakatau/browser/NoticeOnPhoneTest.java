package id.sipakatau.browser;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the worker does with a message from the push service. Chromium subscribes at its maker's service only, which tests do
 * not reach, so the message is handed to the worker as the browser hands it over; how it gets there is for {@code PushTest}.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class NoticeOnPhoneTest extends BrowserTest {

    private static final String MESSAGE = """
            {"title": "Kabar tentang aduan MKS-AAAA-AAAA", "body": "Kebersihan mulai menangani aduan.",
             "url": "/aduan/MKS-AAAA-AAAA", "tag": "MKS-AAAA-AAAA"}""";

    @Test
    void a_message_is_shown_and_a_newer_one_about_the_same_complaint_takes_its_place(@TempDir Path profile) {
        try (var phone = chromium.profile(profile)) {
            phone.grantPermissions(List.of("notifications"));
            var page = visit(phone, "/beranda");
            keep(page);
            var worker = new AtomicReference<String>();
            var tools = phone.newCDPSession(page);
            tools.on(
                    "ServiceWorker.workerRegistrationUpdated",
                    event -> event.getAsJsonArray("registrations")
                            .forEach(each -> worker.set(
                                    each.getAsJsonObject().get("registrationId").getAsString())));
            tools.send("ServiceWorker.enable");
            page.waitForCondition(() -> worker.get() != null);

            var delivery = new JsonObject();
            delivery.addProperty("origin", address.resolve("/").toString().replaceFirst("/$", ""));
            delivery.addProperty("registrationId", worker.get());
            delivery.addProperty("data", MESSAGE);
            tools.send("ServiceWorker.deliverPushMessage", delivery);
            tools.send("ServiceWorker.deliverPushMessage", delivery);

            page.waitForCondition(() -> shown(page).size() == 1);
            var notice = shown(page).getFirst();
            assertThat(notice)
                    .containsEntry("title", "Kabar tentang aduan MKS-AAAA-AAAA")
                    .containsEntry("body", "Kebersihan mulai menangani aduan.")
                    .containsEntry("data", "/aduan/MKS-AAAA-AAAA");
            for (var picture : List.of("icon", "badge")) {
                var answer = given().get(URI.create(notice.get(picture)).getPath());
                assertThat(answer.statusCode()).as(picture).isEqualTo(200);
                assertThat(answer.contentType()).as(picture).isEqualTo("image/png");
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, String>> shown(Page page) {
        return (List<Map<String, String>>) page.evaluate("""
                async () => {
                    const registration = await navigator.serviceWorker.ready;
                    const notices = await registration.getNotifications();
                    return notices.map(({ title, body, data, icon, badge }) => ({ title, body, data, icon, badge }));
                }""");
    }
}
