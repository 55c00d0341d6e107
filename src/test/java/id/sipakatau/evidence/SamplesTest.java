package id.sipakatau.evidence;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real photos and hostile files from a folder outside of this project. */
class SamplesTest {

    @TempDir
    Path folder;

    TestVault vault;

    @BeforeEach
    void open() {
        vault = TestVault.in(folder);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @ParameterizedTest
    @CsvSource({
        "photos/gps-1.jpg, 640, 480",
        "photos/gps-makassar.jpg, 64, 48",
        "photos/plain-40d.jpg, 100, 68",
        "photos/orientation-1.jpg, 308, 410",
        "photos/orientation-3.jpg, 308, 410",
        "photos/orientation-6.jpg, 231, 308",
        "photos/orientation-8.jpg, 231, 308",
        "nasty/exif-xss.jpg, 64, 48",
        "nasty/jpeg-then-html.jpg, 64, 48",
    })
    void photo_is_taken_and_nothing_but_its_pixels_is_shown(String name, int width, int height) {
        var photo = vault.keep(Resources.sample(name));

        assertThat(new Dimensions(photo.width(), photo.height())).isEqualTo(new Dimensions(width, height));
        for (var picture : new byte[][] {vault.large(photo), vault.thumbnail(photo)}) {
            var text = new String(picture, StandardCharsets.ISO_8859_1);
            assertThat(text).doesNotContain("Exif", "http", "script", "onerror");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "nasty/html-named.jpg, NOT_AN_IMAGE",
        "nasty/gif89a-script.gif, UNSUPPORTED",
        "nasty/truncated.gif, UNSUPPORTED",
        "nasty/script.svg, UNSUPPORTED",
        "nasty/xxe.svg, UNSUPPORTED",
        "nasty/bad-boxes-1.heif, BROKEN",
        "photos/truncated.jpg, BROKEN",
        "nasty/bomb-17000x17000.avif, TOO_MANY_PIXELS",
        "nasty/bomb-20000x20000.png, TOO_MANY_PIXELS",
        "nasty/declared-65500x65500.jpg, TOO_MANY_PIXELS",
    })
    void hostile_or_damaged_file_is_refused_and_leaves_nothing(String name, Refusal reason) {
        assertThat(vault.refusal(Resources.sample(name))).isEqualTo(reason);
        assertThat(vault.files()).isEmpty();
    }

    @Test
    void photo_from_fort_rotterdam_tells_where_and_when() {
        var capture = vault.keep(Resources.sample("photos/gps-makassar.jpg")).capture();

        assertThat(requireNonNull(capture.position()).latitude()).isBetween(-5.134, -5.1338);
        assertThat(requireNonNull(capture.position()).longitude()).isBetween(119.4055, 119.4057);
        assertThat(capture.takenAt()).isEqualTo(Instant.parse("2026-03-01T02:15:00Z"));
    }
}
