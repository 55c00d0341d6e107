package id.sipakatau.handling;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.complaint.Receipt;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The operator asks, the board waits, and the operator reads the answer. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class QuestionTest extends CaseTest {

    @Override
    Receipt filed() {
        return Stories.pending("Sampah di kanal belum diangkut.");
    }

    @Test
    void one_question_at_a_time_is_asked_and_the_board_waits_for_the_answer() {
        operator.open(address());
        var late = operator.form("form[action$=/question]");
        operator.form("form[action$=/question]").fill("words", "Di sisi mana?").send();
        assertThat(operator.page().select(".toast").text()).startsWith("Pertanyaan terkirim.");
        assertThat(operator.page().select(".notice").text()).contains("Menunggu jawaban pelapor.");
        assertThat(operator.page().select("form[action$=/question]")).isEmpty();
        assertThat(operator.open(board())
                        .select("[data-number=" + number() + "] .due")
                        .text())
                .isEqualTo("menunggu jawaban pelapor");

        late.fill("words", "Masih ada?").send();
        assertThat(operator.status()).isEqualTo(409);
        assertThat(operator.page().select("main").text()).contains("pelapor ditanya");
        assertThat(operator.page().select("textarea").text()).isEqualTo("Masih ada?");

        Stories.answered(now());
        operator.open(address());
        assertThat(operator.page().select(".timeline").text())
                .contains("Di sisi mana?")
                .contains("Di sisi utara.");
        assertThat(operator.page().select(".evidence figcaption").text())
                .contains("Foto jawaban pelapor, belum diperiksa");
        assertThat(operator.picture(".evidence figure:last-child img").statusCode())
                .isEqualTo(200);
        assertThat(operator.page().select("form[action$=/question]")).hasSize(1);
    }

    @Test
    void nothing_is_asked_about_what_is_done() {
        complaint = Stories.finished(Stories.started(Stories.asked(complaint)));
        assertThat(complaint.handling().askedAt()).isNull();
        operator.open(address());
        assertThat(operator.page().select("form[action$=/question]")).isEmpty();
        assertThat(column()).isEqualTo("telah");
    }
}
