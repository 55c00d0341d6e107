package id.sipakatau.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import id.sipakatau.evidence.CameraPhoto;
import id.sipakatau.identity.NewStaff;
import id.sipakatau.identity.TestCitizen;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.testing.Chromium;
import id.sipakatau.testing.PostOffice;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The whole conversation of a reporter and an agency, each at their own browser, from the form to the five stars: a question
 * and its answer, "telah diproses", an objection, "telah diproses" again.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(PostOffice.class)
class ConversationTest extends CodeTest {

    /** How a reporter comes back to their complaint. */
    enum Way {
        /** Keeps the secret link's page open, and hears there what happens. */
        BY_SECRET_LINK,
        /** Signed in with a code, and opens the complaint from the list of their account each time. */
        WITH_ACCOUNT
    }

    @BeforeEach
    void nobody_waits() {
        Stories.emptyQueue();
    }

    @ParameterizedTest
    @EnumSource
    void reporter_and_agency_talk_until_it_is_done(Way way) {
        var administrator = TestStaff.username("admin");
        TestStaff.account(NewStaff.administrator(administrator, "Administrator"));
        var username = TestStaff.username("operator");
        TestStaff.account(NewStaff.operator(username, "Operator Kebersihan", "kebersihan"));

        try (var phone = chromium.person(Chromium.PHONE);
                var desk = chromium.person(Chromium.DESKTOP);
                var agency = chromium.person(Chromium.DESKTOP);
                var onlooker = chromium.person(Chromium.PHONE)) {
            var reporter = Chromium.page(phone, faults);
            if (way == Way.WITH_ACCOUNT) {
                signIn(reporter);
            }
            var number = send(reporter);
            if (way == Way.WITH_ACCOUNT) {
                // What somebody sends who is signed in stands in their account at once.
                assertThat(reporter.locator(".notice.keep")).isVisible();
                noBarrier(reporter);
            } else {
                reporter.locator("main a[href^='/ikuti/']").first().click();
                assertThat(reporter.locator("#keadaan")).isVisible();
            }

            // The administrator lets it through.
            var queue = signedIn(desk, administrator);
            queue.locator(".queue a[data-number='" + number + "']").click();
            queue.locator("#terima input[name=checked]").check();
            queue.locator("#terima button").click();
            queue.waitForURL(Pattern.compile("/admin$"));

            // The agency asks; the question comes to the open page of the reporter, before all else.
            var operator = signedIn(agency, username);
            visit(operator, "/operator/aduan/" + number);
            operator.locator("#tanya summary").click();
            operator.locator("#question").fill("Bangkai yang di depan masjid atau yang di pasar?");
            operator.locator("#tanya button").click();
            assertThat(operator.locator(".notice.belum")).containsText("Menunggu jawaban pelapor");
            comeBack(way, reporter, number);
            assertThat(reporter.locator("#keadaan form.question")).containsText("Bangkai yang di depan masjid");
            look(reporter, "ikuti-tanya", way);
            look(operator, "kasus-menunggu", way);
            visit(operator, "/operator");
            assertThat(due(operator, number)).hasText("menunggu jawaban pelapor");

            reporter.locator("#answer").fill("Yang di depan masjid, ini fotonya.");
            choosePhoto(reporter, "form.question", 620);
            reporter.locator("form.question button").click();
            assertThat(reporter.locator(".timeline")).containsText("Yang di depan masjid, ini fotonya.");
            assertThat(reporter.locator("form.question")).hasCount(0);

            visit(operator, "/operator/aduan/" + number);
            assertThat(operator.locator(".timeline")).containsText("Yang di depan masjid");
            assertThat(operator.locator(".evidence")).containsText("Foto jawaban pelapor, belum diperiksa");
            finish(operator, "Bangkai sudah diangkat.");

            // It is not done: the reporter says so with a photo, and the work begins anew.
            comeBack(way, reporter, number);
            assertThat(reporter.locator("form[action$=confirmation]")).isVisible();
            look(reporter, "ikuti-telah", way);
            reporter.locator("#keadaan details summary").click();
            reporter.locator("#contest").fill("Yang diangkat bangkai di pasar.");
            choosePhoto(reporter, "form[action$=contest]", 630);
            look(reporter, "ikuti-belum-beres", way);
            reporter.locator("form[action$=contest] button").click();
            assertThat(reporter.locator(".steps li.belum[aria-current=step]")).isVisible();

            visit(operator, "/operator/aduan/" + number);
            assertThat(operator.locator(".timeline")).containsText("Yang diangkat bangkai di pasar.");
            assertThat(operator.locator(".evidence")).containsText("Foto pelapor: belum beres, belum diperiksa");
            finish(operator, "Sekarang yang di depan masjid juga.");

            comeBack(way, reporter, number);
            reporter.locator(".stars label").last().click();
            reporter.locator("#praise").fill("Terima kasih, sudah bersih.");
            reporter.locator("form[action$=confirmation] button").click();
            assertThat(reporter.locator(".timeline")).containsText("5 dari 5 bintang");
            assertThat(reporter.locator(".timeline")).containsText("Terima kasih, sudah bersih.");
            look(reporter, "ikuti-bintang", way);
            visit(operator, "/operator");
            assertThat(due(operator, number)).hasText("5 dari 5 bintang");

            // Everybody reads how it ended, and nothing of what the two wrote and showed each other.
            var watching = visit(onlooker, "/aduan/" + number);
            assertThat(watching.locator(".timeline")).containsText("5 dari 5 bintang");
            assertThat(watching.locator(".hero-photo")).hasCount(3);
            for (var words : new String[] {"atau yang di pasar?", "ini fotonya", "Yang diangkat", "sudah bersih"}) {
                assertThat(watching.locator("body")).not().containsText(words);
            }
            look(watching, "aduan-bintang", way);
        }
        // Pictures and axe leave faults of their own: a style that the page's policy refuses, a style sheet that is
        // read again from another folder. The scripts leave none.
        Assertions.assertThat(faults)
                .noneMatch(fault -> fault.contains("TypeError") || fault.contains("ReferenceError"));
    }

    /** An account by a code that was sent; whoever has none yet is asked whether they agree. */
    private void signIn(Page reporter) {
        var email = TestCitizen.email();
        visit(reporter, "/akun");
        reporter.locator("#alamat").fill(email);
        reporter.locator("form[action='/akun/masuk'] button").click();
        reporter.waitForURL(Pattern.compile("/kode$"));
        reporter.locator("#kode").fill(sent.latest(email));
        reporter.locator("form[action='/akun/masuk/kode'] button").click();
        reporter.locator("form[action='/akun/masuk/persetujuan'] button").click();
        reporter.waitForURL(Pattern.compile("/akun$"));
    }

    /** Writes the complaint into the form, one thing at a time, and returns the number on the receipt. */
    private String send(Page reporter) {
        visit(reporter, FormWalk.FORM);
        reporter.locator(".lapor.stepped").waitFor();
        FormWalk.upToSending(reporter, "Bangkai kucing di lorong kami sejak Senin.", FormWalk.shot("IMG_1.jpg", 640))
                .send();
        reporter.waitForURL(Pattern.compile("/ikuti/"));
        return reporter.locator("#nomor").textContent().strip();
    }

    private void comeBack(Way way, Page reporter, String number) {
        if (way == Way.WITH_ACCOUNT) {
            visit(reporter, "/akun");
            reporter.locator(".items li:has-text('" + number + "') a").click();
            assertThat(reporter.locator("#keadaan")).isVisible();
        }
    }

    private static Locator due(Page operator, String number) {
        return operator.locator("[data-number='" + number + "'] .due");
    }

    private static void finish(Page operator, String words) {
        operator.locator("form[action$='/start'] button").click();
        operator.locator("#selesai").waitFor();
        // Nobody takes a photo before the page's script is there.
        operator.waitForLoadState(LoadState.LOAD);
        operator.locator("#kamera")
                .setInputFiles(new FilePayload(
                        "foto.jpg", "image/jpeg", CameraPhoto.taken(Instant.now(), -5.1339, 119.4056, 640)));
        assertThat(operator.locator(".proof-list > li")).hasCount(1);
        operator.locator("#words").fill(words);
        operator.locator("#selesai .btn.primary").click();
        assertThat(operator.locator(".steps li.telah[aria-current=step]")).isVisible();
    }

    private static void choosePhoto(Page page, String form, int width) {
        page.locator(form + " input[name=photos]")
                .setInputFiles(new FilePayload(
                        "foto.jpg", "image/jpeg", CameraPhoto.taken(Instant.now(), -5.1339, 119.4056, width)));
    }

    /** The looks of both reporters are the same, but for how they came: each is looked at once. */
    private static void look(Page page, String name, Way way) {
        if (way == Way.BY_SECRET_LINK) {
            picture(page, name);
            noBarrier(page);
        }
    }
}
