package id.sipakatau.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TrackingNumberTest {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Property
    void one_wrong_character_is_found(
            @ForAll long seed, @ForAll @IntRange(max = 7) int place, @ForAll @IntRange(max = 31) int letter) {
        var number = TrackingNumber.random("MKS", new Random(seed));
        var body = number.text().substring(4).replace("-", "");
        var wrong = body.substring(0, place) + LETTERS.charAt(letter) + body.substring(place + 1);
        assertThat(TrackingNumber.parse(wrong, "MKS").isPresent()).isEqualTo(wrong.equals(body));
    }

    @Property
    void two_swapped_neighbours_are_found(@ForAll long seed, @ForAll @IntRange(max = 6) int place) {
        var body = TrackingNumber.random("MKS", new Random(seed))
                .text()
                .substring(4)
                .replace("-", "");
        var swapped =
                body.substring(0, place) + body.charAt(place + 1) + body.charAt(place) + body.substring(place + 2);
        assertThat(TrackingNumber.parse(swapped, "MKS").isPresent()).isEqualTo(swapped.equals(body));
    }

    @Property
    void it_is_read_however_people_write_it(@ForAll long seed) {
        var number = TrackingNumber.random("MKS", new Random(seed));
        var text = number.text();
        assertThat(TrackingNumber.parse(
                        " "
                                + text.toLowerCase(java.util.Locale.ROOT)
                                        .replace('0', 'o')
                                        .replace('1', 'l') + " ",
                        "MKS"))
                .contains(number);
        assertThat(TrackingNumber.parse(text.replace('-', '–'), "MKS")).contains(number);
        assertThat(TrackingNumber.parse(text.substring(4), "MKS")).contains(number);
    }

    @Test
    void it_spreads_over_the_whole_range() {
        var random = new Random(1);
        var distinct = IntStream.range(0, 100_000)
                .mapToObj(i -> TrackingNumber.random("MKS", random))
                .distinct()
                .count();
        assertThat(distinct).isGreaterThan(99_990);
    }

    @Test
    void nonsense_is_no_number() {
        assertThat(TrackingNumber.parse("", "MKS")).isEmpty();
        assertThat(TrackingNumber.parse("MKS-0000-000U", "MKS")).isEmpty();
        assertThat(TrackingNumber.parse("' OR 1=1 --", "MKS")).isEmpty();
    }
}
