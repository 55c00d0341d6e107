package id.sipakatau.basemap.pmtiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PmtilesArchiveTest {

    private static final byte[] STREETS = "streets".getBytes(StandardCharsets.UTF_8);
    private static final byte[] HARBOUR = "harbour".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void tiles_are_numbered_as_in_the_examples_of_the_format() {
        assertThat(TileId.of(0, 0, 0)).isZero();
        assertThat(TileId.of(1, 0, 0)).isEqualTo(1);
        assertThat(TileId.of(1, 0, 1)).isEqualTo(2);
        assertThat(TileId.of(1, 1, 1)).isEqualTo(3);
        assertThat(TileId.of(1, 1, 0)).isEqualTo(4);
        assertThat(TileId.of(2, 0, 0)).isEqualTo(5);
        assertThat(TileId.of(12, 3423, 1763)).isEqualTo(19_078_479);
    }

    @Test
    void every_tile_of_a_level_has_a_number_of_its_own() {
        long[] numbers = new long[64 * 64];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = TileId.of(6, i % 64, i / 64);
        }
        Arrays.sort(numbers);
        assertThat(numbers[0]).isEqualTo(1365);
        assertThat(numbers[4095]).isEqualTo(1365 + 4095);
        assertThat(Arrays.stream(numbers).distinct().count()).isEqualTo(4096);
    }

    @Test
    void vector_tiles_come_out_as_they_went_in() throws IOException {
        try (var archive =
                open(Pmtiles.of(TileType.VECTOR).tile(14, 13628, 8427, STREETS).tile(14, 13629, 8427, HARBOUR))) {
            assertThat(archive.type()).isEqualTo(TileType.VECTOR);
            assertThat(archive.tile(14, 13628, 8427).orElseThrow().gzipped()).isTrue();
            assertThat(archive.tile(14, 13628, 8427).orElseThrow().unpacked()).isEqualTo(STREETS);
            assertThat(archive.tile(14, 13629, 8427).orElseThrow().unpacked()).isEqualTo(HARBOUR);
        }
    }

    @Test
    void pictures_are_not_packed_a_second_time() throws IOException {
        try (var archive = open(Pmtiles.of(TileType.PNG).tile(3, 6, 4, STREETS))) {
            assertThat(archive.tile(3, 6, 4).orElseThrow().gzipped()).isFalse();
            assertThat(archive.tile(3, 6, 4).orElseThrow().bytes()).isEqualTo(STREETS);
        }
    }

    @Test
    void a_tile_may_be_found_through_a_directory_below_the_root() throws IOException {
        try (var archive = open(Pmtiles.of(TileType.PNG)
                .tile(5, 26, 16, STREETS)
                .tile(9, 400, 260, HARBOUR)
                .inLeaves())) {
            assertThat(archive.tile(5, 26, 16).orElseThrow().bytes()).isEqualTo(STREETS);
            assertThat(archive.tile(9, 400, 260).orElseThrow().bytes()).isEqualTo(HARBOUR);
            assertThat(archive.tile(9, 400, 261)).isEmpty();
        }
    }

    @Test
    void a_tile_that_the_archive_lacks_is_absent() throws IOException {
        try (var archive =
                open(Pmtiles.of(TileType.PNG).tile(5, 26, 16, STREETS).unpacked())) {
            assertThat(archive.tile(5, 25, 16)).isEmpty();
            assertThat(archive.tile(0, 0, 0)).isEmpty();
            assertThat(archive.tile(15, 32767, 32767)).isEmpty();
        }
    }

    @Test
    void a_tile_that_no_map_has_is_refused() throws IOException {
        try (var archive = open(Pmtiles.of(TileType.PNG).tile(5, 26, 16, STREETS))) {
            assertThatThrownBy(() -> archive.tile(2, 4, 0)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> archive.tile(27, 0, 0)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> archive.tile(2, 0, -1)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void one_entry_may_stand_for_a_run_of_tiles_like_the_open_sea() {
        byte[] bytes = Pmtiles.directory(List.of(new Directory.Entry(100, 50, 7, 9)));
        Directory directory = Directory.read(ByteBuffer.wrap(bytes));
        assertThat(directory.find(99)).isEmpty();
        assertThat(directory.find(100)).contains(new Directory.Entry(100, 50, 7, 9));
        assertThat(directory.find(149)).contains(new Directory.Entry(100, 50, 7, 9));
        assertThat(directory.find(150)).isEmpty();
    }

    @Test
    void it_tells_what_its_makers_say() throws IOException {
        try (var archive = open(
                Pmtiles.of(TileType.PNG).tile(0, 0, 0, STREETS).zooms(3, 9).metadata("{\"attribution\":\"us\"}"))) {
            assertThat(archive.metadata()).isEqualTo("{\"attribution\":\"us\"}");
            assertThat(archive.minZoom()).isEqualTo(3);
            assertThat(archive.maxZoom()).isEqualTo(9);
            assertThat(archive.bounds()).containsExactly(-5.3, 119.3, -5.0, 119.6);
        }
    }

    @Test
    void another_file_is_named_as_such() {
        assertBroken("roads and more roads".getBytes(StandardCharsets.UTF_8), "not a PMTiles archive");
        assertBroken(new byte[0], "not a PMTiles archive");
        assertBroken(new byte[200], "not a PMTiles archive");
    }

    @Test
    void an_older_version_is_named_with_the_way_out() {
        byte[] bytes = good();
        bytes[7] = 2;
        assertBroken(bytes, "version 2", "pmtiles convert");
    }

    @Test
    void a_download_that_broke_off_is_noticed_when_opened() {
        byte[] bytes = good();
        assertBroken(Arrays.copyOf(bytes, bytes.length - 1), "may not be complete");
    }

    @Test
    void a_compression_that_java_cannot_read_is_named() {
        byte[] bytes = good();
        bytes[97] = 3;
        assertBroken(bytes, "directories are compressed", "gzip");
        bytes[97] = 2;
        bytes[98] = 4;
        assertBroken(bytes, "tiles are compressed", "gzip");
    }

    @Test
    void unknown_tiles_and_zoom_levels_are_refused() {
        byte[] bytes = good();
        bytes[99] = 9;
        assertBroken(bytes, "unknown type");
        bytes = good();
        bytes[101] = 40;
        assertBroken(bytes, "zoom levels");
    }

    @Test
    void a_damaged_directory_is_noticed_when_opened() {
        byte[] bytes = good();
        bytes[Header.BYTES + 12] ^= 0x55;
        bytes[Header.BYTES + 13] ^= 0x55;
        assertThatThrownBy(() -> PmtilesArchive.open(Files.write(folder.resolve("damaged"), bytes)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_directory_that_claims_more_entries_than_it_has_bytes_costs_no_memory() {
        byte[] bytes =
                Pmtiles.of(TileType.PNG).tile(0, 0, 0, STREETS).unpacked().bytes();
        bytes[Header.BYTES] = 0x7f;
        assertBroken(bytes, "claims 127 entries");
    }

    @Test
    void a_directory_that_leads_to_itself_ends() throws IOException {
        byte[] loop = Pmtiles.directory(List.of(new Directory.Entry(0, 0, 0, 5)));
        byte[] bytes =
                Pmtiles.of(TileType.PNG).tile(0, 0, 0, STREETS).unpacked().bytes();
        System.arraycopy(loop, 0, bytes, Header.BYTES, loop.length);
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(40, Header.BYTES).putLong(48, loop.length);
        try (var archive = PmtilesArchive.open(Files.write(folder.resolve("loop"), bytes))) {
            assertThatThrownBy(() -> archive.tile(0, 0, 0))
                    .isInstanceOf(BrokenArchiveException.class)
                    .hasMessageContaining("without an end");
        }
    }

    @Test
    void an_entry_that_points_out_of_the_file_is_not_followed() throws IOException {
        byte[] outside = Pmtiles.directory(List.of(new Directory.Entry(0, 1, 0, 99)));
        byte[] bytes =
                Pmtiles.of(TileType.PNG).tile(0, 0, 0, STREETS).unpacked().bytes();
        System.arraycopy(outside, 0, bytes, Header.BYTES, outside.length);
        try (var archive = PmtilesArchive.open(Files.write(folder.resolve("outside"), bytes))) {
            assertThatThrownBy(() -> archive.tile(0, 0, 0))
                    .isInstanceOf(BrokenArchiveException.class)
                    .hasMessageContaining("lie outside");
        }
    }

    private byte[] good() {
        return Pmtiles.of(TileType.VECTOR).tile(0, 0, 0, STREETS).bytes();
    }

    private PmtilesArchive open(Pmtiles pmtiles) throws IOException {
        return PmtilesArchive.open(pmtiles.write(folder.resolve("streets.pmtiles")));
    }

    private void assertBroken(byte[] bytes, String... words) {
        assertThatThrownBy(() -> PmtilesArchive.open(Files.write(folder.resolve("broken.pmtiles"), bytes)))
                .isInstanceOf(BrokenArchiveException.class)
                .hasMessageContaining("broken.pmtiles")
                .hasMessageContainingAll(words);
    }
}
