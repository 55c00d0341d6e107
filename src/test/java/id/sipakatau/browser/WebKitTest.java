package id.sipakatau.browser;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.evidence.CameraPhoto;
import id.sipakatau.testing.Relay;
import id.sipakatau.testing.TestDatabase;
import id.sipakatau.testing.WebKit;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.support.ui.FluentWait;

/** What people do with an iPhone, in the nearest engine there is: the form, the queue without a network, the language. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@EnabledIf("id.sipakatau.testing.WebKit#isInstalled")
class WebKitTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TestHTTPResource("/")
    URI program;

    @Inject
    Jdbi jdbi;

    @TempDir
    Path folder;

    private WebKit webkit;
    private RemoteWebDriver phone;
    private Relay line;

    @BeforeEach
    void open() {
        line = new Relay(program);
        webkit = new WebKit();
        phone = webkit.driver();
    }

    @AfterEach
    void close() throws Exception {
        webkit.close();
        line.close();
    }

    @Test
    void a_complaint_is_written_and_sent() throws Exception {
        write("Bangkai kucing di tepi jalan, ditulis di WebKit.");
        find("#kirim").click();
        until(() -> phone.getCurrentUrl().contains("/ikuti/"));
        assertThat(find("#nomor").getText()).matches("MKS-\\w{4}-\\w{4}");
        assertThat(arrived("ditulis di WebKit")).isEqualTo(1);
    }

    @Test
    void a_complaint_without_a_network_waits_and_is_sent_once() throws Exception {
        phone.get(at("beranda"));
        until(() -> (boolean) phone.executeAsyncScript("""
                const done = arguments[0];
                (async () => navigator.serviceWorker.controller !== null && Boolean(await caches.match('/map/base.json?1')))().then(done);
                """));
        line.cut();
        write("Got meluap, ditulis tanpa jaringan.");
        find("#kirim").click();
        until(() -> phone.getCurrentUrl().contains("/saya"));
        until(() -> find("[data-outbox]").getText().contains("jaringan"));
        assertThat(arrived("tanpa jaringan")).isZero();

        line.mend();
        phone.get(at("saya"));
        until(() -> arrived("tanpa jaringan") == 1);
        phone.get(at("saya"));
        until(() -> find("[data-mine]").getText().contains("MKS-"));
        assertThat(arrived("tanpa jaringan")).isEqualTo(1);
    }

    @Test
    void the_language_is_remembered() {
        phone.get(at("beranda?lang=en"));
        phone.get(at("darurat"));
        assertThat(find("h1").getText()).isEqualTo("Emergency");
        phone.get(at("darurat?lang=id"));
        phone.get(at("saya"));
        assertThat(find("h1").getText()).isEqualTo("Saya");
    }

    @Test
    void how_to_install_is_explained_for_an_iphone() {
        phone.get(at("pasang?lang=id"));
        assertThat(find("main").getText()).contains("Tambah ke Layar Utama").contains("Safari");
        assertThat(phone.findElement(By.cssSelector("[data-do]")).isDisplayed())
                .as("a button that WebKit could not obey")
                .isFalse();
    }

    /** Fills in the form by the way for people who do not point at a map, with a photo. */
    private void write(String description) throws Exception {
        phone.get(at("lapor?kategori=bangkai-hewan&lang=id"));
        next();
        var photo =
                Files.write(folder.resolve("IMG_0001.jpg"), CameraPhoto.taken(Instant.now(), -5.1340, 119.4058, 640));
        phone.findElement(By.id("galeri")).sendKeys(photo.toString());
        find("#pratinjau img");
        next();
        find("label:has([name=way][value=area])").click();
        find("#kelurahan").sendKeys("Bulogading");
        next();
        find("#description").sendKeys(description);
        next();
        next();
    }

    private void next() {
        find(".step-bar button").click();
    }

    private WebElement find(String selector) {
        return phone.findElement(By.cssSelector(selector));
    }

    private String at(String path) {
        return line.address().resolve(path).toString();
    }

    private int arrived(String words) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM complaint WHERE description LIKE :words")
                        .bind("words", "%" + words + "%")
                        .mapTo(Integer.class)
                        .one());
    }

    private void until(java.util.concurrent.Callable<Boolean> condition) {
        new FluentWait<>(condition)
                .withTimeout(PATIENCE)
                .ignoring(Exception.class)
                .until(each -> {
                    try {
                        return each.call();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
    }
}
