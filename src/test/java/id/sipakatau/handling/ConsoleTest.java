package id.sipakatau.handling;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Receipt;
import id.sipakatau.identity.NewStaff;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.testing.PlainBrowser;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operator's list: what the address asks for, the views that somebody keeps, and whose a case is. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ConsoleTest extends CaseTest {

    private UUID me;

    @Override
    Receipt filed() {
        return Stories.pending("Selokan di belakang rumah sakit tersumbat.");
    }

    @BeforeEach
    void an_operator_with_a_name() {
        me = account("Operator Satu");
        operator = PlainBrowser.signedIn(TestStaff.cookie(me));
    }

    @Test
    void the_table_is_remembered_and_so_is_the_board() {
        assertThat(operator.open("/operator").select(".board")).hasSize(1);
        operator.follow(".shape a[href*=tabel]");
        var table = operator.open(board());
        assertThat(table.select("tr[data-number=" + number() + "]").text()).contains("Selokan di belakang rumah sakit");
        assertThat(operator.open("/operator").select(".board")).isEmpty();
        operator.follow(".shape a[href*=papan]");
        assertThat(operator.open("/operator").select(".board")).hasSize(1);
    }

    @Test
    void the_address_says_which_cases_are_meant() {
        assertThat(isListed("q=RUMAH SAKIT".replace(" ", "%20"))).isTrue();
        assertThat(isListed("q=" + number().substring(4).toLowerCase(Locale.ROOT)))
                .isTrue();
        assertThat(isListed("q=jembatan")).isFalse();
        assertThat(isListed("kategori=" + complaint.subject().category())).isTrue();
        assertThat(isListed("kategori=lain")).isFalse();
        assertThat(isListed("kelurahan=73.71.04.1003")).isTrue();
        assertThat(isListed("kelurahan=73.71.01.1001")).isFalse();
        assertThat(isListed("jenis=pengaduan")).isTrue();
        assertThat(isListed("jenis=informasi")).isFalse();
        assertThat(isListed("status=sedang")).isFalse();
        assertThat(isListed("darurat=1")).isFalse();
        assertThat(isListed("lewat=1")).isFalse();
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE complaint SET promised_by = now() - interval '1 day' WHERE id = :id")
                .bind("id", complaint.id())
                .execute());
        assertThat(isListed("lewat=1")).isTrue();
        assertThat(isListed("milik=saya")).isFalse();
        assertThat(isListed("milik=kosong")).isTrue();
    }

    @Test
    void a_question_keeps_a_case_from_being_overdue_no_longer_than_it_stops_the_clock() {
        complaint = Stories.asked(complaint);
        var head = PlainBrowser.signedIn(TestStaff.head("kebersihan"));
        shifted("1 day");
        assertThat(isListed("lewat=1")).as("the clock stands").isFalse();
        assertThat(isOverdueFor(head)).isFalse();
        shifted("60 days");
        assertThat(isListed("lewat=1")).as("it runs again").isTrue();
        assertThat(isOverdueFor(head)).isTrue();
    }

    /** Lets all that was promised and asked lie further back. */
    private void shifted(String interval) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("UPDATE complaint SET promised_by = now() - CAST(:by AS interval) WHERE id = :id")
                    .bind("by", interval)
                    .bind("id", complaint.id())
                    .execute();
            handle.createUpdate("""
                            UPDATE complaint_clock
                            SET due_at = due_at - CAST(:by AS interval), stands_since = stands_since - CAST(:by AS interval),
                                stands_until = stands_until - CAST(:by AS interval), due_then = due_then - CAST(:by AS interval)
                            WHERE complaint_id = :id AND clock = 'RESOLUTION'
                            """)
                    .bind("by", interval)
                    .bind("id", complaint.id())
                    .execute();
        });
    }

    private boolean isOverdueFor(PlainBrowser head) {
        return head.open("/operator/kepala").text().contains(number());
    }

    @Test
    void an_address_that_nobody_typed_opens_and_is_kept_as_far_as_it_means_something() {
        assertThat(isListed("q=%00&kelurahan=%00")).isTrue();
        assertThat(isListed("kategori=" + "x".repeat(2_000))).isTrue();
        operator.open("/operator?q=" + "%E6%B0%B4".repeat(200));
        operator.form("form[action='/operator/tampilan']")
                .fill("nama", "Banyak huruf")
                .send();
        assertThat(operator.status()).isEqualTo(200);
        assertThat(operator.page().select(".kept-view").text()).contains("Banyak huruf");
    }

    @Test
    void what_waits_for_approval_is_not_offered_to_be_finished() {
        var receipt = Stories.pending(
                Stories.approved(), "Bau limbah di belakang pasar.", new Complaint.Privacy(false, false));
        complaint = Stories.started(Stories.accepted(receipt));
        operator.open("/operator?q=" + number());
        assertThat(operator.page().select("a[href='" + address() + "#selesai']"))
                .hasSize(1);
        complaint = Stories.proposed(complaint, "Sudah ditutup.");
        operator.open("/operator?q=" + number());
        assertThat(operator.page().select("[data-number=" + number() + "]")).hasSize(1);
        assertThat(operator.page().select("a[href='" + address() + "#selesai']"))
                .isEmpty();
    }

    @Test
    void the_nearest_case_comes_first_where_somebody_says_where_they_are() {
        var here = operator.open("/operator?tampilan=tabel&dekat=-5.1339,119.4056");
        assertThat(here.select("tr[data-number=" + number() + "]").text()).contains(" m ");
        var south = operator.open("/operator?tampilan=tabel&dekat=-5.1839,119.4056");
        assertThat(south.select("tr[data-number=" + number() + "]").text()).contains(" km utara");
        operator.form("form[action='/operator/tampilan']")
                .fill("nama", "Dari sini")
                .send();
        assertThat(operator.address()).doesNotContain("dekat");
        assertThat(here.select("tr[data-number]").eachAttr("data-order")).isSorted();
    }

    @Test
    void a_view_is_kept_opened_first_and_deleted_by_its_owner_only() {
        operator.open("/operator?milik=saya&jenis=aspirasi");
        operator.form("form[action='/operator/tampilan']")
                .fill("nama", "Aspirasi saya")
                .tick("utama")
                .send();
        assertThat(operator.open("/operator").select("nav .chip[aria-current]").text())
                .contains("Aspirasi saya");
        assertThat(operator.address()).isEqualTo("/operator?milik=saya&jenis=aspirasi");
        var colleague = PlainBrowser.signedIn(TestStaff.operator("kebersihan"));
        assertThat(colleague.open("/operator").text()).doesNotContain("Aspirasi saya");

        operator.form("form[action$=/utama]").send();
        assertThat(operator.open("/operator") != null).isTrue();
        assertThat(operator.address()).isEqualTo("/operator");
        operator.form("form[action$=/hapus]").send();
        assertThat(operator.page().select(".kept-view")).isEmpty();
    }

    @Test
    void the_map_holds_the_open_cases_of_the_own_agency() {
        // Many complaints of other tests lie at the same place.
        var far = "/operator/peta/kasus.json?q=" + number() + "&bbox=";
        var window = "-5.1340,119.4055,-5.1338,119.4057";
        assertThat(json(operator, far + window)).contains(number()).contains("belum");
        assertThat(json(operator, far + "-5.10,119.40,-5.09,119.41")).doesNotContain(number());
        assertThat(json(operator, far + window + "&milik=saya")).doesNotContain(number());
        assertThat(json(PlainBrowser.signedIn(TestStaff.operator("bpbd")), far + window))
                .doesNotContain(number());
        operator.open(far + "entah");
        assertThat(operator.status()).isEqualTo(400);
        Stories.finished(Stories.started(complaint));
        assertThat(json(operator, far + window)).doesNotContain(number());
    }

    private static String json(PlainBrowser browser, String address) {
        return browser.open(address).text();
    }

    @Test
    void a_view_needs_a_name() {
        operator.open("/operator?lewat=1");
        operator.form("form[action='/operator/tampilan']").fill("nama", " ").send();
        assertThat(operator.status()).isEqualTo(422);
    }

    @Test
    void a_case_that_is_mine_is_among_mine_and_the_journal_names_ids_only() {
        var secret = new PlainBrowser("id");
        operator.open(address());
        operator.form("#tugaskan").fill("kepada", "petugas-" + me).send();
        assertThat(operator.page().select("#tugaskan").text()).contains("Operator Satu");
        assertThat(isListed("milik=saya")).isTrue();
        assertThat(isListed("milik=kosong")).isFalse();
        assertThat(now()).as("nothing of the complaint itself changed").isEqualTo(complaint);
        var row = complaints.history(complaint.id()).getLast();
        assertThat(row.act()).isEqualTo("ASSIGNED");
        assertThat(row.facts()).containsOnlyKeys("agency", "person").containsEntry("person", me.toString());
        assertThat(row.detail()).isEmpty();
        assertThat(secret.open("/aduan/" + number()).text()).doesNotContain("Operator Satu");
    }

    @Test
    void what_the_reporter_says_is_not_done_stands_above_the_work_until_it_is_done() {
        assertThat(operator.open(address()).select("#asal")).isEmpty();
        var contested = Stories.contested(Stories.finished(Stories.started(complaint)));
        assertThat(operator.open(address()).select("#asal").text()).contains("Masih ada.");
        Stories.finished(Stories.started(contested));
        assertThat(operator.open(address()).select("#asal")).isEmpty();
    }

    @Test
    void why_it_was_handed_over_stands_above_the_work() {
        Stories.handedOver(complaint, "bpbd");
        var next = PlainBrowser.signedIn(TestStaff.operator("bpbd"));
        assertThat(next.open(address()).select("#asal").text()).contains("Bukan urusan kami.");
    }

    @Test
    void of_two_who_assign_at_once_the_second_is_told() {
        var colleague = account("Operator Dua");
        var other = PlainBrowser.signedIn(TestStaff.cookie(colleague));
        operator.open(address());
        other.open(address());
        operator.form("#tugaskan").fill("kepada", "petugas-" + me).send();
        other.form("#tugaskan").fill("kepada", "petugas-" + colleague).send();
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.page().text()).contains("baru saja ditugaskan oleh orang lain");
        assertThat(isListed("milik=saya")).isTrue();
    }

    @Test
    void nobody_outside_the_agency_is_given_a_case_and_nobody_gets_what_is_done() {
        var stranger = TestStaff.account(NewStaff.operator(TestStaff.username("lain"), "Orang Lain", "bpbd"));
        for (var to : List.of("petugas-" + stranger, "regu-" + UUID.randomUUID(), "siapa", "")) {
            assertThat(post(address() + "/assignment", "version=0&kepada=" + to))
                    .as(to)
                    .isEqualTo(422);
        }
        Stories.finished(Stories.started(complaint));
        assertThat(post(address() + "/assignment", "version=0&kepada=petugas-" + me))
                .isEqualTo(409);
    }

    @Test
    void a_case_of_my_team_is_mine() {
        var head = PlainBrowser.signedIn(TestStaff.head("kebersihan"));
        head.open("/operator/kepala/regu");
        var name = TestStaff.username("Regu");
        var form = head.form("form[action='/operator/kepala/regu']").fill("nama", name);
        form.check("anggota", me.toString()).send();
        assertThat(head.page().text()).contains(name);
        head.form("form[action='/operator/kepala/regu']").fill("nama", name).send();
        assertThat(head.status()).as("a name that is taken").isEqualTo(422);
        assertThat(head.page().select("#nama-regu").val()).isEqualTo(name);

        operator.open(address());
        var team =
                operator.page().select("#kepada option:contains(" + name + ")").val();
        operator.form("#tugaskan").fill("kepada", team).send();
        assertThat(isListed("milik=saya")).isTrue();
        assertThat(operator.page().select("[data-number=" + number() + "]").text())
                .contains(name);

        head.open("/operator/kepala/regu");
        head.form("form[action$='" + team.substring("regu-".length()) + "/hapus']")
                .send();
        assertThat(isListed("milik=kosong")).isTrue();
    }

    @Test
    void several_are_started_at_once_and_a_list_says_which_were_not() {
        var changed = Stories.accepted(Stories.pending("Pohon tumbang di trotoar."));
        var board = operator.open(board());
        assertThat(board.select("[data-number=" + number() + "]")).hasSize(1);
        Stories.started(changed);
        var answer = operator.submitted(
                "/operator/borongan",
                "langkah=mulai&kasus=" + number() + ":" + complaint.version() + ":0&kasus=" + changed.trackingNumber()
                        + ":" + changed.version() + ":0&kasus=MKS-0000-0000:1:0");
        assertThat(answer.select("h1").text()).contains("1 kasus mulai");
        assertThat(answer.select(".item .error").eachText())
                .hasSize(2)
                .anySatisfy(words -> assertThat(words).contains("penanganan dimulai"))
                .anySatisfy(words -> assertThat(words).contains("Tidak ada aduan dinas Anda"));
        assertThat(now().handling().startedAt()).isNotNull();
    }

    @Test
    void several_are_assigned_at_once_and_it_can_be_undone() {
        var second = Stories.accepted(Stories.pending("Pohon tumbang di taman."));
        var kasus = "&kasus=" + number() + ":2:0&kasus=" + second.trackingNumber() + ":2:0";
        var answer = operator.submitted("/operator/borongan", "langkah=tugaskan&kepada=petugas-" + me + kasus);
        assertThat(answer.select("h1").text()).contains("2 kasus ditugaskan");
        assertThat(isListed("milik=saya")).isTrue();
        operator.submitted("/operator/borongan", "langkah=tugaskan&kepada=petugas-" + me + kasus);
        assertThat(operator.page().select(".item .error"))
                .as("seen before it was assigned")
                .hasSize(2);

        operator.submitted("/operator/borongan", "langkah=tugaskan&kepada=kosong" + kasus.replace(":0", ":1"));
        operator.form("form[action$=/urung]").send();
        assertThat(operator.page().select(".item .error")).isEmpty();
        assertThat(isListed("milik=saya")).isTrue();
        assertThat(acts()).filteredOn(act -> act.equals("ASSIGNED")).hasSize(3);
    }

    @Test
    void nothing_chosen_changes_nothing() {
        operator.submitted("/operator/borongan", "langkah=mulai");
        assertThat(operator.status()).isEqualTo(422);
        operator.submitted("/operator/borongan", "langkah=tugaskan&kasus=" + number() + ":2:0");
        assertThat(operator.status()).isEqualTo(422);
        assertThat(now()).isEqualTo(complaint);
    }

    private static UUID account(String name) {
        return TestStaff.account(NewStaff.operator(TestStaff.username("op"), name, "kebersihan"));
    }

    private int post(String path, String fields) {
        operator.submitted(path, fields);
        return operator.status();
    }

    private boolean isListed(String query) {
        return !operator.open("/operator?tampilan=tabel&" + query)
                .select("[data-number=" + number() + "]")
                .isEmpty();
    }
}
