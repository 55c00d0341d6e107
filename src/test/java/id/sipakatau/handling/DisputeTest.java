package id.sipakatau.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sipakatau.city.Category;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.IllegalTransition;
import id.sipakatau.complaint.Receipt;
import id.sipakatau.evidence.CameraPhoto;
import id.sipakatau.evidence.Photo;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.journal.Actor;
import id.sipakatau.testing.PlainBrowser;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two agencies that disagree whose a complaint is, and the administrator who says so; without JavaScript. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class DisputeTest extends CaseTest {

    private static final String WHY = "Pantai ini dikelola pihak lain, bukan dinas kami.";

    private static final Complaint.Privacy OPEN = new Complaint.Privacy(false, false);

    private PlainBrowser tourism;
    private PlainBrowser administrator;

    @Override
    Receipt filed() {
        return Stories.pending("Sampah plastik di tepi pantai.");
    }

    @BeforeEach
    void the_others() {
        tourism = PlainBrowser.signedIn(TestStaff.operator("pariwisata"));
        administrator = PlainBrowser.signedIn(TestStaff.administrator());
    }

    @Test
    void agency_that_gave_it_away_is_not_offered_it_again_and_the_administrator_decides() {
        handOver();
        tourism.open(address());
        assertThat(tourism.page().select("form[action$=/handover] option").eachAttr("value"))
                .contains(Stories.ordinary("kepolisian").id())
                .doesNotContain(complaint.subject().category());
        var taken = now();
        var actor = Actor.operator(UUID.randomUUID(), "pariwisata");
        var back = complaint.subject().category();
        assertThatThrownBy(() -> taken.handOver(actor, Instant.now(), back, "Kembali ke kalian", city))
                .isInstanceOfSatisfying(
                        IllegalTransition.class,
                        refused -> assertThat(refused.why()).isEqualTo(IllegalTransition.Why.GIVEN_AWAY));

        dispute();
        assertThat(tourism.page().select("form[action$=/handover], form[action$=/dispute]"))
                .isEmpty();
        assertThat(tourism.page().text()).contains("Menunggu putusan administrator");

        administrator.open("/admin/sengketa");
        administrator.open("/admin/aduan/" + number());
        assertThat(administrator.page().select("#putuskan").text()).contains(WHY, "Kebersihan");
        var promised = now().handling().promisedBy();
        settle(complaint.subject().category());
        assertThat(administrator.page().select(".queue [data-number=" + number() + "]"))
                .isEmpty();
        assertThat(column()).isEqualTo("belum");
        assertThat(now().custody().isDisputed()).isFalse();
        assertThat(now().custody().before()).containsExactly("pariwisata");
        assertThat(now().handling().promisedBy()).as("a clock of its own").isNotEqualTo(promised);
        assertThat(acts()).endsWith("HANDED_OVER", "DISPUTED", "SETTLED");
    }

    @Test
    void agency_that_has_to_keep_it_keeps_its_clock() {
        handOver();
        dispute();
        var before = now().handling();
        administrator.open("/admin/aduan/" + number());
        settle(Stories.ordinary("pariwisata").id());
        assertThat(now().subject().agency()).isEqualTo("pariwisata");
        assertThat(now().handling()).isEqualTo(before);
    }

    @Test
    void what_agencies_say_of_each_other_only_staff_read() {
        handOver();
        dispute();
        var reporter = new PlainBrowser("id").open("/ikuti/" + receipt.secret().text());
        assertThat(reporter.text()).contains("Administrator diminta memutuskan").doesNotContain(WHY);
        var onlooker = new PlainBrowser("id").open("/aduan/" + number());
        assertThat(onlooker.text()).doesNotContain("diminta memutuskan", WHY);
        administrator.open("/admin/aduan/" + number());
        settle(Stories.ordinary("pariwisata").id());
        assertThat(new PlainBrowser("id").open("/aduan/" + number()).text())
                .contains("Administrator memutuskan: ditangani Pariwisata", "Jalan ini milik kota.")
                .doesNotContain(WHY);
    }

    @Test
    void work_that_is_done_meanwhile_ends_the_dispute() {
        operator.open(address());
        operator.form("form[action$=/dispute]").fill("reason", WHY).send();
        complaint = Stories.finished(Stories.started(now()));
        assertThat(now().custody().isDisputed()).isFalse();
        administrator.open("/admin/aduan/" + number());
        assertThat(administrator.page().select("#putuskan")).isEmpty();
    }

    @Test
    void proofs_of_one_agency_are_none_of_the_next() {
        complaint = Stories.started(complaint);
        Stories.proven(complaint, CameraPhoto.taken(Instant.now(), -5.1340, 119.4058, 900));
        complaint = Stories.disputed(complaint);
        administrator.open("/admin/aduan/" + number());
        settle(Stories.ordinary("pariwisata").id());
        assertThat(now().subject().agency()).isEqualTo("pariwisata");
        assertThat(proofs()).isEmpty();

        complaint = Stories.now(Stories.pending(emergency("pemadam"), "Asap dari gudang.", OPEN));
        complaint = Stories.started(complaint);
        Stories.proven(complaint, CameraPhoto.taken(Instant.now(), -5.1340, 119.4058, 900));
        administrator.open("/admin/aduan/" + number());
        administrator
                .form("form[action$=/correction]")
                .fill("category", emergency("kepolisian").id())
                .send();
        assertThat(now().subject().agency()).isEqualTo("kepolisian");
        assertThat(proofs()).isEmpty();
    }

    @Test
    void what_the_administrator_turned_down_or_gave_to_another_is_no_dispute_any_more() {
        complaint = Stories.disputed(Stories.now(Stories.pending(emergency("pemadam"), "Asap dari gudang.", OPEN)));
        administrator.open("/admin/aduan/" + number());
        assertThat(administrator.page().select("#putuskan")).hasSize(1);
        var late = administrator.form("#putuskan");
        administrator
                .form("form[action$=/dismissal]")
                .fill("reason", "TEST")
                .fill("words", "Hanya latihan.")
                .send();
        assertThat(now().custody().isDisputed()).isFalse();
        late.fill("category", emergency("kepolisian").id())
                .fill("reason", "Polisi saja.")
                .send();
        assertThat(administrator.status()).isEqualTo(409);
        assertThat(now().subject().agency()).isEqualTo("pemadam");

        complaint = Stories.disputed(Stories.now(Stories.pending(emergency("pemadam"), "Api di dapur.", OPEN)));
        administrator.open("/admin/aduan/" + number());
        administrator
                .form("form[action$=/correction]")
                .fill("category", emergency("kepolisian").id())
                .send();
        assertThat(administrator.page().select("#putuskan")).isEmpty();
        assertThat(now().custody().isDisputed()).isFalse();
    }

    private Category emergency(String agency) {
        return city.categories(agency).stream()
                .filter(Category::emergency)
                .findFirst()
                .orElseThrow();
    }

    private List<Photo> proofs() {
        return jdbi.withHandle(handle -> vault.withDetails(handle, complaint.id())).stream()
                .filter(photo -> photo.role() == Photo.Role.PROOF)
                .toList();
    }

    private void handOver() {
        operator.open(address());
        operator.form("form[action$=/handover]")
                .fill("category", Stories.ordinary("pariwisata").id())
                .fill("reason", "Ini urusan pariwisata")
                .send();
    }

    private void dispute() {
        tourism.open(address());
        tourism.form("form[action$=/dispute]").fill("reason", WHY).send();
    }

    private void settle(String category) {
        administrator
                .form("#putuskan")
                .fill("category", category)
                .fill("reason", "Jalan ini milik kota.")
                .send();
    }
}
