package id.sipakatau.evidence.examination;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.sipakatau.city.Position;
import id.sipakatau.evidence.CaptureData;
import id.sipakatau.evidence.Drawn;
import id.sipakatau.evidence.ExifBlock;
import id.sipakatau.evidence.Resources;
import id.sipakatau.evidence.TestVault;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureReaderTest {

    private static final ZoneId MAKASSAR = ZoneId.of("Asia/Makassar");

    @Test
    void time_with_an_offset_is_an_instant() {
        var capture = read(new ExifBlock().taken("2026:03:01 10:15:00").takenOffset("+09:00"));

        assertThat(capture.takenAt()).isEqualTo(Instant.parse("2026-03-01T01:15:00Z"));
        assertThat(capture.zoneAssumed()).isFalse();
    }

    @Test
    void time_without_an_offset_is_read_in_the_assumed_zone() {
        var capture = read(new ExifBlock().taken("2026:03:01 10:15:00"));

        assertThat(capture.takenAt()).isEqualTo(Instant.parse("2026-03-01T02:15:00Z"));
        assertThat(capture.zoneAssumed()).isTrue();
    }

    @Test
    void time_of_taking_goes_before_the_time_of_a_later_change() {
        var both = read(new ExifBlock().taken("2026:03:01 10:15:00").changed("2026:03:02 08:00:00"));
        var changed = read(new ExifBlock().changed("2026:03:02 08:00:00"));

        assertThat(both.takenAt()).isEqualTo(Instant.parse("2026-03-01T02:15:00Z"));
        assertThat(changed.takenAt()).isEqualTo(Instant.parse("2026-03-02T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000:00:00 00:00:00", "    :  :     :  :  ", "2026:02:30 10:00:00", "yesterday", ""})
    void clock_that_was_never_set_tells_no_time(String time) {
        assertThat(read(new ExifBlock().taken(time)).takenAt()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+99:00", "WITA", ""})
    void offset_that_makes_no_sense_is_as_none(String offset) {
        var capture = read(new ExifBlock().taken("2026:03:01 10:15:00").takenOffset(offset));

        assertThat(capture.takenAt()).isEqualTo(Instant.parse("2026-03-01T02:15:00Z"));
        assertThat(capture.zoneAssumed()).isTrue();
    }

    @Test
    void direction_of_the_camera_is_read() {
        assertThat(read(new ExifBlock().position(-5.1339, 119.4056).direction(2405))
                        .directionDegrees())
                .isEqualTo(240.5);
        assertThat(read(new ExifBlock().direction(36005)).directionDegrees()).isNull();
    }

    @Test
    void position_and_its_accuracy_are_read() {
        var capture = read(new ExifBlock().position(-5.1339, 119.4056).accuracy(125));

        assertPosition(capture, -5.1339, 119.4056);
        assertThat(capture.accuracyMetres()).isEqualTo(12.5);
    }

    @Test
    void receiver_without_a_fix_tells_no_position() {
        var capture = read(new ExifBlock().position(0, 0).accuracy(50));

        assertThat(capture.position()).isNull();
        assertThat(capture.accuracyMetres()).isNull();
    }

    @Test
    void position_off_the_earth_is_none() {
        assertThat(read(new ExifBlock().position(-95, 119)).position()).isNull();
        assertThat(read(new ExifBlock().position(-5, 190)).position()).isNull();
    }

    @Test
    void block_of_nonsense_tells_nothing() {
        assertThat(CaptureReader.read(null, MAKASSAR)).isEqualTo(CaptureData.NONE);
        assertThat(CaptureReader.read(new byte[0], MAKASSAR)).isEqualTo(CaptureData.NONE);
        assertThat(CaptureReader.read("MM\0*\u007f\u007f\u007f\u007f".getBytes(), MAKASSAR))
                .isEqualTo(CaptureData.NONE);
    }

    @Test
    void capture_data_is_read_from_every_kind_of_file(@TempDir Path folder) {
        var exif = new ExifBlock().taken("2026:03:01 10:15:00").position(-5.1339, 119.4056);
        var image = Drawn.quarters(60, 40);
        try (var vault = TestVault.in(folder)) {
            var jpeg = vault.keep(Drawn.withExif(Drawn.jpeg(image), exif)).capture();
            var png = vault.keep(Drawn.withChunk(Drawn.png(image), "eXIf", exif.bytes()))
                    .capture();
            var webp = vault.keep(Drawn.extendedWebp(Resources.read("lossy.webp"), 60, 40, exif.bytes()))
                    .capture();

            for (var capture : new CaptureData[] {jpeg, png, webp}) {
                assertThat(capture.takenAt()).isEqualTo(Instant.parse("2026-03-01T02:15:00Z"));
                assertPosition(capture, -5.1339, 119.4056);
            }
        }
    }

    private static void assertPosition(CaptureData capture, double latitude, double longitude) {
        assertThat(requireNonNull(capture.position()).metresTo(new Position(latitude, longitude)))
                .isCloseTo(0, within(1.0));
    }

    private static CaptureData read(ExifBlock block) {
        return CaptureReader.read(block.bytes(), MAKASSAR);
    }
}
