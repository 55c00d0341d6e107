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
import org.openqa.selenium.WindowType;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.support.ui.FluentWait;

/** What people do with an iPhone, in the nearest engine there is: the form with and without a network, the language, how to install. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@EnabledIf("id.sipakatau.testing.WebKit#isInstalled")
class WebKitTest {

    private static final String FORM = "lapor?kategori=bangkai-hewan&lang=id";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TestHTTPResource("/")
    URI program;

    @Inject
    Jdbi jdbi;

    @TempDir
    Path folder;

    private WebKit webkit;
    private RemoteWebDriver phone;

    @BeforeEach
    void open() {
        webkit = new WebKit();
        phone = webkit.driver();
    }

    @AfterEach
    void close() {
        webkit.close();
    }

    @Test
    void a_complaint_is_written_and_sent() throws Exception {
        phone.get(at(FORM));
        write("Bangkai kucing di tepi jalan, dengan sinyal.");
        send();
        until(() -> phone.getCurrentUrl().contains("/ikuti/"));
        assertThat(find("#nomor").getText()).matches("MKS-\\w{4}-\\w{4}");
        assertThat(arrived("dengan sinyal")).isEqualTo(1);
    }

    @Test
    void written_without_a_network_it_waits_and_then_arrives_once_with_its_photo() throws Exception {
        var words = "ditulis di WebKit tanpa sinyal";
        try (var line = new Relay(program)) {
            phone.get(at(line, FORM));
            find(".step-bar button");
            line.cut();
            write("Bangkai kucing, " + words);
            send();
            until(() -> state().contains("Menunggu jaringan"));
            assertThat(arrived(words)).isZero();

            // Nothing tells WebKit that this line is back; the open page tries again by itself.
            line.mend();
            until(() -> state().contains("Terkirim. Nomor aduan MKS-"));
            assertThat(arrived(words)).isOne();
            assertThat(photosOf(words)).isOne();
        }
    }

    @Test
    void the_form_opens_from_the_phone_and_what_waits_is_sent_when_any_page_opens_again() throws Exception {
        var words = "ditulis di WebKit dari salinan di ponsel";
        try (var line = new Relay(program)) {
            phone.get(at(line, "beranda?lang=id"));
            until(this::isKept);
            line.cut();
            phone.get(at(line, FORM));
            write("Bangkai kucing, " + words);
            send();
            until(() -> state().contains("Menunggu jaringan"));
            phone.get("about:blank");
            line.mend();
            assertThat(arrived(words)).isZero();

            phone.get(at(line, "darurat"));
            until(() -> arrived(words) == 1 && photosOf(words) == 1);
            phone.get(at(line, "saya"));
            assertThat(find("[data-mine]").getText()).contains("Bangkai kucing").contains("MKS-");
            assertThat(arrived(words)).isOne();
        }
    }

    @Test
    void an_iphone_is_told_how_to_install_after_a_first_complaint_and_not_again_once_put_off() throws Exception {
        phone.get(at("beranda?lang=id"));
        assertThat(isOfferedToAnIphone()).as("at once").isFalse();
        phone.get(at("saya"));
        assertThat(isOfferedToAnIphone()).as("on a second page").isFalse();

        phone.get(at(FORM));
        write("Bangkai kucing, sebelum dipasang.");
        send();
        until(() -> phone.getCurrentUrl().contains("/ikuti/"));
        phone.get(at("beranda"));
        assertThat(isOfferedToAnIphone()).as("after a complaint").isTrue();
        assertThat(find("[data-install]").getText())
                .contains("Ketuk Bagikan")
                .contains("Tambah ke Layar Utama")
                .doesNotContain("Terbuka tanpa jaringan");
        assertThat(find("[data-install] [data-do]").isDisplayed())
                .as("a button that Safari could not obey")
                .isFalse();

        find("[data-later]").click();
        until(() -> (boolean) phone.executeScript("return !document.querySelector('[data-install]')"));
        phone.get(at("saya"));
        assertThat(isOfferedToAnIphone()).as("put off").isFalse();
        phone.switchTo().newWindow(WindowType.TAB);
        phone.get(at("beranda"));
        assertThat(isOfferedToAnIphone()).as("put off, on a later visit").isFalse();
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

    /** Fills in the open form by the way for people who do not point at a map, with a photo. */
    private void write(String description) throws Exception {
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

    /** The button may lie below the screen, and there this driver does not find it by itself. */
    private void send() {
        // A step slides in, and what moves is missed.
        until(() -> (boolean) phone.executeScript("return document.getAnimations().length === 0"));
        phone.executeScript(
                "document.querySelector('#kirim').scrollIntoView({ behavior: 'instant', block: 'center' })");
        find("#kirim").click();
    }

    private void next() {
        var step = find(".step-head .where").getText();
        find(".step-bar button").click();
        until(() -> !find(".step-head .where").getText().equals(step));
    }

    private WebElement find(String selector) {
        return phone.findElement(By.cssSelector(selector));
    }

    /** What is said about the one complaint that waits here. */
    private String state() {
        return find(".outbox .sent .state").getText();
    }

    /** Whether the worker is in charge and has all that the form wants. */
    private boolean isKept() {
        return (boolean) phone.executeAsyncScript("""
                const done = arguments[0];
                caches.match("/map/base.json?1").then((last) => done(Boolean(last && navigator.serviceWorker.controller)));
                """);
    }

    /** Whether the offer shows where the browser has the property by which Safari on an iPhone is known; WebKitGTK lacks it. */
    private boolean isOfferedToAnIphone() {
        phone.executeAsyncScript("""
                const done = arguments[0];
                Object.defineProperty(Navigator.prototype, "standalone", { value: false, configurable: true });
                const { pathname } = new URL(document.querySelector("script[src*='/js/app.js']").src);
                import(pathname.replace("app.js", "install.js")).then((install) => done(install.offerInstall()));
                """);
        return find("[data-install]").isDisplayed();
    }

    private static String at(Relay line, String path) {
        return line.address().resolve(path).toString();
    }

    private String at(String path) {
        return program.resolve(path).toString();
    }

    private int arrived(String words) {
        return count("SELECT count(*) FROM complaint WHERE description LIKE :words", words);
    }

    private int photosOf(String words) {
        return count("""
                SELECT count(*) FROM photo JOIN complaint ON complaint.id = photo.complaint_id
                WHERE description LIKE :words
                """, words);
    }

    private int count(String query, String words) {
        return jdbi.withHandle(handle -> handle.createQuery(query)
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
