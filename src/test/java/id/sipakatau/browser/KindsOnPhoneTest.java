package id.sipakatau.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import id.sipakatau.testing.Chromium;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The first step asks what it is, and the rest of the form follows from that, with a network and without. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class KindsOnPhoneTest extends SendingTest {

    @Test
    void a_question_is_asked_without_photo_or_place_and_waits_in_the_outbox_as_a_question() {
        var words = "Kapan jadwal bangkai hewan diangkut dari pasar?";
        try (var phone = chromium.person(Chromium.PHONE)) {
            withoutWorker(phone);
            var form = visit(phone, FormWalk.FORM);
            form.locator(".lapor.stepped").waitFor();
            assertThat(kind(form, "COMPLAINT")).isChecked();
            kind(form, "INFORMATION").check();
            var walk = new FormWalk(form);
            walk.next();
            // No step for a photo; the place may be left out.
            assertThat(form.locator("[data-step=place]")).isVisible();
            assertThat(form.locator(".step-bar button")).hasText("Lanjut tanpa lokasi");
            walk.next();
            assertThat(form.locator("#cerita"))
                    .hasText("Apa pertanyaan Anda?", new HasTextOptions().setUseInnerText(true));
            walk.next();
            assertThat(form.locator("#step-error")).containsText("Tuliskan dulu pertanyaan Anda.");
            walk.words(words);

            // What is kept on the phone is a question too.
            form.reload();
            form.locator(".lapor.stepped").waitFor();
            assertThat(kind(form, "INFORMATION")).isChecked();
            walk.next();
            walk.next();
            assertThat(form.locator("#ringkasan")).containsText("Permintaan informasi");
            assertThat(form.locator("#kirim")).hasText("Kirim pertanyaan", new HasTextOptions().setUseInnerText(true));
            phone.setOffline(true);
            walk.send();
            assertThat(card(form, words)).isVisible();
            phone.setOffline(false);
            assertThat(card(form, words).locator(".state")).containsText("Terkirim");
        }
        assertThat(kindOf(words)).isEqualTo("INFORMATION");
    }

    @Test
    void an_emergency_is_not_taken_for_a_question() {
        try (var phone = chromium.person(Chromium.PHONE)) {
            var form = visit(phone, "/lapor?jenis=INFORMATION&kategori=banjir");
            form.locator(".lapor.stepped").waitFor();
            var walk = new FormWalk(form);
            walk.next();
            assertThat(form.locator("#step-error")).containsText("Keadaan darurat selalu pengaduan.");
            kind(form, "COMPLAINT").check();
            walk.next();
            assertThat(form.locator("[data-step=photo]")).isVisible();
        }
    }

    private static Locator kind(Page form, String kind) {
        return form.locator("input[name=kind][value=" + kind + "]");
    }

    private String kindOf(String words) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT kind FROM complaint WHERE description = :words")
                .bind("words", words)
                .mapTo(String.class)
                .one());
    }
}
