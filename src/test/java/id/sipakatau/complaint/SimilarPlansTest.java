package id.sipakatau.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.city.Category;
import id.sipakatau.city.Kind;
import id.sipakatau.city.Position;
import id.sipakatau.testing.GrownCity;
import id.sipakatau.testing.Makassar;
import id.sipakatau.testing.Plans;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** Looking for similar complaints costs little, in a city of some years. */
class SimilarPlansTest {

    private final Plans plans = new Plans(GrownCity.jdbi());
    private final SimilarComplaints similar =
            new SimilarComplaints(GrownCity.jdbi(), Makassar.city(), InstantSource.fixed(GrownCity.NOW));

    private final Category category =
            Makassar.city().category("sampah-menumpuk").orElseThrow();

    @Test
    void those_near_a_position_come_from_the_index_of_positions() {
        assertThat(similar.near(Kind.COMPLAINT, category, new Position(-5.1339, 119.4056)))
                .isEmpty();
        plans.of(() -> similar.near(Kind.COMPLAINT, category, new Position(-5.1339, 119.4056)))
                .reads("complaint_published_position", 100);
    }

    @Test
    void those_of_a_kelurahan_come_from_the_index_of_what_is_public() {
        plans.of(() -> similar.in(Kind.COMPLAINT, category, "73.71.04.1001")).reads("complaint_published", 200);
    }
}
