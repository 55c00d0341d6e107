package id.sipakatau.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sipakatau.complaint.IllegalTransition;
import id.sipakatau.complaint.Receipt;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.journal.Actor;
import id.sipakatau.testing.PlainBrowser;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two agencies that disagree whose a complaint is, and the administrator who says so; without JavaScript. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class DisputeTest extends CaseTest {

    private static final String WHY = "Pantai ini dikelola pihak lain, bukan dinas kami.";

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
