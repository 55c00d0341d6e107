package id.sipakatau.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
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

/**
 * The whole conversation of a reporter and an agency at two browsers, by the secret link and without an account: a question
 * and its answer, "telah diproses", an objection, "telah diproses" again, and five stars.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ConversationTest extends BrowserTest {

    @Test
    void reporter_and_agency_talk_until_it_is_done() {
        var username = TestStaff.username("operator");
        TestStaff.account(NewStaff.operator(username, "Operator Kebersihan", "kebersihan"));
        var receipt = Stories.pending("Bak sampah di lorong kami penuh sejak Senin.");
        var complaint = Stories.accepted(receipt);
        var number = complaint.trackingNumber().text();

        try (var phone = chromium.person(Chromium.PHONE);
                var agency = chromium.person(Chromium.DESKTOP);
                var onlooker = chromium.person(Chromium.PHONE)) {
            var reporter = visit(phone, "/ikuti/" + receipt.secret().text());
            var operator = signedIn(agency, username);
            visit(operator, "/operator/aduan/" + number);

            // The agency asks; the question comes to the open page of the reporter, before all else.
            operator.locator("#tanya summary").click();
            operator.locator("#question").fill("Bak yang di depan masjid atau yang di pasar?");
            operator.locator("#tanya button").click();
            assertThat(operator.locator(".notice.belum")).containsText("Menunggu jawaban pelapor");
            assertThat(reporter.locator("#keadaan form.question")).containsText("Bak yang di depan masjid");
            look(reporter, "ikuti-tanya");
            look(operator, "kasus-menunggu");
            visit(operator, "/operator");
            assertThat(operator.locator("[data-number='" + number + "'] .due")).hasText("menunggu jawaban pelapor");

            reporter.locator("#answer").fill("Yang di depan masjid, ini fotonya.");
            choosePhoto(reporter, "form.question", 620);
            reporter.locator("form.question button").click();
            assertThat(reporter.locator(".timeline")).containsText("Yang di depan masjid, ini fotonya.");
            assertThat(reporter.locator("form.question")).hasCount(0);

            visit(operator, "/operator/aduan/" + number);
            assertThat(operator.locator(".timeline")).containsText("Yang di depan masjid");
            assertThat(operator.locator(".evidence")).containsText("Foto jawaban pelapor, belum diperiksa");
            finish(operator, "Bak sudah dikosongkan.");

            // It is not done: the reporter says so with a photo, and the work begins anew.
            assertThat(reporter.locator("form[action$=confirmation]")).isVisible();
            look(reporter, "ikuti-telah");
            reporter.locator("#keadaan details summary").click();
            reporter.locator("#contest").fill("Yang dikosongkan bak di pasar.");
            choosePhoto(reporter, "form[action$=contest]", 630);
            look(reporter, "ikuti-belum-beres");
            reporter.locator("form[action$=contest] button").click();
            assertThat(reporter.locator(".steps li.belum[aria-current=step]")).isVisible();

            visit(operator, "/operator/aduan/" + number);
            assertThat(operator.locator(".timeline")).containsText("Yang dikosongkan bak di pasar.");
            assertThat(operator.locator(".evidence")).containsText("Foto pelapor: belum beres, belum diperiksa");
            finish(operator, "Sekarang bak di depan masjid juga.");

            reporter.locator(".stars label").last().click();
            reporter.locator("#praise").fill("Terima kasih, sudah bersih.");
            reporter.locator("form[action$=confirmation] button").click();
            assertThat(reporter.locator(".timeline")).containsText("5 dari 5 bintang");
            assertThat(reporter.locator(".timeline")).containsText("Terima kasih, sudah bersih.");
            look(reporter, "ikuti-bintang");
            visit(operator, "/operator");
            assertThat(operator.locator("[data-number='" + number + "'] .due")).hasText("5 dari 5 bintang");

            // Everybody reads how it ended, and nothing of what the two wrote and showed each other.
            var watching = visit(onlooker, "/aduan/" + number);
            assertThat(watching.locator(".timeline")).containsText("5 dari 5 bintang");
            assertThat(watching.locator(".hero-photo")).hasCount(3);
            for (var words : new String[] {"atau yang di pasar?", "ini fotonya", "Yang dikosongkan", "sudah bersih"}) {
                assertThat(watching.locator("body")).not().containsText(words);
            }
            look(watching, "aduan-bintang");
        }
        // Pictures and axe leave faults of their own: a style that the page's policy refuses, a style sheet that is
        // read again
        // from another folder. The scripts leave none.
        Assertions.assertThat(faults)
                .noneMatch(fault -> fault.contains("TypeError") || fault.contains("ReferenceError"));
    }

    private static void finish(Page operator, String words) {
        operator.locator("form[action$='/start'] button").click();
        choosePhoto(operator, "#selesai", 640);
        operator.locator("#words").fill(words);
        operator.locator("#selesai button").click();
        assertThat(operator.locator(".steps li.telah[aria-current=step]")).isVisible();
    }

    private static void choosePhoto(Page page, String form, int width) {
        page.locator(form + " input[name=photos]")
                .setInputFiles(new FilePayload(
                        "foto.jpg", "image/jpeg", CameraPhoto.taken(Instant.now(), -5.1339, 119.4056, width)));
    }

    private static void look(Page page, String name) {
        picture(page, name);
        noBarrier(page);
    }
}
