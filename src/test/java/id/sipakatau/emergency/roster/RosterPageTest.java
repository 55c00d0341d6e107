package id.sipakatau.emergency.roster;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.identity.TestStaff;
import id.sipakatau.testing.PlainBrowser;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class RosterPageTest {

    @Test
    void a_head_keeps_the_roster_of_the_own_agency_and_no_other() {
        var head = PlainBrowser.signedIn(TestStaff.head("pemadam"));
        head.open("/jaga?dinas=bpbd");
        assertThat(head.page().select("h1").text()).isEqualTo("Jadwal jaga: Pemadam");
        head.form("form[action='/jaga/pemadam']")
                .fill("name", "Regu A")
                .fill("telephone", "0811-000-001")
                .fill("from", "2026-01-01T08:00")
                .fill("to", "2099-01-01T08:00")
                .send();
        assertThat(head.page().select(".items").text()).contains("Regu A", "sedang bertugas", "0811000001");
        var stranger = TestStaff.head("bpbd");
        given().cookie("session", stranger)
                .formParam("name", "Regu Asing")
                .formParam("telephone", "0811000009")
                .formParam("from", "2026-01-01T08:00")
                .formParam("to", "2099-01-01T08:00")
                .post("/jaga/pemadam");
        assertThat(head.open("/jaga").text()).doesNotContain("Regu Asing");
        head.form(".items form").send();
        assertThat(head.page().select(".items")).isEmpty();
    }

    @Test
    void what_is_wrong_stands_beside_its_field_and_what_was_typed_stays() {
        var administrator = PlainBrowser.signedIn(TestStaff.administrator());
        administrator.open("/jaga?dinas=kepolisian");
        administrator
                .form("form[action='/jaga/kepolisian']")
                .fill("name", "Piket Polsek")
                .fill("telephone", "bukan nomor")
                .fill("from", "2026-02-01T08:00")
                .fill("to", "2026-01-01T08:00")
                .send();
        assertThat(administrator.status()).isEqualTo(422);
        assertThat(administrator.page().select("#telephone-error")).hasSize(1);
        assertThat(administrator.page().select("#to-error").text()).contains("setelah mulainya");
        assertThat(administrator.page().select("#name").val()).isEqualTo("Piket Polsek");
    }
}
