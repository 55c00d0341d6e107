package id.sipakatau.deadline;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.city.City;
import id.sipakatau.complaint.Promises;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.testing.PlainBrowser;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import id.sipakatau.web.Formats;
import id.sipakatau.web.Texts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What people read of the clocks: staff on their lists and pages, reporters before sending and afterwards. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ClockPagesTest {

    @Inject
    City city;

    @Inject
    Jdbi jdbi;

    private final PlainBrowser administrator = PlainBrowser.signedIn(TestStaff.administrator());
    private final PlainBrowser operator = PlainBrowser.signedIn(TestStaff.operator("kebersihan"));
    private final PlainBrowser reporter = new PlainBrowser("id");

    @Test
    void the_queue_says_by_when_to_decide() {
        Stories.emptyQueue();
        var number = Stories.pending("Tumpukan sampah di tepi jalan.").trackingNumber();
        administrator.open("/admin");
        assertThat(administrator
                        .page()
                        .select("[data-number=" + number + "] .due")
                        .text())
                .startsWith("Putusan administrator: ")
                .endsWith("lagi");
        assertThat(administrator.page().select(".facts").text()).contains("Putusan administrator");
    }

    @Test
    void board_and_case_name_the_clocks_that_run_with_their_urgency() {
        var complaint = Stories.accepted(Stories.pending("Bak sampah rusak."));
        var card = "[data-number=" + complaint.trackingNumber() + "]";
        operator.open("/operator?q=" + complaint.trackingNumber());
        assertThat(operator.page().select(card + " .due").eachText())
                .hasSize(2)
                .anyMatch(words -> words.startsWith("Jawaban pertama: "));
        operator.open("/operator/aduan/" + complaint.trackingNumber());
        assertThat(operator.page().select(".facts dt").eachText()).contains("Jawaban pertama", "Penyelesaian");
        assertThat(operator.page().select(".facts").text())
                .contains("paling lambat "
                        + formats().dayTime(requireNonNull(complaint.handling().promisedBy())));

        Stories.started(complaint);
        operator.open("/operator/aduan/" + complaint.trackingNumber());
        assertThat(operator.page().select(".facts dt").eachText())
                .contains("Penyelesaian")
                .doesNotContain("Jawaban pertama");
    }

    @Test
    void a_question_that_waited_too_long_for_its_answer_stops_the_clock_no_longer() {
        var receipt = Stories.pending("Lampu jalan di lorong padam.");
        var asked = Stories.asked(Stories.accepted(receipt));
        var address = "/operator/aduan/" + asked.trackingNumber();
        operator.open(address);
        assertThat(operator.page().select(".facts").text()).contains("Berhenti selagi menunggu jawaban pelapor");
        assertThat(operator.page().select(".notice").text())
                .contains("Tanpa jawaban, batas waktu berjalan lagi sendiri");
        reporter.open("/ikuti/" + receipt.secret().text());
        assertThat(reporter.page().select(".question").text())
                .contains("Tanpa jawaban, batas waktunya berjalan lagi sendiri");

        // As if it had been asked two months ago.
        var since = Instant.now().minus(Duration.ofDays(60));
        var until = Promises.pauseEnds(since, city);
        jdbi.useHandle(handle -> {
            handle.execute("UPDATE complaint SET asked_at = ? WHERE id = ?", since, asked.id());
            handle.execute(
                    "UPDATE complaint_clock SET stands_since = ?, stands_until = ? WHERE complaint_id = ? AND due_then > due_at",
                    since,
                    until,
                    asked.id());
        });
        operator.open(address);
        assertThat(operator.page().select(".facts").text())
                .contains("Berjalan lagi sejak " + formats().dayTime(until))
                .doesNotContain("Berhenti");
        operator.open("/operator?q=" + asked.trackingNumber());
        assertThat(operator.page()
                        .select("[data-number=" + asked.trackingNumber() + "] .due")
                        .text())
                .doesNotContain("menunggu");
        reporter.open("/ikuti/" + receipt.secret().text());
        assertThat(reporter.page().select(".question").text())
                .contains("batas waktunya berjalan lagi walaupun belum ada jawaban");
    }

    @Test
    void the_promise_is_read_before_sending_on_the_receipt_and_on_the_page() {
        reporter.open("/lapor");
        assertThat(reporter.page()
                        .select("label:has(input[value=" + Stories.ordinary().id() + "]) [data-promise]")
                        .text())
                .matches("Dijanjikan paling lambat (Senin|Selasa|Rabu|Kamis|Jumat), \\d+ \\S+");
        assertThat(reporter.page()
                        .select("label:has(input[value=INFORMATION]) [data-promise]")
                        .text())
                .startsWith("Dijanjikan paling lambat ");

        var receipt = Stories.pending("Got meluap sejak pagi.");
        reporter.open("/ikuti/" + receipt.secret().text() + "/tanda-terima");
        assertThat(requireNonNull(reporter.page().select(".timeline li").last()).text())
                .contains("paling lambat");
        var accepted = Stories.accepted(receipt);
        var promised = "dijanjikan paling lambat "
                + formats().weekday(requireNonNull(accepted.handling().promisedBy()));
        reporter.open("/ikuti/" + receipt.secret().text());
        assertThat(reporter.page().select(".steps").text()).contains(promised);
        reporter.open("/aduan/" + receipt.trackingNumber());
        assertThat(reporter.page().select(".steps").text()).contains(promised);
    }

    private Formats formats() {
        return new Formats(Texts.INDONESIAN, city.zone());
    }
}
