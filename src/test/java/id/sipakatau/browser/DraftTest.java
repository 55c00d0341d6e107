package id.sipakatau.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import id.sipakatau.testing.Chromium;
import id.sipakatau.testing.Relay;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was typed is never typed twice, whatever becomes of the browser, and whatever the server says to it. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class DraftTest extends SendingTest {

    @Test
    void a_killed_browser_keeps_the_draft_and_sends_what_waits(@TempDir Path profile) {
        var draft = "Ini masih ditulis ketika ponselnya mati.";
        var sent = "Ini sudah dikirim ketika ponselnya mati.";
        var dying = chromium.profile(profile);
        withoutWorker(dying);
        dying.route(COMPLAINTS, Route::abort);
        dying.route(PHOTOS, Route::abort);
        var form = visit(dying, FormWalk.FORM);
        FormWalk.upToSending(form, sent, FormWalk.shots(1)).send();
        assertThat(card(form, sent).locator(".state")).hasText("Menunggu jaringan");
        visit(form, FormWalk.FORM);
        FormWalk.upToSending(form, draft, FormWalk.shots(2));
        assertThat(form.locator("#ringkasan .strip img")).hasCount(2);
        Chromium.kill(profile);
        assertThat(countOf(sent)).isZero();
        try (var phone = chromium.profile(profile)) {
            var page = visit(phone, "/lacak");
            page.waitForCondition(() -> countOf(sent) == 1);
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
    void a_draft_of_the_first_version_of_the_app_is_taken_over() {
        try (var phone = chromium.person(Chromium.PHONE)) {
            var words = "Ditulis sebelum aplikasinya diperbarui.";
            // A page without scripts, so that nothing but the first version has been here.
            var page = visit(phone, "/map/base.json?1");
            page.evaluate("""
                    ([words, photo]) => new Promise((resolve) => {
                      localStorage.setItem("sipakatau.draft", JSON.stringify({
                        id: "01890a5d-ac96-774b-bcce-b302099a8057", step: "words", savedAt: Date.now(), photos: 1,
                        fields: { category: "bangkai-hewan", description: words, way: "area", kelurahan: "73.71.09.1003" },
                      }));
                      const open = indexedDB.open("sipakatau", 1);
                      open.onupgradeneeded = () => open.result.createObjectStore("draft");
                      open.onsuccess = () => {
                        const bytes = Uint8Array.from(atob(photo), (each) => each.charCodeAt(0)).buffer;
                        const writing = open.result.transaction("draft", "readwrite");
                        const kept = { source: "gallery", name: "lama.jpg", type: "image/jpeg", bytes };
                        writing.objectStore("draft").put([kept], "photos");
                        writing.oncomplete = () => { open.result.close(); resolve(); };
                      };
                    })
                    """, new String[] {words, Base64.getEncoder().encodeToString(FormWalk.shots(1)[0].buffer)});
            visit(page, "/lapor");
            assertThat(page.locator("[data-step=words]")).isVisible();
            assertThat(page.locator("#description")).hasValue(words);
            assertThat(page.locator("#pratinjau img")).hasCount(1);
            assertThat(page.locator(".resumed")).isVisible();
            var walk = new FormWalk(page);
            walk.next();
            walk.next();
            walk.send();
            page.waitForURL(RECEIPT);
            assertThat(countOf(words)).isOne();
            assertThat(photosOf(words)).isOne();
        }
    }

    @Test
    void what_the_server_asks_for_opens_the_form_with_everything_typed() {
        try (var phone = chromium.person(Chromium.PHONE)) {
            var page = visit(phone, FormWalk.FORM);
            var walk = FormWalk.upToSending(page, "Sebentar", FormWalk.shots(1));
            sendTooMuch(page);
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
    void what_the_server_asks_for_can_be_put_right_without_a_network() {
        try (var line = new Relay(address);
                var phone = chromium.person(Chromium.PHONE)) {
            var page = visit(phone, line.address().resolve(FormWalk.FORM).toString());
            keep(page);
            FormWalk.upToSending(page, "Sebentar", FormWalk.shots(2));
            sendTooMuch(page);
            var reopened = page.url();
            visit(page, line.address().resolve("/saya").toString());
            line.cut();
            button(page.locator(".outbox .sent"), "Buka lagi").click();
            page.waitForURL(reopened);
            assertThat(page.locator("#step-error")).containsText(Pattern.compile("\\d"));
            assertThat(page.locator("#description")).hasValue(Pattern.compile("^Panjang sekali"));
            assertThat(page.locator("#pratinjau img")).hasCount(2);

            var words = "Diperbaiki di dalam lift.";
            page.locator("#description").fill(words);
            var walk = new FormWalk(page);
            walk.next();
            walk.next();
            walk.send();
            assertThat(card(page, words)).hasAttribute("data-state", "waiting");
            line.mend();
            button(card(page, words), "Kirim sekarang").click();
            assertThat(card(page, words)).hasAttribute("data-state", "received");
            assertThat(countOf(words)).isOne();
            assertThat(photosOf(words)).isEqualTo(2);
        }
    }

    @Test
    void a_photo_that_was_refused_is_marked_in_the_form_that_opens_again() {
        try (var phone = chromium.person(Chromium.PHONE)) {
            var words = "Tumpukan sampah, fotonya rusak di kartu memori.";
            var page = visit(phone, "/lapor?kategori=sampah-menumpuk");
            FormWalk.upToSending(page, words, broken("rusak.jpg")).send();
            page.waitForURL(Pattern.compile("buka="));
            assertThat(page.locator("[data-step=photo]")).isVisible();
            assertThat(page.locator("#step-error")).containsText("bukan foto");
            var marked = page.locator("#pratinjau li:has(.flaw)");
            assertThat(marked).hasCount(1);
            assertThat(marked).containsText("bukan foto");
            noBarrier(page);
            picture(page, "foto-ditolak-390-id");
            assertThat(page.locator("#description")).hasValue(words);

            // With nothing but a bad photo there is no going on; with a good one there is.
            var walk = new FormWalk(page);
            walk.next();
            assertThat(page.locator("[data-step=photo]")).isVisible();
            var chooser =
                    page.waitForFileChooser(() -> marked.locator(".flaw button").click());
            chooser.setFiles(FormWalk.shot("baik.jpg", 640));
            assertThat(page.locator("#pratinjau img")).hasCount(1);
            assertThat(marked).hasCount(0);
            walk.next();
            assertThat(page.locator("#kelurahan")).hasValue("73.71.09.1003");
            walk.next();
            walk.next();
            walk.next();
            walk.send();
            page.waitForURL(RECEIPT);
            assertThat(countOf(words)).isOne();
            assertThat(photosOf(words)).isOne();
        }
    }

    @Test
    void a_bad_photo_beside_a_good_one_costs_nobody_the_complaint() {
        try (var phone = chromium.person(Chromium.PHONE)) {
            var words = "Satu foto baik, satu rusak.";
            var page = visit(phone, FormWalk.FORM);
            FormWalk.upToSending(page, words, FormWalk.shot("baik.jpg", 640), broken("rusak.jpg"))
                    .send();
            assertThat(card(page, words)).hasAttribute("data-state", "received");
            assertThat(card(page, words).locator(".notice.warning")).containsText("Foto 2 tidak ikut terkirim.");
            assertThat(card(page, words).locator(".notice.warning")).containsText("bukan foto");
            assertThat(countOf(words)).isOne();
            assertThat(photosOf(words)).isOne();
        }
    }

    /** Sends more than the server takes, from a form that lets it through as an old one from a phone's cache may. */
    private static void sendTooMuch(Page page) {
        page.evaluate("document.querySelector('#description').dataset.longest = 100000");
        page.locator("#description").evaluate("(field) => (field.value = 'Panjang sekali. '.repeat(400))");
        new FormWalk(page).send();
        page.waitForURL(Pattern.compile("buka="));
    }

    private static FilePayload broken(String name) {
        return new FilePayload(name, "image/jpeg", "Saya bukan foto.".getBytes(StandardCharsets.UTF_8));
    }
}
