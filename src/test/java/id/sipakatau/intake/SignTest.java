package id.sipakatau.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.complaint.Complaint.Privacy;
import id.sipakatau.testing.Makassar;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What speaks for hiding more is found, and what only looks like it is not. */
class SignTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/signs.csv", delimiter = '|', ignoreLeadingAndTrailingWhitespace = false)
    void a_sign_is_found_and_quoted_in_the_words_of_the_reporter(String sign, String found, String text) {
        var signs =
                Sign.in(text).stream().map(each -> each.sign().name().toLowerCase(Locale.ROOT) + ": " + each.words());
        if (sign.equals("none")) {
            assertThat(signs).isEmpty();
        } else {
            assertThat(signs).containsExactly(sign + ": " + found);
        }
    }

    @Test
    void a_levy_speaks_for_both_switches_and_a_person_for_the_content_only() {
        var ordinary = Makassar.city().category("sampah-menumpuk").orElseThrow();
        var open = new Privacy(false, false);
        assertThat(Advice.on("Ada pungli", ordinary, open))
                .returns(true, Advice::anonymous)
                .returns(true, Advice::confidential);
        assertThat(Advice.on("Oleh Pak Budi", ordinary, open))
                .returns(false, Advice::anonymous)
                .returns(true, Advice::confidential);
    }

    @Test
    void nothing_is_advised_that_was_chosen_already_or_that_the_category_hides_anyway() {
        var ordinary = Makassar.city().category("sampah-menumpuk").orElseThrow();
        var hidden = Makassar.city().categories().stream()
                .filter(category -> !category.publishable())
                .findFirst()
                .orElseThrow();
        assertThat(Advice.on("Ada pungli", ordinary, new Privacy(true, true)).isEmpty())
                .isTrue();
        assertThat(Advice.on("Oleh Pak Budi", hidden, new Privacy(false, false)).isEmpty())
                .isTrue();
        assertThat(Advice.on("Ada pungli", hidden, new Privacy(false, false)))
                .returns(true, Advice::anonymous)
                .returns(false, Advice::confidential);
    }
}
