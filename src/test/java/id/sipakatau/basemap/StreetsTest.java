package id.sipakatau.basemap;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.basemap.pmtiles.Pmtiles;
import id.sipakatau.basemap.pmtiles.TileType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreetsTest {

    private static final String ELSEWHERE = "https://tiles.example.org/city/{z}/{x}/{y}.png";

    @TempDir
    Path data;

    private record Set(
            Optional<Path> streets,
            Optional<String> streetsAttribution,
            Optional<String> externalTiles,
            int externalMaxZoom)
            implements BasemapSettings {

        static Set nothing() {
            return to(null, null);
        }

        static Set to(@Nullable Path streets, @Nullable String external) {
            return new Set(Optional.ofNullable(streets), Optional.empty(), Optional.ofNullable(external), 17);
        }
    }

    @Test
    void a_city_without_an_archive_has_no_streets() {
        assertThat(new Streets(Set.nothing(), data).source()).isEmpty();
    }

    @Test
    void an_archive_in_the_data_folder_is_found() {
        vector().metadata("{\"attribution\":\"<a href='https://osm.org'>© OpenStreetMap</a>\"}")
                .write(data.resolve("streets.pmtiles"));
        Streets.Source source = new Streets(Set.nothing(), data).source().orElseThrow();
        assertThat(source.kind()).isEqualTo("vector");
        assertThat(source.address()).startsWith("/tiles/streets/{z}/{x}/{y}?");
        assertThat(source.maxZoom()).isEqualTo(15);
        assertThat(source.attribution()).isEqualTo("© OpenStreetMap");
    }

    @Test
    void an_archive_may_lie_elsewhere() {
        Path file = Pmtiles.of(TileType.WEBP).tile(0, 0, 0, new byte[1]).write(data.resolve("other"));
        Streets streets = new Streets(Set.to(file, null), Path.of("nowhere"));
        assertThat(streets.source().orElseThrow().kind()).isEqualTo("raster");
        assertThat(streets.source().orElseThrow().attribution()).isEqualTo("© OpenStreetMap contributors");
        assertThat(streets.archive()).isPresent();
    }

    @Test
    void a_broken_or_missing_archive_leaves_the_map_without_streets() throws IOException {
        Path broken = Files.writeString(data.resolve("broken.pmtiles"), "no tiles");
        assertThat(new Streets(Set.to(broken, null), data).source()).isEmpty();
        assertThat(new Streets(Set.to(data.resolve("missing"), null), data).archive())
                .isEmpty();
        vector().metadata("no json").write(data.resolve("streets.pmtiles"));
        assertThat(new Streets(Set.nothing(), data).source()).isEmpty();
    }

    @Test
    void another_server_can_provide_the_streets() {
        Streets.Source source =
                new Streets(Set.to(null, ELSEWHERE), data).source().orElseThrow();
        assertThat(source.kind()).isEqualTo("raster");
        assertThat(source.address()).isEqualTo(ELSEWHERE);
        assertThat(source.maxZoom()).isEqualTo(17);
    }

    @Test
    void an_address_that_is_none_is_left_aside() {
        assertThat(new Streets(Set.to(null, "https://tiles.example.org/map.png"), data).source())
                .isEmpty();
        assertThat(new Streets(Set.to(null, "javascript:{z}{x}{y}"), data).source())
                .isEmpty();
    }

    private static Pmtiles vector() {
        return Pmtiles.of(TileType.VECTOR).tile(0, 0, 0, new byte[1]);
    }
}
