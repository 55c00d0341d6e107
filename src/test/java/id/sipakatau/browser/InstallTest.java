package id.sipakatau.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.microsoft.playwright.BrowserContext;
import id.sipakatau.testing.Chromium;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Whether Chromium itself would install the site; it says what it misses. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@EnabledIf("id.sipakatau.testing.Chromium#isInstalled")
class InstallTest {

    private static Chromium chromium;

    @TestHTTPResource("/beranda")
    URI home;

    @BeforeAll
    static void open() {
        chromium = Chromium.shared();
    }

    @Test
    void browser_finds_nothing_that_keeps_it_from_installing(@TempDir Path profile) {
        try (var phone = chromium.profile(profile)) {
            assertThat(obstacles(phone)).isEmpty();
        }
    }

    @Test
    void a_site_without_its_icons_would_not_be_installed(@TempDir Path profile) {
        try (var phone = chromium.profile(profile)) {
            phone.route("**/img/app/icon-*.png", route -> route.abort());
            assertThat(obstacles(phone)).isNotEmpty();
        }
    }

    /** What is wrong with the manifest, and what else stands in the way. */
    private List<String> obstacles(BrowserContext phone) {
        var page = phone.newPage();
        page.navigate(home.toString());
        var tools = phone.newCDPSession(page);
        var manifest = tools.send("Page.getAppManifest");
        assertThat(manifest.get("url").getAsString()).endsWith("/manifest.webmanifest");
        var found = new JsonArray();
        found.addAll(manifest.getAsJsonArray("errors"));
        found.addAll(tools.send("Page.getInstallabilityErrors").getAsJsonArray("installabilityErrors"));
        return found.asList().stream().map(JsonElement::toString).toList();
    }
}
