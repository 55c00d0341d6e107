package id.sipakatau.browser;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.evidence.CameraPhoto;
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

/** What people do with an iPhone, in the nearest engine there is: the form, the language, how to install. */
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
        write("Bangkai kucing di tepi jalan, ditulis di WebKit.");
        find("#kirim").click();
        until(() -> phone.getCurrentUrl().contains("/ikuti/"));
        assertThat(find("#nomor").getText()).matches("MKS-\\w{4}-\\w{4}");
        assertThat(arrived("ditulis di WebKit")).isEqualTo(1);
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
        var step = find(".step-head .where").getText();
        find(".step-bar button").click();
        until(() -> !find(".step-head .where").getText().equals(step));
    }

    private WebElement find(String selector) {
        return phone.findElement(By.cssSelector(selector));
    }

    private String at(String path) {
        return program.resolve(path).toString();
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
