package id.sipakatau.browser;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import id.sipakatau.alerting.MailSettings;
import id.sipakatau.alerting.letters.LetterLinks;
import id.sipakatau.city.City;
import id.sipakatau.city.Kind;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Receipt;
import id.sipakatau.emergency.Caller;
import id.sipakatau.identity.NewStaff;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.testing.Chromium;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every page as people see it, in both languages and in all {@link Looks}. No page has a barrier that axe finds, none
 * scrolls sideways on a narrow phone, none has an error in the browser's console. The screens of an account are looked at
 * where somebody walks through them, in {@link AccountTest}.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(MailSettings.class)
class EveryPageTest extends BrowserTest {

    private static final String AREA = "/kabar-wilayah/73.71.04.1003/semua";

    /** An agency whose alarm rings for one language only: both are walked at the same time. */
    private static final Map<String, String> ALARMED = Map.of("id-ID", "pemadam", "en-US", "bpbd");

    @Inject
    LetterLinks links;

    @Inject
    City city;

    @Test
    void no_page_has_a_barrier() throws Exception {
        var pending = Stories.pending("Tumpukan sampah di samping benteng. Sudah empat hari tidak diangkut.");
        var started = Stories.started(Stories.accepted(Stories.pending("Got di lorong meluap sejak pagi.")));
        var done = finished(Stories.pending("Bak sampah rusak di pasar."));
        var asking = Stories.pending("Lampu jalan di lorong padam.");
        var waiting = Stories.asked(Stories.accepted(asking));
        var answerable = Stories.pending("Kontainer sampah terbakar sebagian.");
        Stories.finished(Stories.started(Stories.answered(Stories.asked(Stories.accepted(answerable)))));
        var asked = Stories.pending(Kind.INFORMATION, "Kapan truk sampah lewat di lorong kami?");
        var question = Stories.finished(Stories.started(Stories.accepted(asked)));
        var contested = Stories.pending("Ranting menumpuk di trotoar.");
        var begunAgain = Stories.contested(finished(contested));
        var praised = Stories.pending("Selokan bau di belakang pasar.");
        Stories.praised(finished(praised));
        var doubted =
                Stories.doubted(Stories.started(Stories.accepted(Stories.pending("Sampah di bawah jembatan layang."))));
        var smelly = Stories.pending(Stories.approved(), "Bau dari gudang.", new Complaint.Privacy(false, false));
        var proposed = Stories.proposed(
                Stories.doubted(Stories.started(Stories.accepted(smelly))), "Gudangnya sudah disegel.");
        var proven = Stories.pending("Karung sampah di tepi kanal.");
        Stories.finishedInSpite(Stories.doubted(Stories.started(Stories.accepted(proven))));
        var shared = Stories.pending("Kanal tersumbat dan berbau di belakang terminal.");
        var together = Stories.involved(Stories.started(Stories.accepted(shared)), "pemadam", "Mohon disemprot.");
        var part = Stories.finishedInSpite(Stories.doubted(Stories.started(Stories.part(together, "pemadam"))));
        Stories.involved(Stories.now(shared), "bpbd", "Mohon pompanya.");
        talkAbout("/aduan/" + done.trackingNumber());
        var open = Map.ofEntries(
                Map.entry("pantau", "/"),
                Map.entry("aduan", "/aduan/" + done.trackingNumber()),
                Map.entry("aduan-bersama", "/aduan/" + together.trackingNumber()),
                Map.entry("ikuti-bersama", "/ikuti/" + shared.secret().text()),
                Map.entry("komentar", "/aduan/" + done.trackingNumber() + "/komentar"),
                Map.entry("tandai", "/aduan/" + done.trackingNumber() + "/tandai"),
                Map.entry("lacak", "/lacak"),
                Map.entry("lacak-salah", "/lacak?nomor=MKS-0000"),
                Map.entry("lacak-tertutup", "/lacak?nomor=" + pending.trackingNumber()),
                Map.entry("undangan-mati", "/undangan/AAAAAAAAAAAAAAAAAAAAAA"),
                Map.entry("lapor-bertanya", "/lapor?jenis=INFORMATION&kategori=bangkai-hewan"),
                Map.entry("pertanyaan", "/aduan/" + question.trackingNumber()),
                Map.entry("pertanyaan-terima", "/ikuti/" + asked.secret().text() + "/tanda-terima"),
                Map.entry("pertanyaan-ikuti", "/ikuti/" + asked.secret().text()),
                Map.entry("masuk", "/masuk"),
                Map.entry("akun-tak-terkirim", "/akun/masuk"),
                Map.entry("ikuti", "/ikuti/" + pending.secret().text()),
                Map.entry("kabar-pelapor", "/ikuti/" + pending.secret().text() + "/kabar"),
                Map.entry("kabar-umum", "/aduan/" + done.trackingNumber() + "/kabar"),
                Map.entry("kabar-wilayah", "/kabar-wilayah"),
                Map.entry("kabar-wilayah-kosong", "/kabar-wilayah?pilih=1"),
                Map.entry("kabar-pilihan", AREA),
                Map.entry("kabar-tautan", "/kabar/" + askedToFollow()),
                Map.entry("ikuti-tanya", "/ikuti/" + asking.secret().text()),
                Map.entry("ikuti-keberatan", "/ikuti/" + contested.secret().text()),
                Map.entry("ikuti-temuan", "/ikuti/" + proven.secret().text()),
                Map.entry("ikuti-bintang", "/ikuti/" + praised.secret().text()),
                Map.entry("tidak-ada", "/tidak-ada"),
                Map.entry("beranda", "/beranda"),
                Map.entry("saya", "/saya"),
                Map.entry("saya-dukungan", "/saya/dukungan"),
                Map.entry("darurat", "/darurat"),
                Map.entry("darurat-pastikan", "/darurat?dinas=pemadam"),
                Map.entry("panggilan", "/darurat/" + new Caller().calls("kepolisian", Caller.AT_LOSARI)),
                Map.entry("pasang", "/pasang"),
                Map.entry("luring", "/luring"));
        var administrator = TestStaff.administrator();
        var colleague = TestStaff.account(
                NewStaff.operator(TestStaff.username("operator"), "Operator Kebersihan", "kebersihan"));
        var admin = Map.ofEntries(
                Map.entry("antrean", "/admin/aduan/" + pending.trackingNumber()),
                Map.entry("antrean-temuan", "/admin/aduan/" + proven.trackingNumber()),
                Map.entry("putusan-bersama", "/admin/aduan/" + together.trackingNumber()),
                Map.entry("putusan-bagian", "/admin/aduan/" + part.trackingNumber()),
                Map.entry("panggilan-semua", "/admin/darurat"),
                Map.entry("jadwal-jaga", "/jaga?dinas=pemadam"),
                Map.entry("putusan", "/admin/putusan"),
                Map.entry("sengketa", "/admin/sengketa"),
                Map.entry("persetujuan", "/admin/persetujuan"),
                Map.entry("percakapan", "/admin/percakapan"),
                Map.entry("kalender", "/admin/kalender"),
                Map.entry("siaga", "/admin/siaga"),
                Map.entry("perhatian-admin", "/perhatian"),
                Map.entry("petugas", "/admin/petugas"),
                Map.entry("petugas-baru", "/admin/petugas/baru"),
                Map.entry("tautan", "/admin/petugas/" + colleague + "/tautan"),
                Map.entry("penonaktifan", "/admin/petugas/" + colleague + "/penonaktifan"),
                Map.entry("catatan", "/admin/aduan/" + started.trackingNumber() + "/note"),
                Map.entry("surel", "/surel"),
                Map.entry("sandi", "/sandi"));
        var handling = Map.of(
                "papan", "/operator?semua=1&tampilan=papan",
                "tabel", "/operator?semua=1&tampilan=tabel&milik=kosong",
                "disebut", "/operator/disebut",
                "peta-kasus", "/operator/peta",
                "serah-terima", "/operator/serah-terima",
                "perhatian", "/perhatian",
                "kasus", "/operator/aduan/" + started.trackingNumber(),
                "kasus-temuan", "/operator/aduan/" + doubted.trackingNumber(),
                "kasus-menunggu", "/operator/aduan/" + waiting.trackingNumber(),
                "kasus-keberatan", "/operator/aduan/" + begunAgain.trackingNumber());

        // As if the clocks of what is open had run out.
        jdbi.useHandle(handle -> handle.execute("UPDATE complaint_clock SET level = 4 WHERE met_at IS NULL"));
        var leading = Map.of(
                "kepala", "/operator/kepala",
                "setujui", "/operator/aduan/" + proposed.trackingNumber(),
                "kepala-regu", "/operator/kepala/regu",
                "ponsel", "/operator/ponsel",
                "kepala-balasan", "/operator/kepala/balasan");
        var operator = TestStaff.cookie(colleague);
        var head = TestStaff.head("kebersihan");
        var other = TestStaff.operator("pemadam");
        var mayor = TestStaff.mayor();
        inBothLanguages(walk -> {
            walk.visit(open, null);
            walk.visit(admin, administrator);
            walk.visit(handling, operator);
            walk.visit(
                    Map.of(
                            "menunggu", "/operator/aduan/" + proposed.trackingNumber(),
                            "kasus-bersama", "/operator/aduan/" + together.trackingNumber()),
                    operator);
            walk.visit(leading, head);
            walk.visit(Map.of("kasus-bagian", "/operator/aduan/" + part.trackingNumber()), other);
            walk.answerCall();
            walk.visit(Map.of("perhatian-wali-kota", "/perhatian"), mayor);
            walk.answerAtTheEnd("/ikuti/" + answerable.secret().text());
            walk.fileComplaint();
        });
    }

    /** At the same time, each in a browser of its own: a walk keeps one processor busy. */
    private void inBothLanguages(Consumer<Walk> way) throws Exception {
        try (var people = Executors.newFixedThreadPool(ALARMED.size())) {
            var walks = ALARMED.keySet().stream()
                    .map(language -> people.submit(() -> {
                        try (var walk = new Walk(language)) {
                            way.accept(walk);
                            return walk;
                        }
                    }))
                    .toList();
            for (var walked : walks) {
                var walk = walked.get();
                assertThat(walk.barriers).isEmpty();
                // Some of these pages are refusals, which a browser notes.
                assertThat(walk.faults).allMatch(fault -> fault.contains("Failed to load resource"));
            }
        }
    }

    private static Complaint finished(Receipt receipt) {
        return Stories.finished(Stories.started(Stories.accepted(receipt)));
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

    /** Somebody who goes through the pages in one language. */
    private final class Walk implements AutoCloseable {

        private final String language;
        private final Chromium chromium = new Chromium();
        private final List<String> barriers = new ArrayList<>();
        private final List<String> faults = new ArrayList<>();

        Walk(String language) {
            this.language = language;
        }

        void visit(Map<String, String> pages, @Nullable String session) {
            try (var person = chromium.person(Chromium.PHONE, language, ColorScheme.LIGHT)) {
                if (session != null) {
                    person.addCookies(List.of(new Cookie("session", session).setUrl(address.toString())));
                }
                var page = Chromium.page(person, faults);
                pages.forEach((name, path) -> {
                    EveryPageTest.this.visit(page, path);
                    look(page, name);
                });
            }
        }

        /** The alarm over the console, and the call once somebody has it. */
        void answerCall() {
            var agency = ALARMED.get(language);
            new Caller().calls(agency, Caller.AT_LOSARI);
            try (var person = chromium.person(Chromium.DESKTOP, language, ColorScheme.LIGHT)) {
                person.addCookies(
                        List.of(new Cookie("session", TestStaff.operator(agency)).setUrl(address.toString())));
                var page = Chromium.page(person, faults);
                EveryPageTest.this.visit(page, "/operator");
                page.locator("dialog.alarm [data-unseen]").first().waitFor();
                look(page, "alarm");
                page.locator("dialog.alarm form button").first().click();
                page.waitForURL(Pattern.compile("/operator/darurat$"));
                look(page, "panggilan-konsol");
                lookAtCrowd(page, agency);
            }
        }

        /** Many calls from one line: as one in the alarm, and all of them on a page of their own. */
        private void lookAtCrowd(Page page, String agency) {
            var line = Caller.newLine();
            for (int i = 0; i < 7; i++) {
                new Caller(line).calls(agency, Map.of());
            }
            EveryPageTest.this.visit(page, "/operator");
            page.locator("dialog.alarm a[href*='/jaringan/']").waitFor();
            look(page, "alarm-jaringan");
            page.locator("dialog.alarm a[href*='/jaringan/']").click();
            page.waitForURL(Pattern.compile("/jaringan/"));
            assertThat(page.locator("dialog.alarm").isVisible())
                    .as("it does not cover its own page")
                    .isFalse();
            page.locator("details summary.btn.quiet").click();
            look(page, "panggilan-jaringan");
            page.locator("#reason").fill("Semua dari satu skrip.");
            page.locator("[name=sure]").check();
            page.locator("form[action$='/palsu'] button").click();
            page.waitForURL(Pattern.compile("/operator/darurat$"));
        }

        /** What a reporter is asked at the end, and what opens for somebody who is not pleased. */
        void answerAtTheEnd(String path) {
            try (var person = chromium.person(Chromium.PHONE, language, ColorScheme.LIGHT)) {
                var page = Chromium.page(person, faults);
                EveryPageTest.this.visit(page, path);
                look(page, "ikuti-telah");
                page.locator("#keadaan details summary").click();
                page.locator("#contest").waitFor();
                look(page, "ikuti-belum-beres");
            }
        }

        /** Walks through the form, one step after the other, past a similar complaint to the receipt. */
        void fileComplaint() {
            var category = city.category("bangkai-hewan").orElseThrow();
            var similar = Stories.accepted(
                    Stories.pending(category, "Bangkai anjing di depan benteng.", new Complaint.Privacy(false, false)));
            try (var person = chromium.person(Chromium.PHONE, language, ColorScheme.LIGHT)) {
                var page = Chromium.page(person, faults);
                EveryPageTest.this.visit(page, "/lapor");
                page.locator(".lapor.stepped").waitFor();
                look(page, "lapor");
                EveryPageTest.this.visit(page, FormWalk.FORM);
                var walk = new FormWalk(page);
                look(page, "lapor-jenis");
                walk.next();
                page.locator("#kamera").setInputFiles(FormWalk.shot("IMG_1.jpg", 640));
                page.locator("#pratinjau img").waitFor();
                look(page, "lapor-foto");
                walk.next();
                page.locator(".map-button").click();
                page.locator("#temuan")
                        .getByText(Pattern.compile("Ujung Pandang"))
                        .first()
                        .waitFor();
                look(page, "lapor-tempat");
                walk.next();
                var card = page.locator("#serupa [data-number='" + similar.trackingNumber() + "']");
                card.waitFor();
                walk.next();
                look(page, "lapor-cerita-kosong");
                card.locator("[data-support]").click();
                card.locator(".supported").waitFor();
                look(page, "lapor-didukung");
                walk.words("Bangkai kucing di tepi jalan sejak kemarin, dibuang Pak Budi.");
                walk.next();
                page.locator("#anjuran").waitFor();
                look(page, "lapor-siapa");
                walk.next();
                look(page, "lapor-periksa");
                walk.send();
                page.waitForURL(Pattern.compile("/ikuti/"));
                look(page, "tanda-terima");
            }
        }

        private void look(Page page, String name) {
            barriers.addAll(Looks.barriers(page, name));
        }

        @Override
        public void close() {
            chromium.close();
        }
    }
}
