package id.sipakatau.validation;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.city.Kind;
import id.sipakatau.complaint.Act;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.DismissalReason;
import id.sipakatau.complaint.Receipt;
import id.sipakatau.complaint.Validation;
import id.sipakatau.identity.NewStaff;
import id.sipakatau.identity.Reporters;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.journal.Actor;
import id.sipakatau.journal.Recorded;
import id.sipakatau.testing.PlainBrowser;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an administrator decides, through the forms of the queue, and what the others then see of it. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class DecisionsTest {

    @Inject
    Complaints complaints;

    private Receipt receipt;
    private PlainBrowser administrator;

    @BeforeEach
    void somebody_looks_at_a_complaint() {
        Stories.emptyQueue();
        receipt = Stories.pending("Sampah di depan pasar belum diangkut sejak Senin.");
        administrator = looking("id");
    }

    @Test
    void accepting_without_the_check_is_refused_in_words_and_changes_nothing() {
        administrator.form("form#terima").send();
        assertThat(administrator.status()).isEqualTo(422);
        assertThat(administrator.page().select("main").text()).contains("Centang dulu bahwa aduan ini sudah diperiksa");
        assertUntouched();

        var english = looking("en");
        english.form("form#terima").send();
        assertThat(english.status()).isEqualTo(422);
        assertThat(english.page().select("main").text()).contains("First tick that the complaint was checked");
        var chosen = looking("id");
        chosen.with("lang", "en").open(address());
        chosen.form("form#terima").send();
        assertThat(chosen.page().select("main").text()).contains("First tick that the complaint was checked");
        assertUntouched();
    }

    @Test
    void a_dismissal_wants_a_reason_and_words() {
        var form = administrator.form("form[action$=/dismissal]").fill("words", "Tolong kirim fotonya.");
        form.send();
        assertThat(administrator.status()).isEqualTo(422);
        assertThat(administrator.page().select("main").text()).contains("Pilih dulu alasannya");

        administrator.open(address());
        administrator
                .form("form[action$=/dismissal]")
                .fill("reason", "NO_EVIDENCE")
                .fill("words", "  ")
                .send();
        assertThat(administrator.status()).isEqualTo(422);
        assertThat(administrator.page().select("main").text()).contains("Kata-katanya belum diisi");
        assertUntouched();
    }

    @Test
    void what_is_dismissed_is_never_public_and_its_reporter_reads_why_and_can_appeal() {
        administrator
                .form("form[action$=/dismissal]")
                .fill("reason", "NO_EVIDENCE")
                .fill("words", "Tolong sebut pasar yang mana,\nlalu kirim lagi.")
                .send();
        assertThat(administrator.page().select(".toast").text()).startsWith("Tidak diteruskan.");
        assertNotPublic();
        assertThat(inQueue()).isFalse();

        var reporter = new PlainBrowser("id");
        reporter.open("/ikuti/" + receipt.secret().text());
        assertThat(reporter.page().select(".notice.bad").text())
                .contains("Keterangannya belum cukup untuk ditindaklanjuti.")
                .contains("Tolong sebut pasar yang mana, lalu kirim lagi.");
        reporter.form("form[action$=/appeal]")
                .fill("words", "Pasar Terong, pintu timur.")
                .send();
        assertThat(reporter.status()).isEqualTo(200);
        assertThat(reporter.page().select("form[action$=/appeal]")).isEmpty();

        assertNotPublic();
        administrator.open("/admin");
        assertThat(item().text()).contains("minta diperiksa lagi");
        administrator.open(address());
        assertThat(administrator.page().select(".timeline").text()).contains("Pasar Terong, pintu timur.");
        administrator.form("form#terima").tick("checked").send();
        assertThat(new PlainBrowser("id").open("/aduan/" + number()).text())
                .contains("belum diangkut sejak Senin")
                .doesNotContain("Pasar Terong, pintu timur.")
                .doesNotContain("Tolong sebut pasar yang mana");
    }

    @Test
    void a_repeated_complaint_is_merged_and_its_reporter_follows_the_other() {
        var first = Stories.accepted(Stories.pending("Sampah pasar, sudah lama."));
        merge(first.trackingNumber().text().toLowerCase(Locale.ROOT).replace("-", " "));
        assertThat(administrator.page().select(".toast").text()).isEqualTo("Digabung.");
        assertThat(now().verdict().mergedInto()).isEqualTo(first.id());
        assertNotPublic();
        assertThat(inQueue()).isFalse();
        var reporter = new PlainBrowser("id");
        reporter.open("/ikuti/" + receipt.secret().text());
        reporter.follow(".notice a");
        assertThat(reporter.address()).isEqualTo("/aduan/" + first.trackingNumber());
        assertThat(reporter.status()).isEqualTo(200);
    }

    @Test
    void it_is_merged_neither_into_nothing_nor_into_itself_nor_into_what_is_not_accepted() {
        var waiting = Stories.pending("Yang lain, juga belum diperiksa.");
        merge("MKS-0000-0000");
        assertThat(administrator.status()).isEqualTo(422);
        assertThat(administrator.page().select("main").text()).contains("Tidak ada aduan dengan nomor itu");
        for (var other : List.of(number(), waiting.trackingNumber().text())) {
            administrator.open(address());
            merge(other);
            assertThat(administrator.status()).isEqualTo(409);
            assertThat(administrator.page().select("main").text()).contains("Keadaan aduan ini tidak memungkinkan");
        }
        assertUntouched();
    }

    @Test
    void a_corrected_complaint_comes_to_the_board_of_the_right_agency() {
        var right = PlainBrowser.signedIn(TestStaff.operator("pariwisata"));
        var wrong = PlainBrowser.signedIn(TestStaff.operator("kebersihan"));
        correct(now().subject().category());
        assertThat(administrator.status()).isEqualTo(422);
        assertThat(administrator.page().select("main").text()).contains("Pilih jenis aduan lain");
        assertUntouched();

        administrator.open(address());
        correct(Stories.ordinary("pariwisata").id());
        assertThat(administrator.address()).isEqualTo(address());
        assertThat(administrator.page().select(".toast").text()).isEqualTo("Jenisnya dibetulkan.");
        assertThat(onBoard(right)).as("not before it is accepted").isFalse();

        administrator.form("form#terima").tick("checked").send();
        assertThat(onBoard(right)).isTrue();
        assertThat(onBoard(wrong)).isFalse();
    }

    @Test
    void a_wrong_kind_is_corrected_and_the_category_stays() {
        administrator
                .form("form[action$=/correction]")
                .fill("kind", "INFORMATION")
                .send();
        assertThat(administrator.page().select(".toast").text()).isEqualTo("Jenisnya dibetulkan.");
        assertThat(now().subject().kind()).isEqualTo(Kind.INFORMATION);
        assertThat(administrator.page().select(".decide .badge.kind").text()).isEqualTo("Permintaan informasi");
    }

    @Test
    void a_switch_is_added_for_good() {
        administrator.form("form[action$=/protection]").tick("anonymous").send();
        assertThat(now().privacy()).isEqualTo(new Complaint.Privacy(true, false));

        var form = administrator.form("form[action$=/protection]");
        assertThat(form.offers("anonymous")).isFalse();
        form.send();
        assertThat(administrator.status()).as("nothing was added").isEqualTo(409);
        assertThat(now().privacy()).isEqualTo(new Complaint.Privacy(true, false));

        administrator.open(address());
        administrator.form("form[action$=/protection]").tick("confidential").send();
        assertThat(now().privacy()).isEqualTo(new Complaint.Privacy(true, true));
        assertThat(administrator.page().select("form[action$=/protection]")).isEmpty();
        administrator.form("form#terima").tick("checked").send();
        assertThat(now().verdict().validation()).isEqualTo(Validation.VALID);
        assertNotPublic();
    }

    @Test
    void a_public_complaint_that_becomes_rahasia_is_gone_at_once() {
        administrator.form("form#terima").tick("checked").send();
        var onlooker = new PlainBrowser("id");
        onlooker.open("/aduan/" + number());
        assertThat(onlooker.status()).isEqualTo(200);
        administrator.open(address());
        administrator.form("form[action$=/protection]").tick("confidential").send();
        assertNotPublic();
        assertThat(onlooker.open("/").select("[data-number=" + number() + "]")).isEmpty();
    }

    @Test
    void a_look_at_the_reporter_shows_who_it_was_and_leaves_one_row_that_says_who_looked() {
        var account = TestStaff.account(NewStaff.administrator(TestStaff.username("admin"), "Administrator"));
        var curious = PlainBrowser.signedIn(TestStaff.cookie(account));
        curious.open(address());
        assertThat(curious.page().text()).doesNotContain(Stories.REPORTER.name());
        assertThat(history()).hasSize(1);
        curious.form("form[action$=/reporter]").send();
        assertThat(curious.status()).isEqualTo(200);
        assertThat(curious.page().select(".facts").text())
                .contains(Stories.REPORTER.name())
                .contains(Stories.REPORTER.contact());
        assertThat(history()).hasSize(2);
        var look = history().getLast();
        assertThat(look.act()).isEqualTo(Reporters.LOOKED_AT_REPORTER);
        assertThat(look.actorRole()).isEqualTo(Actor.Role.ADMINISTRATOR);
        assertThat(look.actorId()).isEqualTo(account);
        assertThat(look.facts() + "" + look.detail()).doesNotContain(Stories.REPORTER.name());
    }

    @Test
    void the_slower_of_two_administrators_is_told_what_happened_and_overwrites_nothing() {
        var slower = looking("id");
        var english = looking("en");
        administrator.form("form#terima").tick("checked").send();
        var accepted = now();
        // A look in between is no change, and nothing that the slower one would have to know.
        administrator.open(address());
        administrator.form("form[action$=/reporter]").send();

        slower.form("form[action$=/dismissal]")
                .fill("reason", "TEST")
                .fill("words", "Percobaan?")
                .send();
        assertThat(slower.status()).isEqualTo(409);
        assertThat(slower.page().select("h1").text()).isEqualTo("Petugas lain lebih dulu");
        assertThat(slower.page().select("main").text())
                .contains("aduan ini diterima")
                .contains("Perubahan Anda tidak disimpan");
        assertThat(slower.page().select("textarea").text()).as("what was typed").isEqualTo("Percobaan?");
        assertThat(slower.page().select(".actions a").attr("href")).isEqualTo(address());
        english.form("form#terima").tick("checked").send();
        assertThat(english.status()).isEqualTo(409);
        assertThat(english.page().select("main").text())
                .contains("this complaint was accepted")
                .contains("Your change was not kept");
        assertThat(now()).isEqualTo(accepted);
        assertThat(acts()).containsExactly(Act.FILED.name(), Act.ACCEPTED.name(), Reporters.LOOKED_AT_REPORTER);
    }

    @Test
    void of_two_decisions_in_the_same_moment_one_is_made_and_the_other_refused() throws Exception {
        var both = new CyclicBarrier(2);
        var deciding = new ArrayList<Callable<Integer>>();
        for (var reason : List.of(DismissalReason.TEST, DismissalReason.ABUSIVE)) {
            var browser = looking("id");
            var form = browser.form("form[action$=/dismissal]")
                    .fill("reason", reason.name())
                    .fill("words", "Karena " + reason);
            deciding.add(() -> {
                both.await(20, TimeUnit.SECONDS);
                form.send();
                return browser.status();
            });
        }
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = new ArrayList<Integer>();
            for (var answer : threads.invokeAll(deciding)) {
                answers.add(answer.get());
            }
            assertThat(answers).containsExactlyInAnyOrder(200, 409);
        }
        assertThat(acts()).containsExactly(Act.FILED.name(), Act.DISMISSED.name());
        assertThat(history().getLast().words("reason"))
                .isEqualTo("Karena " + now().verdict().reason());
    }

    @Test
    void a_number_that_nobody_has_is_answered_in_words() {
        administrator.open("/admin/aduan/MKS-0000-0000");
        assertThat(administrator.status()).isEqualTo(404);
        assertThat(administrator.page().select("main").text()).contains("Tidak ada aduan dengan nomor ini.");
    }

    private void merge(String into) {
        administrator.form("form[action$=/merger]").fill("into", into).send();
    }

    private void correct(String category) {
        administrator
                .form("form[action$=/correction]")
                .fill("category", category)
                .send();
    }

    private PlainBrowser looking(String language) {
        var browser = new PlainBrowser(language).with("session", TestStaff.administrator());
        browser.open(address());
        assertThat(browser.status()).isEqualTo(200);
        return browser;
    }

    private boolean inQueue() {
        administrator.open("/admin");
        return !item().isEmpty();
    }

    private org.jsoup.select.Elements item() {
        return administrator.page().select(".queue a[data-number=" + number() + "]");
    }

    private boolean onBoard(PlainBrowser operator) {
        var board = operator.open("/operator?q=" + number());
        assertThat(board.select(".column")).hasSize(3);
        return !board.select("[data-number=" + number() + "]").isEmpty();
    }

    private void assertUntouched() {
        assertThat(now().version()).isEqualTo(1);
        assertThat(now().verdict().validation()).isEqualTo(Validation.PENDING);
        assertThat(acts()).containsExactly(Act.FILED.name());
        assertNotPublic();
    }

    private void assertNotPublic() {
        var onlooker = new PlainBrowser("id");
        onlooker.open("/aduan/" + number());
        assertThat(onlooker.status()).isEqualTo(404);
        assertThat(onlooker.page().text()).doesNotContain("belum diangkut sejak Senin");
    }

    private String address() {
        return "/admin/aduan/" + number();
    }

    private String number() {
        return receipt.trackingNumber().text();
    }

    private Complaint now() {
        return Stories.now(receipt);
    }

    private List<Recorded> history() {
        return complaints.history(now().id());
    }

    private List<String> acts() {
        return history().stream().map(Recorded::act).toList();
    }
}
