package id.sipakatau.browser;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import id.sipakatau.alerting.MailSettings;
import id.sipakatau.alerting.letters.LetterLinks;
import id.sipakatau.city.Kind;
import id.sipakatau.evidence.CameraPhoto;
import id.sipakatau.identity.NewStaff;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.testing.Chromium;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/**
 * Every page as people see it: for readers of both languages, light and dark, on a phone and at a desk. No page has a
 * barrier that axe finds, none scrolls sideways on a narrow phone, none has an error in the browser's console. The
 * pictures are kept in {@code target/screens}.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(MailSettings.class)
class EveryPageTest extends BrowserTest {

    private static final String AREA = "/kabar-wilayah/73.71.04.1003/semua";

    /** What a page shows where its text is missing. */
    private static final Pattern TEXT_KEY = Pattern.compile("\\b[a-z]+(_\\w+)+\\b");

    @Inject
    LetterLinks links;

    @Inject
    Jdbi jdbi;

    @Test
    void no_page_has_a_barrier() {
        var pending = Stories.pending("Tumpukan sampah di samping benteng. Sudah empat hari tidak diangkut.");
        var started = Stories.started(Stories.accepted(Stories.pending("Got di lorong meluap sejak pagi.")));
        var done = Stories.finished(Stories.started(Stories.accepted(Stories.pending("Bak sampah rusak di pasar."))));
        var asking = Stories.pending("Lampu jalan di lorong padam.");
        var waiting = Stories.asked(Stories.accepted(asking));
        var answerable = Stories.pending("Kontainer sampah terbakar sebagian.");
        Stories.finished(Stories.started(Stories.answered(Stories.asked(Stories.accepted(answerable)))));
        var asked = Stories.pending(Kind.INFORMATION, "Kapan truk sampah lewat di lorong kami?");
        var question = Stories.finished(Stories.started(Stories.accepted(asked)));
        var administrator = TestStaff.username("admin");
        TestStaff.account(NewStaff.administrator(administrator, "Administrator"));
        var operator = TestStaff.username("operator");
        var colleague = TestStaff.account(NewStaff.operator(operator, "Operator Kebersihan", "kebersihan"));
        talkAbout("/aduan/" + done.trackingNumber());
        var open = Map.ofEntries(
                Map.entry("pantau", "/"),
                Map.entry("aduan", "/aduan/" + done.trackingNumber()),
                Map.entry("komentar", "/aduan/" + done.trackingNumber() + "/komentar"),
                Map.entry("tandai", "/aduan/" + done.trackingNumber() + "/tandai"),
                Map.entry("lacak", "/lacak"),
                Map.entry("lacak-salah", "/lacak?nomor=MKS-0000"),
                Map.entry("lacak-tertutup", "/lacak?nomor=" + pending.trackingNumber()),
                Map.entry("undangan-mati", "/undangan/AAAAAAAAAAAAAAAAAAAAAA"),
                Map.entry("lapor", "/lapor"),
                Map.entry("lapor-bertanya", "/lapor?jenis=INFORMATION&kategori=bangkai-hewan"),
                Map.entry("pertanyaan", "/aduan/" + question.trackingNumber()),
                Map.entry("pertanyaan-terima", "/ikuti/" + asked.secret().text() + "/tanda-terima"),
                Map.entry("pertanyaan-ikuti", "/ikuti/" + asked.secret().text()),
                Map.entry("masuk", "/masuk"),
                Map.entry("ikuti", "/ikuti/" + pending.secret().text()),
                Map.entry("kabar-pelapor", "/ikuti/" + pending.secret().text() + "/kabar"),
                Map.entry("kabar-umum", "/aduan/" + done.trackingNumber() + "/kabar"),
                Map.entry("kabar-wilayah", "/kabar-wilayah"),
                Map.entry("kabar-wilayah-kosong", "/kabar-wilayah?pilih=1"),
                Map.entry("kabar-pilihan", AREA),
                Map.entry("kabar-tautan", "/kabar/" + askedToFollow()),
                Map.entry("ikuti-tanya", "/ikuti/" + asking.secret().text()),
                Map.entry("ikuti-telah", "/ikuti/" + answerable.secret().text()),
                Map.entry("tidak-ada", "/tidak-ada"),
                Map.entry("beranda", "/beranda"),
                Map.entry("saya", "/saya"),
                Map.entry("saya-dukungan", "/saya/dukungan"),
                Map.entry("darurat", "/darurat"),
                Map.entry("pasang", "/pasang"),
                Map.entry("luring", "/luring"));
        var admin = Map.of(
                "antrean", "/admin/aduan/" + pending.trackingNumber(),
                "putusan", "/admin/putusan",
                "percakapan", "/admin/percakapan",
                "petugas", "/admin/petugas",
                "petugas-baru", "/admin/petugas/baru",
                "tautan", "/admin/petugas/" + colleague + "/tautan",
                "penonaktifan", "/admin/petugas/" + colleague + "/penonaktifan",
                "sandi", "/sandi");
        var handling = Map.of(
                "papan", "/operator",
                "kasus", "/operator/aduan/" + started.trackingNumber(),
                "kasus-menunggu", "/operator/aduan/" + waiting.trackingNumber());

        var barriers = new ArrayList<String>();
        for (var look : List.of(
                new Look(Chromium.PHONE, "id-ID", ColorScheme.LIGHT),
                new Look(Chromium.DESKTOP, "en-US", ColorScheme.DARK))) {
            visit(look, open, null, barriers);
            visit(look, admin, administrator, barriers);
            visit(look, handling, operator, barriers);
            fileComplaint(look, barriers);
        }
        visit(new Look(Chromium.SMALL_PHONE, "en-US", ColorScheme.DARK), open, null, barriers);
        visit(new Look(Chromium.DESKTOP, "id-ID", ColorScheme.LIGHT), open, null, barriers);
        assertThat(barriers).isEmpty();
    }

    /** One way to look at pages. */
    private record Look(Chromium.Form form, String language, ColorScheme colours) {
        String name() {
            return form.width() + "-" + language.substring(0, 2) + "-"
                    + colours.name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private void visit(Look look, Map<String, String> pages, String username, List<String> barriers) {
        try (var person = chromium.person(look.form, look.language, look.colours)) {
            var page = username == null ? Chromium.page(person, faults) : signedIn(person, username);
            pages.forEach((name, path) -> look(page, name, path, look, barriers));
        }
    }

    private void look(Page page, String name, String path, Look look, List<String> barriers) {
        visit(page, path);
        look(page, name, look, barriers);
    }

    /** Walks through the form, one step after the other, to the receipt. */
    private void fileComplaint(Look look, List<String> barriers) {
        try (var person = chromium.person(look.form, look.language, look.colours)) {
            var page = Chromium.page(person, faults);
            visit(page, FormWalk.FORM);
            look(page, "lapor-jenis", look, barriers);
            next(page);
            page.locator("#kamera")
                    .setInputFiles(new FilePayload(
                            "IMG_1.jpg", "image/jpeg", CameraPhoto.taken(Instant.now(), -5.1340, 119.4058, 640)));
            page.locator("#pratinjau img").waitFor();
            look(page, "lapor-foto", look, barriers);
            next(page);
            page.locator(".map-button").click();
            page.locator("#temuan")
                    .getByText(Pattern.compile("Ujung Pandang"))
                    .first()
                    .waitFor();
            look(page, "lapor-tempat", look, barriers);
            next(page);
            next(page);
            look(page, "lapor-cerita-kosong", look, barriers);
            page.locator("#description").fill("Bangkai kucing di tepi jalan sejak kemarin.");
            next(page);
            look(page, "lapor-siapa", look, barriers);
            next(page);
            look(page, "lapor-periksa", look, barriers);
            page.locator("#kirim").click();
            page.waitForURL(Pattern.compile("/ikuti/"));
            look(page, "tanda-terima", look, barriers);
        }
    }

    private static void next(Page page) {
        page.locator(".step-bar button").click();
    }

    private void look(Page page, String name, Look look, List<String> barriers) {
        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
        var where = name + " " + look.name() + ": ";
        barriers(page).forEach(barrier -> barriers.add(where + barrier));
        var key = TEXT_KEY.matcher(page.locator("body").innerText());
        if (key.find()) {
            barriers.add(where + "shows the key of a text: " + key.group());
        }
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target/screens", name + "-" + look.name() + ".png")));
    }

    /** Names an address and gives the end of the link in the letter to it. */
    private String askedToFollow() {
        given().header("Sec-Fetch-Site", "same-origin")
                .redirects()
                .follow(false)
                .formParam("email", "warga@example.com")
                .post(AREA)
                .then()
                .statusCode(303);
        return links.of(jdbi.withHandle(
                handle -> handle.createQuery("SELECT id FROM subscription WHERE target = 'warga@example.com'")
                        .mapTo(UUID.class)
                        .one()));
    }

    /** Leaves a comment and a flag for an administrator to read. */
    private static void talkAbout(String complaint) {
        given().header("Sec-Fetch-Site", "same-origin")
                .redirects()
                .follow(false)
                .formParam("name", "Warga")
                .formParam("words", "Di ujung lorong juga begitu.")
                .post(complaint + "/komentar")
                .then()
                .statusCode(303);
        given().header("Sec-Fetch-Site", "same-origin")
                .redirects()
                .follow(false)
                .formParam("reason", "SPAM")
                .post(complaint + "/tandai")
                .then()
                .statusCode(303);
    }
}
