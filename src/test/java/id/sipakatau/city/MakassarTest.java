package id.sipakatau.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The folder of Makassar as it is delivered. */
class MakassarTest {

    private static final City MAKASSAR = new CityFolder(Path.of("city/makassar")).read();

    @Test
    void it_has_all_areas_under_their_official_codes() {
        assertThat(MAKASSAR.code()).isEqualTo("73.71");
        assertThat(MAKASSAR.areas().kecamatan()).hasSize(15);
        assertThat(MAKASSAR.areas().kelurahan()).hasSize(153);
    }
}
