package id.sipakatau.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.sipakatau.testing.Chromium;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** A phone that is asked where it is and never answers: there are other ways, and none of them has to wait for it. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class NoPositionTest extends SendingTest {

    private static final String NEEDS_NO_PLACE = "/lapor?kategori=layanan-kebersihan";

    @Test
    void a_place_by_its_name_takes_the_place_of_a_position_that_never_comes() {
        try (var phone = silent()) {
            var words = "Ponsel ini tidak tahu di mana ia berada.";
            var page = placeStep(phone, FormWalk.FORM);
            page.locator(".map-button").click();
            assertThat(page.locator(".map-button")).hasAttribute("aria-busy", "true");
            page.clock().fastForward(20_000);
            assertThat(page.locator("#temuan")).containsText("Lokasi belum didapat.");
            assertThat(page.locator(".map-button")).hasAttribute("aria-busy", "false");
            noBarrier(page);
            picture(page, "tanpa-posisi-390-id");

            // The category needs a place, so that there is no going on without one.
            var walk = new FormWalk(page);
            assertThat(way(page, "Kirim tanpa lokasi")).hasCount(0);
            walk.next();
            assertThat(page.locator("#step-error")).isVisible();
            way(page, "Pilih kelurahan").click();
            page.locator("#kelurahan").selectOption("73.71.09.1003");
            page.locator("#alamat input, #alamat textarea").first().fill("Di samping masjid, lorong 4");
            walk.next();
            walk.words(words);
            walk.next();
            walk.next();
            walk.send();
            page.waitForURL(RECEIPT);
            assertThat(placeOf(words)).isEqualTo("AREA");
        }
    }

    @Test
    void the_map_can_be_moved_under_the_pin_while_the_phone_still_looks_for_itself() {
        try (var phone = silent()) {
            var words = "Titiknya digeser dengan tangan.";
            var page = placeStep(phone, FormWalk.FORM);
            page.locator(".map-button").click();
            page.locator("#peta").focus();
            page.keyboard().press("ArrowUp");
            assertThat(page.locator("#peta")).hasClass(java.util.regex.Pattern.compile("chosen"));
            var chosen = page.locator("input[name=latitude]").inputValue();
            assertThat(chosen).isNotEmpty();

            // A position that comes now, all too late, does not take the place from under the finger.
            page.evaluate("answer({ coords: { latitude: -5.2, longitude: 119.5, accuracy: 9 } })");
            assertThat(page.locator(".map-button")).hasAttribute("aria-busy", "false");
            assertThat(page.locator("input[name=latitude]")).hasValue(chosen);
            var walk = new FormWalk(page);
            walk.next();
            walk.words(words);
            walk.next();
            walk.next();
            walk.send();
            page.waitForURL(RECEIPT);
            assertThat(placeOf(words)).isEqualTo("PIN");
        }
    }

    @Test
    void turning_the_phone_chooses_no_place() {
        try (var phone = silent()) {
            var page = placeStep(phone, NEEDS_NO_PLACE);
            assertThat(page.locator("#temuan")).containsText("Geser peta");
            page.setViewportSize(844, 390);
            page.waitForCondition(() -> (boolean) page.evaluate("document.querySelector('#peta').clientWidth > 390"));
            page.clock().runFor(1000);
            assertThat(page.locator(".step-bar button")).hasText("Lanjut tanpa lokasi");
            assertThat(page.locator("input[name=latitude]")).hasValue("");
        }
    }

    @Test
    void where_no_place_is_needed_nobody_waits_for_one() {
        try (var phone = silent()) {
            var words = "Tempatnya menyusul.";
            var page = placeStep(phone, NEEDS_NO_PLACE);
            page.locator(".map-button").click();
            var walk = new FormWalk(page);
            walk.next();
            walk.words(words);
            page.goBack();
            page.clock().fastForward(20_000);
            way(page, "Kirim tanpa lokasi").click();
            walk.next();
            walk.next();
            walk.next();
            walk.send();
            page.waitForURL(RECEIPT);
            assertThat(placeOf(words)).isEqualTo("NONE");
        }
    }

    private BrowserContext silent() {
        var phone = chromium.person(Chromium.PHONE);
        phone.addInitScript("navigator.geolocation.getCurrentPosition = (answer) => (window.answer = answer)");
        return phone;
    }

    private Page placeStep(BrowserContext phone, String path) {
        var page = Chromium.page(phone, faults);
        page.setDefaultTimeout(10_000);
        page.clock().install();
        visit(page, path);
        var walk = new FormWalk(page);
        walk.next();
        walk.next();
        assertThat(page.locator(".map-button")).isVisible();
        return page;
    }

    private static Locator way(Page page, String words) {
        return page.locator("#temuan button", new Page.LocatorOptions().setHasText(words));
    }

    private String placeOf(String words) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT position_source FROM complaint WHERE description = :words")
                        .bind("words", words)
                        .mapTo(String.class)
                        .one());
    }
}
