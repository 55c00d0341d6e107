package id.sipakatau.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.api.Test;

class HeadlineTest {

    @Test
    void it_is_the_first_sentence() {
        assertThat(Headline.of("Sampah menumpuk dekat sekolah. Sudah empat hari tidak diangkut."))
                .isEqualTo("Sampah menumpuk dekat sekolah");
    }

    @Test
    void a_greeting_alone_says_too_little() {
        assertThat(Headline.of("Assalamualaikum. Lampu jalan mati di lorong 4. Gelap sekali."))
                .isEqualTo("Assalamualaikum. Lampu jalan mati di lorong 4");
    }

    @Test
    void a_long_sentence_is_cut_at_a_word() {
        var text = "Tolong diperhatikan jalanan di depan rumah kami sudah tiga bulan berlubang dan banyak yang jatuh";
        assertThat(Headline.of(text)).isEqualTo("Tolong diperhatikan jalanan di depan rumah kami sudah tiga bulan…");
    }

    @Test
    void a_shortened_word_ends_no_sentence() {
        assertThat(Headline.of("Tolong kirim mobil sampah ke Jl. Mallengkeri Raya, sudah bau. Terima kasih."))
                .isEqualTo("Tolong kirim mobil sampah ke Jl. Mallengkeri Raya, sudah bau");
        assertThat(Headline.of("bau menyengat dari arah jl. lamuru no. 5 kalau malam. Anak mual."))
                .isEqualTo("bau menyengat dari arah jl. lamuru no. 5 kalau malam");
        assertThat(Headline.of("Selokan di depan rumah tersumbat dari kemarin. Jl. Andalas."))
                .isEqualTo("Selokan di depan rumah tersumbat dari kemarin");
    }

    @Property
    void it_is_short_and_never_empty(@ForAll @NotBlank String text) {
        var headline = Headline.of(text + " x");
        assertThat(headline).isNotBlank();
        assertThat(headline.length()).isLessThanOrEqualTo(Headline.LONGEST);
    }

    @Property
    void no_emoji_is_cut_in_two(@ForAll("shift") int shift) {
        var headline = Headline.of("a".repeat(shift) + "🗑".repeat(80));
        assertThat(headline.codePoints()).noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
    }

    @Provide
    Arbitrary<Integer> shift() {
        return Arbitraries.integers().between(0, 5);
    }
}
