package id.sipakatau.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import id.sipakatau.evidence.CameraPhoto;
import id.sipakatau.identity.NewStaff;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.testing.Chromium;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The main job in a real browser: a complaint from a phone to "telah diproses", through every hand that it passes. Three
 * people sit at three browsers; nobody reloads a page to see what another one did.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class MainJobTest extends BrowserTest {

    private static final Pattern NUMBER = Pattern.compile("MKS-\\w{4}-\\w{4}");

    @Test
    void a_complaint_goes_from_a_phone_to_telah_diproses() {
        Stories.emptyQueue();
        var administrator = TestStaff.username("admin");
        TestStaff.account(NewStaff.administrator(administrator, "Administrator"));
        var operator = TestStaff.username("operator");
        TestStaff.account(NewStaff.operator(operator, "Operator Kebersihan", "kebersihan"));
        var taken = Instant.now().minus(3, ChronoUnit.MINUTES);

        try (var phone = chromium.person(Chromium.PHONE);
                var desk = chromium.person(Chromium.DESKTOP);
                var agency = chromium.person(Chromium.DESKTOP);
                var onlooker = chromium.person(Chromium.PHONE)) {
            var watching = visit(onlooker, "/");
            var board = signedIn(agency, operator);
            assertThat(board.locator("[data-live]")).hasText(Pattern.compile("langsung"));

            var before = countOfComplaints();
            // The citizen writes it, one thing at a time.
            var form = visit(phone, "/lapor");
            form.locator(".lapor.stepped").waitFor();
            form.locator("summary", new Page.LocatorOptions().setHasText("Kebersihan"))
                    .click();
            form.locator("input[name=category][data-agency=kebersihan][data-emergency=false][data-photo=optional]")
                    .or(form.locator("input[name=category][data-agency=kebersihan][data-emergency=false]"))
                    .first()
                    .check();
            // A tap on a category goes on by itself.
            assertThat(form.locator("[data-step=photo] h2")).isVisible();
            form.locator("#kamera")
                    .setInputFiles(new FilePayload(
                            "IMG_0001.jpg", "image/jpeg", CameraPhoto.taken(taken, -5.1340, 119.4058, 800)));
            assertThat(form.locator("#pratinjau img")).isVisible();
            next(form);
            form.locator(".locate, [data-locate]")
                    .or(form.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions()
                                    .setName(Pattern.compile("posisi saya", Pattern.CASE_INSENSITIVE))))
                    .first()
                    .click();
            assertThat(form.locator("#temuan")).containsText("Ujung Pandang");
            next(form);
            form.locator("#description").fill("Sampah menumpuk dekat benteng. Sudah empat hari tidak diangkut ᨔᨗᨄ 🗑");
            next(form);
            form.locator("#name").fill("Pelapor Contoh");
            next(form);
            form.locator("#kirim").dblclick();
            form.waitForURL(Pattern.compile("/ikuti/"));
            var number = form.locator("#nomor").textContent().strip();
            assertThat(number).matches(NUMBER);
            form.locator("main a[href^='/ikuti/']").first().click();
            assertThat(countOfComplaints()).as("two clicks, one complaint").isEqualTo(before + 1);

            // The administrator sees what was sent and how, and lets it through.
            var queue = signedIn(desk, administrator);
            queue.locator(".queue a[data-number='" + number + "']").click();
            assertThat(queue.locator(".evidence img")).isVisible();
            assertThat(queue.locator(".evidence figcaption")).containsText("3 menit sebelum dikirim");
            assertThat(queue.locator(".evidence figcaption")).containsText(Pattern.compile("\\d+ m dari titik"));
            assertThat(queue.locator("body")).not().containsText("Pelapor Contoh");
            assertThat(watching.locator("body")).not().containsText("benteng");
            queue.waitForLoadState(LoadState.LOAD);
            queue.keyboard().press("v");
            queue.keyboard().press("v");
            queue.waitForURL(Pattern.compile("/admin$"));

            // It is public at once, on a page that nobody reloaded.
            assertThat(watching.locator(".items [data-number='" + number + "']"))
                    .isVisible();
            // And on the operator's board.
            var card = board.locator(".column.belum [data-number='" + number + "']");
            assertThat(card).isVisible();
            card.locator("form button").click();
            var begun = board.locator(".column.sedang [data-number='" + number + "']");
            assertThat(begun).isVisible();
            begun.locator("a").first().click();
            board.waitForURL(Pattern.compile("/operator/aduan/"));
            assertThat(form.locator(".steps li.sedang[aria-current=step]")).isVisible();

            // The operator finishes it with a photo taken on the spot.
            board.locator("#kamera")
                    .setInputFiles(new FilePayload(
                            "hasil.jpg", "image/jpeg", CameraPhoto.taken(Instant.now(), -5.1339, 119.4056, 640)));
            assertThat(board.locator(".proof-list > li")).containsText("Tidak ada temuan.");
            board.locator("#words").fill("Sudah diangkut sore ini. Terima kasih sudah memberi tahu.");
            board.locator("#selesai .btn.primary").click();
            assertThat(board.locator(".steps li.telah[aria-current=step]")).isVisible();

            // The citizen, still on the same page, sees that it is done, with the photo and the words.
            assertThat(form.locator(".steps li.telah[aria-current=step]")).isVisible();
            assertThat(form.locator("body")).containsText("Sudah diangkut sore ini.");
            assertThat(form.locator(".compare img")).hasCount(2);

            // So does everybody who looks the number up.
            watching.navigate(address.resolve("/lacak").toString());
            watching.locator("#nomor")
                    .fill(number.toLowerCase(java.util.Locale.ROOT).replace("-", " "));
            watching.locator("form[action='/lacak'] button").click();
            watching.waitForURL(Pattern.compile("/aduan/" + number));
            assertThat(watching.locator(".steps li.telah[aria-current=step]")).isVisible();
            assertThat(watching.locator(".hero-photo img")).hasCount(2);
            assertThat(watching.locator("body")).not().containsText("Pelapor Contoh");
        }
        assertThat(faults).as("errors in the browsers' consoles").isEmpty();
    }

    private long countOfComplaints() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM complaint")
                .mapTo(Long.class)
                .one());
    }

    private static void next(Page form) {
        form.locator(".step-bar button").click();
    }
}
