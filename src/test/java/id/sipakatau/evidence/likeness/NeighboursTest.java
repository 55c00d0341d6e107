package id.sipakatau.evidence.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Which values of a band are asked for. */
class NeighboursTest {

    /** The pigeonhole principle, asked of every number of bits up to the limit. */
    @Property(tries = 200)
    void no_hash_within_the_distance_is_missed(
            @ForAll long hash, @ForAll @IntRange(min = 0, max = 11) int bits, @ForAll long seed) {
        var random = new Random(seed);
        long other = hash;
        while (Long.bitCount(other ^ hash) < bits) {
            other ^= 1L << random.nextInt(64);
        }
        boolean met = false;
        for (int band = 0; band < 4; band++) {
            met |= Prints.neighbours(hash, band).contains(other >>> 16 * band & 0xFFFF);
        }
        assertThat(met).isTrue();
    }
}
