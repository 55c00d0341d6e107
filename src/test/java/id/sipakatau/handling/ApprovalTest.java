package id.sipakatau.handling;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.IllegalTransition;
import id.sipakatau.complaint.IllegalTransition.Why;
import id.sipakatau.complaint.Outcome;
import id.sipakatau.complaint.Progress;
import id.sipakatau.complaint.Proof;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A completion that a head approves before it counts. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ApprovalTest extends CaseTest {

    private static final String WORDS = "Gudangnya sudah disegel.";
    private static final String WHY = "Fotonya bukan dari gudang itu.";

    private PlainBrowser head;

    @Override
    Receipt filed() {
        return Stories.pending(Stories.approved(), "Bau dari gudang ikan.", new Complaint.Privacy(false, false));
    }

    @BeforeEach
    void work_has_begun() {
        complaint = Stories.started(complaint);
        head = PlainBrowser.signedIn(TestStaff.head("kebersihan"));
    }

    @Test
    void proposed_it_stays_in_progress_for_everybody_until_a_head_approves() {
        propose();
        assertThat(now().handling().progress()).isEqualTo(Progress.IN_PROGRESS);
        assertThat(column()).isEqualTo("sedang");
        assertThat(operator.page().select("[data-number=" + number() + "]").text())
                .contains("Menunggu persetujuan");
        assertThat(operator.open(address()).select("#menunggu").text()).contains(WORDS);
        assertThat(operator.page().select("#setujui, #selesai, form[action$=/handover]"))
                .isEmpty();
        assertThat(publicPage()).doesNotContain(WORDS);

        assertThat(head.open("/operator/kepala").select(".items a[href$=" + number() + "]"))
                .hasSize(1);
        assertThat(head.page().select("nav a[href=/operator/kepala] .count")).isNotEmpty();
        head.open(address());
        assertThat(head.page().select("#setujui .compare img").eachAttr("alt"))
                .as("before and after")
                .containsExactly("Foto 1 dari pelapor", "Foto 1 hasil pekerjaan");
        assertThat(head.page().select("#setujui").text()).contains(WORDS, "Ponsel regu rusak.");
        assertThat(head.page().select("#setujui .findings li")).isNotEmpty();
        head.form("form[action$=/approval]").send();

        assertThat(now().handling().progress()).isEqualTo(Progress.DONE);
        assertThat(now().handling().outcome()).isEqualTo(Outcome.RESOLVED);
        assertThat(photos())
                .extracting(Photo::role)
                .contains(Photo.Role.COMPLETION)
                .doesNotContain(Photo.Role.PROOF);
        assertThat(publicPage()).contains(WORDS);
        assertThat(acts()).endsWith("PROPOSED", "FINISHED");
        assertThat(head.open("/operator/kepala").select(".items a[href$=" + number() + "]"))
                .isEmpty();
    }

    @Test
    void sent_back_the_agency_reads_why_and_finds_its_words_and_photos_again() {
        propose();
        head.open(address());
        head.form("form[action$=/return]").fill("reason", WHY).send();
        assertThat(now().handling().proposal()).isNull();

        assertThat(operator.open("/operator/disebut").text()).contains(number(), WHY);
        operator.open(address());
        assertThat(operator.page().select(".notice").text()).contains(WHY);
        assertThat(operator.form("form#selesai").value("words")).isEqualTo(WORDS);
        assertThat(operator.page().select(".proof-list > li")).hasSize(1);
        assertThat(publicPage()).doesNotContain(WHY, WORDS);
        assertThat(given().get("/ikuti/" + receipt.secret().text()).asString()).doesNotContain(WHY, WORDS);
        assertThat(acts()).endsWith("PROPOSED", "NOTED", "RETURNED");
        assertThat(transactions()).as("both or neither").hasSize(1);

        operator.form("form#selesai").send();
        assertThat(now().handling().proposal()).isNotNull();
        assertThat(operator.open(address()).text()).doesNotContain("Dikembalikan:");
    }

    @Test
    void the_agency_takes_its_proposal_back_and_a_head_who_is_slower_is_told() {
        propose();
        head.open(address());
        var late = head.form("form[action$=/approval]");
        operator.open(address());
        operator.form("form[action$=/withdrawal]").send();
        assertThat(now().handling().proposal()).isNull();
        assertThat(acts()).endsWith("PROPOSED", "WITHDRAWN");
        late.send();
        assertThat(head.status()).isEqualTo(409);
        assertThat(now().handling().progress()).isEqualTo(Progress.IN_PROGRESS);
    }

    @Test
    void while_it_waits_no_photo_goes_away() {
        propose();
        var photo = proofs().getFirst();
        given().cookie("session", TestStaff.operator("kebersihan"))
                .header("Sec-Fetch-Site", "same-origin")
                .multiPart("version", String.valueOf(now().version()))
                .post(address() + "/proof/" + photo.id() + "/removal")
                .then()
                .statusCode(409);
        assertThat(proofs()).hasSize(1);
    }

    @Test
    void a_heads_own_completion_wants_another_approver_and_an_administrator_only_where_there_is_none() {
        var proposer = UUID.randomUUID();
        var own = Actor.head(proposer, "kebersihan");
        var proposed = complaint
                .propose(own, Instant.now(), Outcome.ANSWERED, WORDS, Proof.of(0), city)
                .after();
        var administrator = Actor.administrator(UUID.randomUUID());
        refused(Why.OWN_COMPLETION, proposed, own, true);
        refused(Why.NOT_AN_APPROVER, proposed, Actor.operator(UUID.randomUUID(), "kebersihan"), true);
        refused(Why.ANOTHER_AGENCY, proposed, Actor.head(UUID.randomUUID(), "pariwisata"), true);
        refused(Why.NOT_AN_APPROVER, proposed, administrator, true);
        refused(Why.NOTHING_PROPOSED, complaint, Actor.head(UUID.randomUUID(), "kebersihan"), true);
        var done = proposed.approve(administrator, Instant.now(), false, city).after();
        assertThat(done.handling().progress()).isEqualTo(Progress.DONE);
    }

    @Test
    void where_an_agency_has_no_head_the_administrator_finds_it_and_decides() {
        var closed = nobodyLeads("kepolisian");
        try {
            var category = city.category("premanisme-pungli").orElseThrow();
            var filed = Stories.pending(category, "Jukir memaksa.", new Complaint.Privacy(false, false));
            var waiting = Stories.proposed(Stories.started(Stories.accepted(filed)), WORDS);
            var administrator = PlainBrowser.signedIn(TestStaff.administrator());
            administrator.open("/admin/persetujuan");
            assertThat(administrator.page().select(".queue [data-number=" + waiting.trackingNumber() + "]"))
                    .hasSize(1);
            administrator.open("/admin/aduan/" + waiting.trackingNumber());
            administrator.form("form[action$=/approval]").send();
            assertThat(complaints.find(waiting.id()).orElseThrow().handling().progress())
                    .isEqualTo(Progress.DONE);
        } finally {
            leadAgain(closed);
        }
    }

    @Test
    void an_administrators_return_calls_whoever_proposed_it_too() {
        var closed = nobodyLeads("kebersihan");
        try {
            propose();
            var administrator = PlainBrowser.signedIn(TestStaff.administrator());
            administrator.open("/admin/aduan/" + number());
            administrator.form("form[action$=/return]").fill("reason", WHY).send();
            assertThat(now().handling().proposal()).isNull();
            assertThat(operator.open("/operator/disebut").text()).contains(number(), WHY);
            assertThat(transactions()).as("both or neither").hasSize(1);
        } finally {
            leadAgain(closed);
        }
    }

    /** In which transactions it was sent back and its proposer called. */
    private Set<String> transactions() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT DISTINCT xmin::text FROM journal
                        WHERE complaint_id = :id AND act IN ('NOTED', 'RETURNED')
                        """)
                .bind("id", complaint.id())
                .mapTo(String.class)
                .set());
    }

    /** Closes the accounts of an agency's heads for a moment. */
    private List<UUID> nobodyLeads(String agency) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        UPDATE staff SET active = false WHERE agency = :agency AND head AND active RETURNING id
                        """).bind("agency", agency).mapTo(UUID.class).list());
    }

    private void leadAgain(List<UUID> heads) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE staff SET active = true WHERE id = ANY (:ids)")
                .bindArray("ids", UUID.class, heads)
                .execute());
    }

    private void refused(Why why, Complaint proposed, Actor actor, boolean led) {
        assertThatThrownBy(() -> proposed.approve(actor, Instant.now(), led, city))
                .isInstanceOfSatisfying(
                        IllegalTransition.class,
                        refused -> assertThat(refused.why()).isEqualTo(why));
    }

    /** With a photo of last month, and the reason for it. */
    private void propose() {
        complaint = Stories.proven(
                complaint, CameraPhoto.taken(Instant.now().minus(Duration.ofDays(30)), -5.1339, 119.4056, 640));
        operator.open(address());
        assertThat(operator.page().select("#selesai button.primary").text()).isEqualTo("Ajukan penyelesaian");
        operator.form("form#selesai")
                .check("outcome", "RESOLVED")
                .fill("words", WORDS)
                .fill("findingReason", "Ponsel regu rusak.")
                .send();
        assertThat(now().handling().proposal()).isNotNull();
    }

    private List<Photo> proofs() {
        return jdbi.withHandle(handle -> vault.withDetails(handle, complaint.id())).stream()
                .filter(each -> each.role() == Photo.Role.PROOF)
                .toList();
    }

    private String publicPage() {
        return given().get("/aduan/" + number()).asString();
    }
}
