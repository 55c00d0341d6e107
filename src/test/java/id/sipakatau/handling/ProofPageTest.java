package id.sipakatau.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Outcome;
import id.sipakatau.complaint.Progress;
import id.sipakatau.complaint.Receipt;
import id.sipakatau.evidence.CameraPhoto;
import id.sipakatau.evidence.Photo;
import id.sipakatau.evidence.PhotoVault.Intake;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.testing.PlainBrowser;
import id.sipakatau.testing.PlainForm;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was found about a proof: who reads what of it, and what an operator has to say to it. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ProofPageTest extends CaseTest {

    private static final String REASON = "Ponsel regu hilang, foto dikirim lewat grup.";

    @Override
    Receipt filed() {
        var category = city.categories("kebersihan").stream()
                .filter(each -> each.proofRequired() && each.publishable() && !each.emergency())
                .findFirst()
                .orElseThrow();
        return Stories.pending(category, "Sampah di kanal belum diangkut.", new Complaint.Privacy(false, false));
    }

    @BeforeEach
    void work_has_begun() {
        complaint = Stories.started(complaint);
    }

    @Test
    void a_photo_is_looked_at_before_the_work_is_finished_and_waits_for_nobody_else_to_see() {
        form().fill("words", "Sudah bersih.")
                .choose("camera", "hasil.jpg", "image/jpeg", taken(Instant.now()))
                .press("#unggah");
        assertThat(operator.status()).isEqualTo(200);
        assertThat(operator.page().select(".proof-list > li").text()).contains("Tidak ada temuan.");
        assertThat(operator.page().select("[name=findingReason]")).isEmpty();
        assertThat(operator.form("form#selesai").value("words")).isEqualTo("Sudah bersih.");
        assertThat(now()).isEqualTo(complaint);
        assertThat(publicPage().select(".hero-photo img")).hasSize(1);
        assertThat(reporterPage().select(".compare")).isEmpty();

        operator.form("form#selesai").send();
        assertThat(now().handling().progress()).isEqualTo(Progress.DONE);
        assertThat(photos()).extracting(Photo::role).containsExactly(Photo.Role.REPORT, Photo.Role.COMPLETION);
        assertThat(reporterPage().select(".compare section")).hasSize(2);
        assertThat(reporterPage().select(".compare figcaption")).isEmpty();
        assertThat(findings()).isNull();
    }

    @Test
    void a_photo_of_another_complaint_needs_a_reason_that_staff_read_and_the_public_does_not() {
        var photo = taken(Instant.now());
        var other = Stories.accepted(Stories.pending("Sampah di jalan sebelah."));
        attach(other, photo);
        var used = "Foto ini dipakai di " + other.trackingNumber();
        send(form().fill("words", "Sudah bersih.").choose("camera", "hasil.jpg", "image/jpeg", photo), 422);
        assertThat(operator.page().select(".errors").text()).contains("Ada temuan pada foto.");
        assertThat(operator.page().select(".proof-list .findings a").attr("href"))
                .isEqualTo("/operator/aduan/" + other.trackingNumber());
        assertThat(operator.page().select(".proof-list").text()).contains(used);
        assertThat(now()).isEqualTo(complaint);

        send(operator.form("form#selesai").fill("findingReason", " "), 422);
        send(operator.form("form#selesai").fill("findingReason", REASON), 200);
        assertThat(now().handling().outcome()).isEqualTo(Outcome.RESOLVED);
        assertThat(findings()).isEqualTo(List.of("SAME_FILE"));
        assertThat(complaints.history(complaint.id()).getLast().words("findingReason"))
                .isEqualTo(REASON);

        for (var staff : List.of(TestStaff.head("kebersihan"), TestStaff.operator("kebersihan"))) {
            var page = PlainBrowser.signedIn(staff).open(address());
            assertThat(page.select(".evidence").text()).contains(used);
            assertThat(page.select(".timeline").text()).contains(REASON);
        }
        var admin = PlainBrowser.signedIn(TestStaff.administrator()).open("/admin/aduan/" + number());
        assertThat(admin.select(".evidence").text()).contains(used);
        assertThat(reporterPage().select(".compare figcaption").text()).contains(used);
        assertThat(reporterPage().text()).doesNotContain(REASON);
        assertThat(publicPage().text()).doesNotContain(REASON, "Foto ini dipakai");
    }

    @Test
    void of_a_complaint_that_is_not_theirs_to_know_nobody_reads_number_or_time() {
        var photo = taken(Instant.now());
        var hidden = Stories.shielded(Stories.accepted(
                Stories.pending(Stories.ordinary("pariwisata"), "Rahasia.", new Complaint.Privacy(false, false))));
        attach(hidden, photo);
        var number = hidden.trackingNumber().text();
        form().choose("camera", "hasil.jpg", "image/jpeg", photo).press("#unggah");
        assertThat(operator.page().select(".findings").text()).isEqualTo("Foto ini pernah dipakai di aduan lain.");
        assertThat(operator.page().html()).doesNotContain(number, hidden.id().toString());
        send(operator.form("form#selesai").fill("words", "Sudah.").fill("findingReason", REASON), 200);
        assertThat(operator.page().html()).doesNotContain(number);

        assertThat(reporterPage().select(".compare figcaption").text())
                .isEqualTo("Foto ini pernah dipakai di aduan lain.");
        assertThat(reporterPage().html()).doesNotContain(number, hidden.id().toString());
        var admin = PlainBrowser.signedIn(TestStaff.administrator()).open("/admin/aduan/" + number());
        assertThat(admin.select(".evidence .findings a").attr("href")).isEqualTo("/admin/aduan/" + number);
    }

    @Test
    void time_place_and_gallery_are_told_in_both_languages() {
        var old = CameraPhoto.taken(Instant.now().minusSeconds(3 * 86_400 + 60), -5.1509, 119.4056, 640);
        form().choose("photos", "lama.jpg", "image/jpeg", old).press("#unggah");
        assertThat(operator.page().select(".findings li").eachText())
                .containsExactly(
                        "Dipilih dari galeri, bukan diambil saat itu.",
                        "Diambil 3 hari lalu.",
                        "Diambil 1,9 km dari lokasi.");
        operator.with("lang", "en");
        assertThat(operator.open(address()).select(".findings li").eachText())
                .containsExactly(
                        "Chosen from the gallery, not taken at the time.",
                        "Taken 3 days ago.",
                        "Taken 1.9 km from the place.");
    }

    @Test
    void a_photo_is_taken_away_and_what_was_typed_stays() {
        form().choose("camera", "hasil.jpg", "image/jpeg", taken(Instant.now())).press("#unggah");
        operator.form("form#selesai").fill("words", "Hampir.").press(".proof-list button");
        assertThat(operator.page().select(".proof-list")).isEmpty();
        assertThat(operator.form("form#selesai").value("words")).isEqualTo("Hampir.");
    }

    @Test
    void at_most_four_photos_wait_and_none_goes_along_to_another_agency() {
        var form = form();
        for (int i = 0; i < 4; i++) {
            form.choose("camera", "hasil.jpg", "image/jpeg", taken(Instant.now().minusSeconds(i)));
        }
        form.press("#unggah");
        assertThat(operator.status()).isEqualTo(200);
        operator.form("form#selesai")
                .choose("camera", "hasil.jpg", "image/jpeg", taken(Instant.now().minusSeconds(9)))
                .press("#unggah");
        assertThat(operator.status()).isEqualTo(422);
        assertThat(operator.page().select(".proof-list > li")).hasSize(4);
        operator.form("form[action$=/handover]")
                .fill("category", Stories.ordinary("pariwisata").id())
                .fill("reason", "Ini di kawasan wisata.")
                .send();
        var left = jdbi.withHandle(handle -> vault.withDetails(handle, complaint.id()));
        assertThat(left).extracting(Photo::role).containsExactly(Photo.Role.REPORT);
    }

    @Test
    void a_photo_that_comes_while_the_case_goes_to_others_is_none_of_theirs() {
        var form = form().choose("camera", "hasil.jpg", "image/jpeg", taken(Instant.now()));
        meanwhile(
                () -> form.press("#unggah"),
                "UPDATE complaint SET version = version + 1, agency = 'bpbd' WHERE id = ?");
        assertThat(proofs()).isEmpty();
    }

    @Test
    void a_photo_is_not_taken_away_from_a_completion_that_is_proposed_at_that_moment() {
        Stories.proven(complaint, taken(Instant.now()));
        operator.open(address());
        var form = operator.form("form#selesai");
        meanwhile(() -> form.press("[formaction*=/removal]"), """
                UPDATE complaint
                SET version = version + 1, proposed_at = now(), proposed_by = gen_random_uuid(), proposed_outcome = 'RESOLVED',
                    proposed_words = 'Beres.'
                WHERE id = ?""");
        assertThat(operator.status()).isEqualTo(409);
        assertThat(proofs()).hasSize(1);
    }

    /** Lets somebody change the case on another node while something about it is under way. */
    private void meanwhile(Runnable underWay, String change) {
        try (var other = jdbi.open()) {
            other.begin();
            other.execute(change, complaint.id());
            var done = CompletableFuture.runAsync(underWay);
            await().until(() -> done.isDone() || isSomebodyWaiting());
            other.commit();
            done.join();
        }
    }

    private boolean isSomebodyWaiting() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT EXISTS (SELECT FROM pg_stat_activity
                                       WHERE datname = current_database() AND wait_event_type = 'Lock')
                        """).mapTo(Boolean.class).one());
    }

    private List<Photo> proofs() {
        return jdbi.withHandle(handle -> vault.withDetails(handle, complaint.id())).stream()
                .filter(photo -> photo.role() == Photo.Role.PROOF)
                .toList();
    }

    private PlainForm form() {
        operator.open(address());
        return operator.form("form#selesai").fill("outcome", "RESOLVED");
    }

    private void send(PlainForm form, int status) {
        form.send();
        assertThat(operator.status()).isEqualTo(status);
    }

    private @Nullable Object findings() {
        return complaints.history(complaint.id()).getLast().facts().get("findings");
    }

    private Document publicPage() {
        return new PlainBrowser("id").open("/aduan/" + number());
    }

    private Document reporterPage() {
        return new PlainBrowser("id").open("/ikuti/" + receipt.secret().text());
    }

    private void attach(Complaint other, byte[] file) {
        var kept = (Intake.Kept) vault.prepare(new ByteArrayInputStream(file), Photo.Source.CAMERA, city.zone());
        jdbi.useTransaction(handle -> vault.attach(handle, other.id(), Photo.Role.REPORT, 1, kept.photo()));
    }

    private static byte[] taken(Instant at) {
        return CameraPhoto.taken(at, -5.1339, 119.4056, 640);
    }
}
