package id.sipakatau.handling;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.city.Category;
import id.sipakatau.complaint.Act;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Outcome;
import id.sipakatau.complaint.Progress;
import id.sipakatau.complaint.Receipt;
import id.sipakatau.evidence.CameraPhoto;
import id.sipakatau.evidence.Photo;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.testing.PlainBrowser;
import id.sipakatau.testing.PlainForm;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What an operator does with a complaint, through the forms of its page, and what comes back when it can not be. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class CaseActionsTest extends CaseTest {

    private static final String WORDS = "Sudah diangkut & disapu; \"bersih\".\nTerima kasih.";

    @Override
    Receipt filed() {
        return Stories.pending(proven(true), "Sampah di kanal belum diangkut.", new Complaint.Privacy(false, false));
    }

    @Test
    void started_work_moves_to_the_next_column_with_words_that_everybody_reads() {
        assertThat(column()).isEqualTo("belum");
        operator.open(address());
        operator.form("form[action$=/start]")
                .fill("words", "Petugas menuju lokasi.")
                .send();
        assertThat(operator.page().select(".toast").text()).startsWith("Penanganan dimulai.");
        assertThat(now().handling().progress()).isEqualTo(Progress.IN_PROGRESS);
        assertThat(column()).isEqualTo("sedang");
        var onlooker = new PlainBrowser("id").open("/aduan/" + number());
        assertThat(onlooker.select(".steps li.sedang[aria-current=step]")).hasSize(1);
        assertThat(onlooker.select("blockquote.answer").text()).contains("Petugas menuju lokasi.");
    }

    @Test
    void an_answer_that_lacks_something_comes_back_with_all_that_was_typed() {
        complaint = Stories.started(complaint);
        refused(finishing().clear("outcome"), "Pilih dulu hasilnya.", "");
        refused(finishing().fill("outcome", "RESOLVED"), "perlu foto hasil pekerjaan", "RESOLVED");
        refused(
                finishing()
                        .choose(
                                "camera",
                                "hasil.jpg",
                                "image/jpeg",
                                "Saya bukan foto.".getBytes(StandardCharsets.UTF_8)),
                "Berkas ini bukan foto.",
                "ANSWERED");
        var photo = photo();
        refused(
                finishing()
                        .choose("camera", "baik.jpg", "image/jpeg", photo)
                        .choose("camera", "cacat.jpg", "image/jpeg", java.util.Arrays.copyOf(photo, photo.length / 3)),
                "Fotonya rusak atau terpotong.",
                "ANSWERED");
    }

    @Test
    void an_answer_without_words_is_refused_in_both_languages() {
        complaint = Stories.started(complaint);
        refused(finishing().fill("words", " "), "Kata-katanya belum diisi", "ANSWERED", " ");
        operator.with("lang", "en");
        refused(finishing().fill("words", " "), "The words are missing", "ANSWERED", " ");
        refused(
                finishing().choose("camera", "hasil.jpg", "image/jpeg", new byte[] {1, 2, 3}),
                "This file is not a photo",
                "ANSWERED");
    }

    @Test
    void the_form_that_came_back_can_be_sent_again_and_ends_the_work() {
        complaint = Stories.started(complaint);
        finishing()
                .choose("camera", "hasil.jpg", "image/jpeg", new byte[] {1, 2, 3})
                .send();
        operator.form("form#selesai")
                .choose("camera", "hasil.jpg", "image/jpeg", photo())
                .choose("camera", "hasil-2.jpg", "image/jpeg", CameraPhoto.taken(Instant.now(), -5.1338, 119.4055, 480))
                .send();
        assertThat(operator.page().select(".toast").text()).startsWith("Selesai.");
        var handling = now().handling();
        assertThat(handling.progress()).isEqualTo(Progress.DONE);
        assertThat(handling.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(operator.page().select("form[action$=/start], form#selesai, form[action$=/handover]"))
                .isEmpty();
        assertThat(photos())
                .extracting(Photo::role)
                .containsExactly(Photo.Role.REPORT, Photo.Role.COMPLETION, Photo.Role.COMPLETION);
        assertThat(column()).isEqualTo("telah");
        var onlooker = new PlainBrowser("id").open("/aduan/" + number());
        assertThat(onlooker.expectFirst("blockquote.answer:last-of-type .words").wholeText())
                .isEqualTo(WORDS);
        assertThat(onlooker.select(".hero-photo figcaption")).hasSize(2);
    }

    @Test
    void a_kind_that_needs_no_proof_is_finished_without_a_photo() {
        complaint = Stories.started(Stories.accepted(
                Stories.pending(proven(false), "Orang membuang sampah.", new Complaint.Privacy(false, false))));
        finishing().fill("outcome", "RESOLVED").send();
        assertThat(operator.status()).isEqualTo(200);
        assertThat(now().handling().outcome()).isEqualTo(Outcome.RESOLVED);
    }

    @Test
    void a_line_break_counts_once_as_it_does_in_the_form() {
        complaint = Stories.started(complaint);
        var longest = "kata\n".repeat(400).strip() + ".";
        assertThat(longest).hasSize(Complaint.LONGEST_WORDS);
        finishing().fill("words", longest + "!").send();
        assertThat(operator.status()).isEqualTo(422);
        finishing().fill("words", longest).send();
        assertThat(now().handling().progress()).isEqualTo(Progress.DONE);
        assertThat(complaints.history(complaint.id()).getLast().words("words")).isEqualTo(longest);
    }

    @Test
    void what_is_handed_over_leaves_the_one_board_and_comes_to_the_other() {
        var other = PlainBrowser.signedIn(TestStaff.operator("pariwisata"));
        operator.open(address());
        handOver("");
        assertThat(operator.status()).isEqualTo(422);
        assertThat(operator.page().select("main").text()).contains("Kata-katanya belum diisi");
        assertThat(now()).isEqualTo(complaint);

        operator.open(address());
        handOver("Ini di kawasan wisata.");
        assertThat(operator.address()).isEqualTo("/operator");
        assertThat(operator.page().select(".toast").text()).isEqualTo("Aduan dialihkan.");
        assertThat(operator.page().select("[data-number=" + number() + "]")).isEmpty();
        operator.open(address());
        assertThat(operator.status()).isEqualTo(404);

        assertThat(other.open(board()).select(".column.belum [data-number=" + number() + "]"))
                .hasSize(1);
        other.open(address());
        assertThat(other.page().select(".timeline").text()).contains("Ini di kawasan wisata.");
        assertThat(now().subject().agency()).isEqualTo("pariwisata");
        assertThat(new PlainBrowser("id").open("/aduan/" + number()).text()).contains("belum diangkut");
    }

    @Test
    void of_two_operators_who_start_at_once_one_wins_and_the_other_is_told() throws Exception {
        var colleague = PlainBrowser.signedIn(TestStaff.operator("kebersihan"));
        var both = new CyclicBarrier(2);
        var starting = new ArrayList<Callable<PlainBrowser>>();
        for (var browser : List.of(operator, colleague)) {
            browser.open(board());
            var form = browser.form(".column.belum [data-number=" + number() + "] form");
            starting.add(() -> {
                both.await(20, TimeUnit.SECONDS);
                form.send();
                return browser;
            });
        }
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = new ArrayList<Integer>();
            for (var done : threads.invokeAll(starting)) {
                var browser = done.get();
                answers.add(browser.status());
                if (browser.status() == 409) {
                    assertThat(browser.page().select("h1").text()).isEqualTo("Petugas lain lebih dulu");
                    assertThat(browser.page().select("main").text()).contains("penanganan dimulai");
                }
            }
            assertThat(answers).containsExactlyInAnyOrder(200, 409);
        }
        assertThat(acts()).containsExactly(Act.FILED.name(), Act.ACCEPTED.name(), Act.STARTED.name());
    }

    @Test
    void an_answer_to_what_changed_meanwhile_is_refused_and_overwrites_nothing() {
        complaint = Stories.started(complaint);
        var late = finishing().choose("camera", "hasil.jpg", "image/jpeg", photo());
        var finished = Stories.finished(complaint);
        late.send();
        assertThat(operator.status()).isEqualTo(409);
        assertThat(operator.page().select("main").text()).contains("penanganan diselesaikan");
        assertThat(operator.page().select("textarea").text()).isEqualToNormalizingNewlines(WORDS);
        assertThat(now()).isEqualTo(finished);
        assertThat(photos()).hasSize(1);
    }

    /** The form to finish, filled in but for a photo. */
    private PlainForm finishing() {
        operator.open(address());
        return operator.form("form#selesai").fill("outcome", "ANSWERED").fill("words", WORDS);
    }

    private void refused(PlainForm form, String why, String outcome) {
        refused(form, why, outcome, WORDS);
    }

    private void refused(PlainForm form, String why, String outcome, String words) {
        form.send();
        assertThat(operator.status()).isEqualTo(422);
        assertThat(operator.page().select(".errors").text()).contains(why);
        var again = operator.form("form#selesai");
        assertThat(again.value("words").replace("\r", "")).isEqualTo(words);
        assertThat(again.value("outcome")).isEqualTo(outcome);
        assertThat(now()).isEqualTo(complaint);
        assertThat(photos()).hasSize(1);
    }

    private void handOver(String reason) {
        operator.form("form[action$=/handover]")
                .fill("category", Stories.ordinary("pariwisata").id())
                .fill("reason", reason)
                .send();
    }

    /** A category of the cleanliness agency that needs a photo of the result, or one that does not. */
    private Category proven(boolean proof) {
        return city.categories("kebersihan").stream()
                .filter(each -> each.proofRequired() == proof && !each.emergency() && each.publishable())
                .findFirst()
                .orElseThrow();
    }

    private static byte[] photo() {
        return CameraPhoto.taken(Instant.now(), -5.1339, 119.4056, 640);
    }
}
