package id.sipakatau.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.complaint.Complaint;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.testing.PlainBrowser;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Who is told of which clock that runs out. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class AttentionPageTest {

    @Inject
    Jdbi jdbi;

    private final PlainBrowser operator = PlainBrowser.signedIn(TestStaff.operator("kebersihan"));
    private final PlainBrowser stranger = PlainBrowser.signedIn(TestStaff.operator("pariwisata"));
    private final PlainBrowser administrator = PlainBrowser.signedIn(TestStaff.administrator());
    private final PlainBrowser mayor = PlainBrowser.signedIn(TestStaff.mayor());

    @Test
    void each_is_told_from_their_own_step_on_and_of_their_own_agency_only() {
        var complaint = Stories.accepted(Stories.pending("Tumpukan sampah lama di lorong."));
        reached(complaint.id(), 1);
        assertThat(sees(operator, complaint)).isTrue();
        assertThat(sees(stranger, complaint)).isFalse();
        assertThat(sees(administrator, complaint)).isFalse();
        reached(complaint.id(), 3);
        assertThat(sees(administrator, complaint)).isTrue();
        assertThat(sees(mayor, complaint)).isFalse();
        reached(complaint.id(), 4);
        assertThat(sees(mayor, complaint)).isTrue();
        assertThat(mayor.page().text()).contains("Tumpukan sampah lama di lorong");
        // The city had more steps once.
        reached(complaint.id(), 9);
        assertThat(sees(mayor, complaint)).isTrue();
        assertThat(sees(operator, complaint)).isTrue();
    }

    @Test
    void a_case_whose_clocks_run_out_together_is_told_once_with_both() {
        var complaint = Stories.accepted(Stories.pending("Tumpukan sampah baru di lorong."));
        reached(complaint.id(), 1);
        var told = operator.open("/perhatian").select("li:contains(" + complaint.trackingNumber() + ")");
        assertThat(told).hasSize(1);
        assertThat(told.text()).contains("Jawaban pertama", "Penyelesaian");
    }

    @Test
    void what_waits_for_the_administrators_they_are_told_first_and_the_mayor_reads_no_word_of_it() {
        var receipt = Stories.pending("Sampah di depan rumah Pak Contoh.");
        var complaint = Stories.now(receipt);
        reached(complaint.id(), 1);
        assertThat(sees(administrator, complaint)).isTrue();
        assertThat(sees(operator, complaint)).isFalse();
        reached(complaint.id(), 4);
        assertThat(sees(mayor, complaint)).isTrue();
        assertThat(mayor.page().text()).doesNotContain("Pak Contoh");
    }

    private void reached(UUID complaint, int level) {
        jdbi.useHandle(handle ->
                handle.execute("UPDATE complaint_clock SET level = ? WHERE complaint_id = ?", level, complaint));
    }

    private static boolean sees(PlainBrowser person, Complaint complaint) {
        person.open("/perhatian");
        assertThat(person.status()).isEqualTo(200);
        return person.page().text().contains(complaint.trackingNumber().text());
    }
}
