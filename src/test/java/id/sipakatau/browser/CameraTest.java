package id.sipakatau.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.sipakatau.identity.NewStaff;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.testing.Chromium;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Photos taken in the form: with time, place and direction in the file, and a word where little can be seen in them. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class CameraTest extends SendingTest {

    @Test
    void a_photo_of_the_own_camera_tells_when_where_and_whither() {
        var administrator = TestStaff.username("admin");
        TestStaff.account(NewStaff.administrator(administrator, "Administrator"));
        try (var phone = chromium.person(Chromium.PHONE);
                var desk = chromium.person(Chromium.DESKTOP)) {
            var words = "Difoto langsung di tempat.";
            var page = photoStep(phone);
            page.locator("#kamera").click();
            var camera = page.locator("dialog.camera-view");
            assertThat(camera.locator(".place")).containsText("12 m");
            assertThat(camera.locator(".shutter")).not().hasAttribute("aria-disabled", "true");
            assertThat(camera.locator(".shutter")).isFocused();
            noBarrier(page);
            picture(page, "kamera-390-id");
            page.evaluate("""
                    dispatchEvent(Object.assign(new Event("deviceorientationabsolute"),
                        { absolute: true, alpha: 90, beta: 90, gamma: 0 }))
                    """);
            page.keyboard().press("Enter");
            assertThat(camera).hasCount(0);
            assertThat(page.locator("#pratinjau img")).hasCount(1);
            assertThat(page.locator("#kamera")).isFocused();
            assertThat(coloursOf(page)).as("a frame of the video").isGreaterThan(2);

            var walk = new FormWalk(page);
            walk.next();
            assertThat(page.getByText("Pakai lokasi dari foto")).isVisible();
            page.locator(".map-button").click();
            assertThat(page.locator("#temuan")).containsText("Ujung Pandang");
            walk.next();
            walk.words(words);
            walk.next();
            walk.next();
            walk.send();
            page.waitForURL(RECEIPT);
            var number = page.locator("#nomor").textContent().strip();

            var queue = signedIn(desk, administrator);
            queue.navigate(address.resolve("/admin/aduan/" + number).toString());
            assertThat(queue.locator(".evidence figcaption")).containsText("dari kamera");
            assertThat(queue.locator(".evidence figcaption"))
                    .containsText(Pattern.compile("\\d+ m dari titik, ketelitian 12 m"));
            assertThat(queue.locator(".evidence figcaption")).containsText("menghadap 270°");
            assertThat(queue.locator(".evidence figcaption")).containsText("0 menit sebelum dikirim");

            var row = jdbi.withHandle(handle ->
                    handle.createQuery("""
                            SELECT taken_at, zone_assumed, taken_position[1] AS latitude, accuracy_metres, orientation, width
                            FROM photo JOIN complaint ON complaint.id = complaint_id WHERE description = :words
                            """).bind("words", words).mapToMap().one());
            assertThat(instant(row.get("taken_at")))
                    .isBetween(Instant.now().minus(Duration.ofMinutes(2)), Instant.now());
            assertThat(row.get("zone_assumed")).isEqualTo(false);
            assertThat((Double) row.get("latitude")).isEqualTo(-5.1339, within(0.0001));
            assertThat((Double) row.get("accuracy_metres")).isEqualTo(12.0);
            assertThat(((Number) row.get("orientation")).intValue()).isEqualTo(1);
        }
    }

    @Test
    void the_camera_closes_without_a_photo_and_without_a_place_it_takes_one_all_the_same() {
        try (var phone = chromium.person(Chromium.SMALL_PHONE)) {
            phone.clearPermissions();
            phone.addInitScript("navigator.geolocation.watchPosition = () => 1");
            var page = photoStep(phone);
            page.locator("#kamera").click();
            page.keyboard().press("Escape");
            assertThat(page.locator("dialog")).hasCount(0);
            assertThat(page.locator("#pratinjau img")).hasCount(0);

            page.locator("#kamera").click();
            page.locator(".shutter:not([aria-disabled=true])").click();
            assertThat(page.locator("#pratinjau img")).hasCount(1);
        }
    }

    @Test
    void where_no_camera_opens_that_of_the_phone_is_offered() {
        try (var phone = chromium.person(Chromium.PHONE)) {
            phone.addInitScript("""
                    navigator.mediaDevices.getUserMedia =
                        () => Promise.reject(new DOMException("no", "NotAllowedError"))
                    """);
            var page = photoStep(phone);
            page.locator("#kamera").click();
            assertThat(page.locator(".said")).hasText("Izin kamera belum diberikan.");
            assertThat(page.locator(".other")).isFocused();
            noBarrier(page);
            var chooser = page.waitForFileChooser(() -> page.locator(".other").click());
            chooser.setFiles(FormWalk.shot("IMG_1.jpg", 640));
            assertThat(page.locator("#pratinjau img")).hasCount(1);
            // From now on the tap goes there directly.
            page.waitForFileChooser(() -> page.locator("#kamera").click());
        }
    }

    @Test
    void a_dark_or_blurred_photo_is_pointed_out_and_taken_all_the_same() {
        try (var phone = chromium.person(Chromium.PHONE)) {
            var page = photoStep(phone);
            page.locator("#galeri").setInputFiles(new FilePayload[] {
                drawn(page, "gelap.jpg", "brightness(0.12)"),
                drawn(page, "kabur.jpg", "blur(9px)"),
                drawn(page, "tajam.jpg", "none"),
                drawn(page, "senja.jpg", "brightness(0.4)")
            });
            assertThat(page.locator("#pratinjau img")).hasCount(4);
            var hints = page.locator("#pratinjau .flaw");
            assertThat(hints).hasCount(2);
            assertThat(hints.nth(0)).containsText("Foto ini gelap. Ambil ulang?");
            assertThat(hints.nth(1)).containsText("Foto ini kabur. Ambil ulang?");
            noBarrier(page);
            picture(page, "foto-gelap-390-id");
            var chooser =
                    page.waitForFileChooser(() -> hints.nth(1).locator("button").click());
            chooser.setFiles(drawn(page, "baru.jpg", "none"));
            assertThat(page.locator("#pratinjau img")).hasCount(4);
            assertThat(hints).hasCount(1);
            page.locator(".step-bar button").click();
            assertThat(page.locator("[data-step=place]")).isVisible();
        }
    }

    /** How many colours there are in the first photo of the form. */
    private static int coloursOf(Page page) {
        return (int) page.evaluate("""
                async () => {
                  const photo = document.querySelector("#pratinjau img");
                  await photo.decode();
                  const canvas = document.createElement("canvas");
                  canvas.width = canvas.height = 64;
                  const pen = canvas.getContext("2d");
                  pen.drawImage(photo, 0, 0, 64, 64);
                  return new Set(new Uint32Array(pen.getImageData(0, 0, 64, 64).data.buffer)).size;
                }
                """);
    }

    /** A street scene with edges and shades, drawn by the browser through a filter. */
    private static FilePayload drawn(Page page, String name, String filter) {
        var base64 = (String) page.evaluate("""
                (filter) => {
                  const canvas = document.createElement("canvas");
                  canvas.width = 1200;
                  canvas.height = 900;
                  const pen = canvas.getContext("2d");
                  pen.filter = filter;
                  const scene = document.createElement("canvas");
                  scene.width = 1200;
                  scene.height = 900;
                  const brush = scene.getContext("2d");
                  let seed = 7;
                  const chance = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
                  for (let i = 0; i < 4000; i++) {
                    brush.fillStyle = `rgb(${chance() * 255} ${chance() * 255} ${chance() * 255})`;
                    brush.fillRect(chance() * 1200, chance() * 900, 4 + chance() * 60, 4 + chance() * 40);
                  }
                  pen.drawImage(scene, 0, 0);
                  return canvas.toDataURL("image/jpeg", 0.9).split(",")[1];
                }
                """, filter);
        return new FilePayload(name, "image/jpeg", java.util.Base64.getDecoder().decode(base64));
    }

    private Page photoStep(BrowserContext person) {
        var page = visit(person, FormWalk.FORM);
        page.setDefaultTimeout(10_000);
        page.locator(".step-bar button").click();
        assertThat(page.locator("#kamera")).isVisible();
        return page;
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : ((java.sql.Timestamp) value).toInstant();
    }
}
