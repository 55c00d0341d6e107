package id.sipakatau.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.sipakatau.city.Whereabouts.Inside;
import id.sipakatau.city.Whereabouts.Near;
import id.sipakatau.city.Whereabouts.Outside;
import id.sipakatau.city.folder.CityFolder;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreasTest {

    private static final Areas AREAS = MakassarTest.MAKASSAR.areas();

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Fort Rotterdam,      -5.1339, 119.4056, Bulogading,       Ujung Pandang",
        "Losari beach,        -5.1437, 119.4078, Maloku,           Ujung Pandang",
        "Hasanuddin campus,   -5.1343, 119.4880, Tamalanrea Indah, Tamalanrea",
        "Samalona island,     -5.1252, 119.3434, Lae-Lae,          Ujung Pandang",
        "Barrang Lompo,       -5.0485, 119.3292, Barrang Lompo,    Kepulauan Sangkarrang",
        "Lanjukang in the west, -4.9797, 119.0772, Barrang Caddi,    Kepulauan Sangkarrang",
    })
    void a_place_in_the_city_lies_in_its_kelurahan(
            String place, double latitude, double longitude, String kelurahan, String kecamatan) {
        assertThat(AREAS.locate(new Position(latitude, longitude))).isInstanceOfSatisfying(Inside.class, inside -> {
            assertThat(inside.kelurahan().name()).isEqualTo(kelurahan);
            assertThat(inside.kelurahan().kecamatan().name()).isEqualTo(kecamatan);
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Sungguminasa,         -5.2069, 119.4542, Gowa",
        "Hasanuddin airport,   -5.0617, 119.5540, Maros",
        "strait of Makassar,   -5.3000, 118.8000,",
        "Jakarta,              -6.2000, 106.8000,",
        "open water at Losari, -5.1200, 119.3900,",
    })
    void a_place_outside_is_told_with_its_regency_if_it_lies_on_known_land(
            String place, double latitude, double longitude, String regency) {
        assertThat(AREAS.locate(new Position(latitude, longitude)))
                .isEqualTo(new Outside(Optional.ofNullable(regency)));
    }

    @Test
    void a_boat_moored_off_an_island_counts_to_the_islands_kelurahan() {
        Whereabouts boat = AREAS.locate(new Position(-5.1252, 119.3415));
        assertThat(boat).isInstanceOfSatisfying(Near.class, near -> {
            assertThat(near.kelurahan().name()).isEqualTo("Lae-Lae");
            assertThat(near.metres()).isBetween(50.0, 250.0);
        });
        assertThat(boat.belongsTo()).map(Kelurahan::name).contains("Lae-Lae");
        assertThat(AREAS.locate(new Position(-5.1252, 119.3380)).belongsTo()).isEmpty();
    }

    @Test
    void on_a_border_the_kelurahan_with_the_lower_code_answers() {
        for (Kelurahan kelurahan : AREAS.kelurahan()) {
            Position corner = AREAS.outline(kelurahan).corners().getFirst();
            Kelurahan lowest = AREAS.kelurahan().stream()
                    .filter(each -> AREAS.outline(each).covers(corner))
                    .min(Comparator.comparing(Kelurahan::code))
                    .orElseThrow();
            assertThat(AREAS.locate(corner)).isEqualTo(new Inside(lowest));
        }
    }

    @Test
    void the_answer_is_that_of_measuring_every_kelurahan() {
        Random random = new Random(7371);
        Bounds bounds = AREAS.bounds();
        for (int i = 0; i < 3_000; i++) {
            Position position = new Position(
                    random.nextDouble(bounds.south() - 0.01, bounds.north() + 0.01),
                    random.nextDouble(bounds.west() - 0.01, bounds.east() + 0.01));
            double nearest = AREAS.kelurahan().stream()
                    .mapToDouble(each -> AREAS.outline(each).metresTo(position))
                    .min()
                    .orElseThrow();
            switch (AREAS.locate(position)) {
                case Inside _ -> assertThat(nearest).isZero();
                case Near(Kelurahan _, double metres) -> {
                    assertThat(metres).isEqualTo(nearest).isPositive().isLessThanOrEqualTo(Areas.NEAR_METRES);
                }
                case Outside _ -> assertThat(nearest).isGreaterThan(Areas.NEAR_METRES);
            }
        }
    }

    @Test
    void distances_agree_with_the_great_circle() {
        Position monument = new Position(-5.1339, 119.4056);
        Position north = new Position(-5.1339 + 1 / 111.195, 119.4056);
        Position east = new Position(-5.1339, 119.4056 + 1 / (111.195 * Math.cos(Math.toRadians(5.1339))));
        assertThat(monument.metresTo(north)).isCloseTo(1_000, within(2.0));
        assertThat(monument.metresTo(east)).isCloseTo(1_000, within(2.0));
    }

    @Test
    void many_threads_may_ask_at_once() {
        Areas fresh = new CityFolder(Path.of("city/makassar")).read().areas();
        var answers = ConcurrentHashMap.<Kelurahan>newKeySet();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Kelurahan kelurahan : fresh.kelurahan()) {
                threads.submit(
                        () -> fresh.locate(kelurahan.inside()).belongsTo().ifPresent(answers::add));
            }
        }
        assertThat(answers).hasSize(153);
    }

    @Test
    void an_outline_hands_out_copies_of_its_closed_rings() {
        Outline islands = AREAS.outline(AREAS.kecamatan("73.71.15").orElseThrow());
        double[] ring = islands.parts().getFirst().getFirst();
        assertThat(ring).hasSizeGreaterThan(8);
        assertThat(new double[] {ring[0], ring[1]}).containsExactly(ring[ring.length - 2], ring[ring.length - 1]);
        double before = ring[0];
        ring[0] = 0;
        assertThat(islands.parts().getFirst().getFirst()[0]).isEqualTo(before);
        assertThat(islands.parts()).hasSizeGreaterThan(5);
    }

    @Test
    void the_outline_of_another_citys_area_is_refused() {
        Position somewhere = new Position(-7.25, 112.75);
        Kecamatan foreign = new Kecamatan("35.78.01", "Karang Pilang", somewhere);
        assertThatThrownBy(() -> AREAS.outline(foreign))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("35.78.01");
    }
}
