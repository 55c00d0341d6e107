package id.sipakatau.validation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Receipt;
import id.sipakatau.complaint.Validation;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.testing.PlainBrowser;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The administrator accepts a complaint for several agencies, and thinks again later. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class AcceptedForSeveralTest {

    private Receipt receipt;
    private PlainBrowser administrator;

    @BeforeEach
    void somebody_looks_at_a_complaint() {
        receipt = Stories.pending("Pohon tumbang menutup got dan jalan.");
        administrator = PlainBrowser.signedIn(TestStaff.administrator());
        administrator.open(address());
    }

    @Test
    void it_is_accepted_for_all_of_them_at_once_or_not_at_all() {
        assertThat(administrator.page().select("#libatkan select[name=involve]"))
                .as("each other agency can be chosen")
                .hasSize(4);
        var categories = List.of(
                Stories.ordinary("pemadam").id(), Stories.ordinary("pariwisata").id());
        assertThat(accept(categories, " ")).as("nothing is asked of them").isEqualTo(422);
        assertThat(accept(List.of(categories.getFirst(), categories.getFirst()), "Mohon bantu."))
                .as("twice the same agency")
                .isEqualTo(409);
        assertThat(now().verdict().validation()).isEqualTo(Validation.PENDING);
        assertThat(now().version()).isEqualTo(1);
        assertThat(accept(categories, "Mohon bantu.")).isEqualTo(303);
        assertThat(now().custody().involved()).containsExactly("pemadam", "pariwisata");
        assertThat(new PlainBrowser("id")
                        .open("/aduan/" + receipt.trackingNumber())
                        .text())
                .contains("Ditangani 3 dinas: 0 dari 3 selesai")
                .doesNotContain("Mohon bantu.");
    }

    @Test
    void later_one_is_recalled_and_another_one_involved() {
        var first = Stories.ordinary("pemadam").id();
        assertThat(accept(List.of(first), "Mohon bantu.")).isEqualTo(303);
        administrator.open(address());
        administrator.form("[data-part] form").send();
        assertThat(now().custody().involved()).isEmpty();
        var other = Stories.ordinary("bpbd").id();
        administrator
                .form("#libatkan form")
                .fill("category", other)
                .fill("words", "Ternyata perlu.")
                .send();
        assertThat(now().custody().involved()).containsExactly("bpbd");
        assertThat(administrator.page().select("#instansi").text()).contains("Ternyata perlu.");
    }

    private int accept(List<String> categories, String asked) {
        return given().cookie("session", TestStaff.administrator())
                .header("Sec-Fetch-Site", "same-origin")
                .redirects()
                .follow(false)
                .formParam("version", now().version())
                .formParam("checked", "true")
                .formParam("involve", categories)
                .formParam("asked", asked)
                .post(address() + "/acceptance")
                .statusCode();
    }

    private Complaint now() {
        return Stories.now(receipt);
    }

    private String address() {
        return "/admin/aduan/" + receipt.trackingNumber();
    }
}
