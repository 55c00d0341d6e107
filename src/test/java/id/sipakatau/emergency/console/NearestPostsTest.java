package id.sipakatau.emergency.console;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.city.Position;
import id.sipakatau.emergency.console.NearestPosts.Compass;
import id.sipakatau.testing.Makassar;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestPostsTest {

    @ParameterizedTest
    @CsvSource({
        "1, 0, NORTH",
        "1, 1, NORTHEAST",
        "0, 1, EAST",
        "-1, 1, SOUTHEAST",
        "-1, 0, SOUTH",
        "-1, -1, SOUTHWEST",
        "0, -1, WEST",
        "1, -1, NORTHWEST",
        "1, 0.2, NORTH",
        "0, 0, NORTH"
    })
    void the_direction_is_one_of_eight(double north, double east, Compass direction) {
        var here = new Position(-5.14, 119.43);
        var there = new Position(-5.14 + north / 100, 119.43 + east / 100);
        assertThat(Compass.from(here, there)).isEqualTo(direction);
    }

    @Test
    void the_nearest_posts_come_first_and_are_stations() {
        var losari = new Position(-5.1437, 119.4075);
        var posts = NearestPosts.around(losari, Makassar.city());
        assertThat(posts).hasSize(3).isSortedAccordingTo((a, b) -> Double.compare(a.metres(), b.metres()));
        assertThat(posts.getFirst().name().in(Locale.ENGLISH)).isEqualTo("Ujung Pandang Police Sector");
        assertThat(posts.getFirst().towards()).isEqualTo(Compass.SOUTHWEST);
        assertThat(posts.getLast().name().in(Locale.ENGLISH))
                .as("far, but the nearest of its kind")
                .isEqualTo("KIMA Fire Post");
    }
}
