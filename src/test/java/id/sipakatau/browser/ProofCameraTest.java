package id.sipakatau.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import id.sipakatau.evidence.CameraPhoto;
import id.sipakatau.identity.NewStaff;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.testing.Chromium;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** An operator in the field proves the work with the camera of the page. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ProofCameraTest extends BrowserTest {

    @Test
    void a_photo_of_the_page_carries_time_and_place_and_one_of_the_gallery_is_told() {
        var username = TestStaff.username("operator");
        TestStaff.account(NewStaff.operator(username, "Operator Kebersihan", "kebersihan"));
        var complaint = Stories.started(Stories.accepted(Stories.pending("Sampah di depan benteng.")));
        try (var phone = chromium.person(Chromium.PHONE)) {
            var page = signedIn(phone, username);
            visit(page, "/operator/aduan/" + complaint.trackingNumber());
            page.locator("#words").fill("Sudah diangkut.");
            page.locator("#kamera").click();
            page.locator(".shutter:not([aria-disabled=true])").click();
            assertThat(page.locator(".proof-list > li")).hasCount(1);
            assertThat(page.locator(".proof-list > li")).isInViewport();
            assertThat(page.locator("#words")).hasValue("Sudah diangkut.");
            assertThat(page.locator(".proof-list")).containsText("Tidak ada temuan.");
            noBarrier(page);
            picture(page, "bukti-390-id");
            var photo = jdbi.withHandle(handle -> handle.createQuery(
                            "SELECT source, accuracy_metres FROM photo WHERE complaint_id = :id AND role = 'PROOF'")
                    .bind("id", complaint.id())
                    .mapToMap()
                    .one());
            Assertions.assertThat(photo).containsEntry("source", "CAMERA").containsEntry("accuracy_metres", 12.0);

            page.locator("#galeri")
                    .setInputFiles(new FilePayload(
                            "lama.jpg", "image/jpeg", CameraPhoto.taken(Instant.now(), -5.1339, 119.4056, 640)));
            assertThat(page.locator(".proof-list > li")).hasCount(2);
            assertThat(page.locator(".findings")).containsText("Dipilih dari galeri");
            page.locator("#finding-reason").fill("Kamera halaman macet.");
            page.locator("#selesai .btn.primary").click();
            assertThat(page.locator(".steps li.telah[aria-current=step]")).isVisible();
            assertThat(page.locator(".timeline")).containsText("Kamera halaman macet.");
        }
    }

    @Test
    void a_phone_that_lies_still_is_asked_for_its_place_when_the_photo_is_taken() {
        var username = TestStaff.username("operator");
        TestStaff.account(NewStaff.operator(username, "Operator Kebersihan", "kebersihan"));
        var complaint = Stories.started(Stories.accepted(Stories.pending("Sampah di samping benteng.")));
        try (var phone = chromium.person(Chromium.PHONE)) {
            // It told its place two minutes ago and, since nothing has moved, not again.
            phone.addInitScript("""
                    const at = (timestamp) => ({ coords: { latitude: -5.1339, longitude: 119.4056, accuracy: 9 }, timestamp });
                    Object.defineProperty(navigator, "geolocation", { value: {
                      watchPosition(told) { setTimeout(() => told(at(Date.now() - 120_000))); return 1; },
                      getCurrentPosition(told) { setTimeout(() => told(at(Date.now()))); },
                      clearWatch() {},
                    } });
                    """);
            var page = signedIn(phone, username);
            visit(page, "/operator/aduan/" + complaint.trackingNumber());
            page.locator("#kamera").click();
            page.locator(".shutter:not([aria-disabled=true])").click();
            assertThat(page.locator(".proof-list > li")).hasCount(1);
            double accuracy = jdbi.withHandle(handle -> handle.createQuery(
                            "SELECT accuracy_metres FROM photo WHERE complaint_id = :id AND role = 'PROOF'")
                    .bind("id", complaint.id())
                    .mapTo(Double.class)
                    .one());
            Assertions.assertThat(accuracy).isEqualTo(9.0);
        }
    }
}
