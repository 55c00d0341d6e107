package id.sipakatau.evidence.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small honest version of what {@code bin/proof-rates} measures, with limits. */
class ProofRatesTest {

    /** How many streets of each scene are drawn, and one of how many pictures is disguised. */
    private static final int STREETS = Integer.getInteger("sipakatau.proof-rates", 1);

    private static final int DISGUISED_EACH = Integer.getInteger("sipakatau.proof-rates") == null ? 5 : 1;

    @TempDir
    Path folder;

    @Test
    void one_picture_is_known_again_and_two_are_told_apart() {
        var rates = ProofRates.measure(folder, STREETS, DISGUISED_EACH);
        System.out.println(rates.table());

        for (var disguise : Disguise.values()) {
            double least = switch (disguise) {
                case ALL -> 0.85;
                case CROPPED -> 0.9;
                default -> 0.98;
            };
            assertThat(rates.of(disguise).share()).as(disguise.what()).isGreaterThanOrEqualTo(least);
        }
        assertThat(rates.others().share()).as("different scenes").isLessThan(0.0005);
        assertThat(rates.similarScenes().share())
                .as("one scene, another street")
                .isLessThan(0.005);
    }
}
