package id.sipakatau.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.WaitForSelectorState;
import id.sipakatau.testing.Chromium;
import id.sipakatau.testing.Relay;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The app without a network, and installing it, in a real browser. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class KeptOnPhoneTest extends BrowserTest {

    @Test
    void the_shell_and_my_complaints_open_without_a_network() throws Exception {
        var mine = Stories.pending("Lampu di lorong padam sejak Senin.");
        var follow = "ikuti/" + mine.secret().text();
        try (var line = new Relay(address);
                var phone = chromium.person(Chromium.PHONE)) {
            var page = visit(phone, at(line, follow));
            keep(page);
            // With the worker in charge once more, so that it has seen the page of the complaint.
            page.navigate(at(line, follow));
            assertThat(page.locator("h1")).containsText("Lampu di lorong");

            line.cut();
            for (var each : List.of("beranda", "lapor", "saya", "darurat", "lacak", "pasang")) {
                page.navigate(at(line, each));
                assertThat(page.locator("h1, .lapor h2").first()).isVisible();
                assertThat(page).not().hasTitle(Pattern.compile("Tidak ada jaringan"));
            }
            page.navigate(at(line, "lapor?dinas=pemadam"));
            assertThat(page.locator(".agency[open]")).hasCount(1);
            assertThat(page.locator(".agency[data-agency=pemadam] .choice").first())
                    .isVisible();
            page.navigate(at(line, "lapor?kategori=bangkai-hewan"));
            assertThat(page.locator(".step-bar button")).isVisible();
            page.navigate(at(line, "saya"));
            page.locator("[data-mine] a").first().click();
            assertThat(page.locator("h1")).containsText("Lampu di lorong");
            page.navigate(at(line, "aduan/MKS-0000-0000"));
            assertThat(page).hasTitle(Pattern.compile("Tidak ada jaringan"));

            line.mend();
            page.navigate(at(line, "aduan/MKS-0000-0000"));
            assertThat(page).not().hasTitle(Pattern.compile("Tidak ada jaringan"));
        }
        assertThat(faults).noneMatch(fault -> fault.contains("TypeError") || fault.contains("ReferenceError"));
    }

    @Test
    void a_complaint_that_is_forgotten_leaves_nothing_on_the_phone() throws Exception {
        var mine = Stories.pending("Got di depan pasar meluap.");
        var follow = "ikuti/" + mine.secret().text();
        try (var line = new Relay(address);
                var phone = chromium.person(Chromium.PHONE)) {
            var page = visit(phone, at(line, follow));
            keep(page);
            page.navigate(at(line, follow));
            page.navigate(at(line, "saya"));
            page.locator("[data-mine] button").first().click();
            assertThat(page.locator("[data-none]")).isVisible();
            assertThat((String) page.evaluate("""
                    async () => {
                        const kept = [localStorage.getItem('sipakatau.mine')];
                        for (const name of await caches.keys()) {
                            for (const request of await (await caches.open(name)).keys()) kept.push(request.url);
                        }
                        return kept.join(' ');
                    }""")).doesNotContain(mine.secret().text());
        }
    }

    @Test
    void pages_kept_in_one_language_are_kept_anew_in_the_other() throws Exception {
        try (var line = new Relay(address);
                var phone = chromium.person(Chromium.PHONE)) {
            var page = visit(phone, at(line, "beranda"));
            keep(page);
            page.navigate(at(line, "beranda?lang=en"));
            page.waitForCondition(() -> (boolean) page.evaluate("""
                    async () => {
                        const kept = await caches.match('/darurat');
                        return Boolean(kept) && kept.headers.get('Content-Language') === 'en';
                    }"""));
            line.cut();
            page.navigate(at(line, "darurat"));
            assertThat(page.locator("h1")).hasText("Emergency");
        }
    }

    @Test
    void photos_shared_by_another_app_come_into_the_form() throws Exception {
        try (var line = new Relay(address);
                var phone = chromium.person(Chromium.PHONE)) {
            var page = visit(phone, at(line, "beranda"));
            keep(page);
            // What a phone does with what is shared: a form sent to the address in the manifest.
            page.evaluate("""
                    async () => {
                        const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 240 });
                        canvas.getContext('2d').fillRect(0, 0, 320, 240);
                        const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg'));
                        const files = new DataTransfer();
                        files.items.add(new File([blob], 'dari galeri.jpg', { type: 'image/jpeg' }));
                        const form = document.createElement('form');
                        form.method = 'post';
                        form.action = '/bagikan';
                        form.enctype = 'multipart/form-data';
                        form.innerHTML = '<input type=file name=photos><input name=text value="Sampah di kanal">';
                        form.querySelector('[type=file]').files = files.files;
                        document.body.append(form);
                        form.submit();
                    }""");
            page.waitForURL(Pattern.compile("/lapor$"));
            page.locator("#pratinjau img")
                    .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                            .setState(WaitForSelectorState.ATTACHED));
            assertThat(page.locator("#description")).hasValue("Sampah di kanal");
        }
    }

    private static String at(Relay line, String path) {
        return line.address().resolve(path).toString();
    }
}
