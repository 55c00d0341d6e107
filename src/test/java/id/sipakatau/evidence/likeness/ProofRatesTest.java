package id.sipakatau.evidence.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.evidence.likeness.ProofRates.Pair;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small honest version of what {@code bin/proof-rates} measures, with limits. */
class ProofRatesTest {

    /** How many streets of each scene are drawn; by default one, of which few pictures are disguised. */
    private static final int STREETS = Integer.getInteger("sipakatau.proof-rates", 0);

    @TempDir
    Path folder;

    @Test
    void one_picture_is_known_again_and_two_are_told_apart() {
        var rates = STREETS == 0 ? ProofRates.sample(folder) : ProofRates.all(folder, STREETS);
        System.out.println(rates.table());

        for (var disguise : Disguise.values()) {
            double least = switch (disguise) {
                case CROPPED, ALL -> 0.97;
                case STAMPED -> 0.6;
                // A third of it is the picture: that nobody finds it is known, and written down.
                case SCREENSHOT -> 0;
                default -> 1;
            };
            assertThat(rates.of(disguise).share()).as(disguise.what()).isGreaterThanOrEqualTo(least);
        }
        assertThat(rates.of(Pair.DIFFERENT).share()).isLessThan(0.0005);
    }
}
