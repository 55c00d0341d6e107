package id.sipakatau.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import id.sipakatau.evidence.header.Header;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small files that claim to be enormous pictures, or that would keep a decoder busy for hours. */
class BombTest {

    private static final long LITTLE = 20_000_000;

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

    record Bomb(String name, byte[] file) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Bomb> bombs() {
        var jpeg = Drawn.jpeg(Drawn.quarters(64, 48));
        int jpegSize = new String(jpeg, ISO_8859_1).indexOf("\u00ff\u00c0") + 5;
        var png = Drawn.png(Drawn.quarters(64, 48));
        int pngSize = 16;
        var heic = Resources.read("quarters.heic");
        int heicSize = new String(heic, ISO_8859_1).indexOf("ispe") + 8;
        return Stream.of(
                new Bomb("JPEG", changed(jpeg, jpegSize, 65_500 << 16 | 65_500)),
                new Bomb("PNG", changed(png, pngSize, 20_000, 20_000)),
                new Bomb("PNG of one row", changed(png, pngSize, 40_000_000, 1)),
                new Bomb("PNG as large as can be", changed(png, pngSize, Integer.MAX_VALUE, Integer.MAX_VALUE)),
                new Bomb("WebP", changed(Resources.read("lossy.webp"), 26, 0xFF3FFF3F)),
                new Bomb("HEIC", changed(heic, heicSize, 17_000, 17_000)));
    }

    private static byte[] changed(byte[] file, int at, int... numbers) {
        var copy = ByteBuffer.wrap(file.clone()).position(at);
        for (int number : numbers) {
            copy.putInt(number);
        }
        return copy.array();
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void bomb_is_refused_by_its_header_with_little_memory(Bomb bomb) {
        assertThat(vault.refusal(bomb.file)).isEqualTo(Refusal.TOO_MANY_PIXELS);
        assertThat(allocatedByHeaderOf(bomb.file)).isLessThan(LITTLE / 10);
        assertThat(vault.files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nasty/bomb-20000x20000.png",
                "nasty/declared-65500x65500.jpg",
                "nasty/bomb-17000x17000.avif",
            })
    void bomb_of_the_samples_is_refused_with_little_memory(String name) {
        var file = Resources.sample(name);

        assertThat(allocatedByAllThreads(() -> assertThat(vault.refusal(file)).isEqualTo(Refusal.TOO_MANY_PIXELS)))
                .isLessThan(LITTLE);
        assertThat(vault.files()).isEmpty();
    }

    private static long allocatedByHeaderOf(byte[] file) {
        var threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        long before = threads.getCurrentThreadAllocatedBytes();
        try {
            Header.read(file);
        } catch (Unusable e) {
            throw new AssertionError("the header is whole", e);
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static long allocatedByAllThreads(Runnable work) {
        var threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        long before = threads.getTotalThreadAllocatedBytes();
        work.run();
        return threads.getTotalThreadAllocatedBytes() - before;
    }

    @Test
    void picture_of_48_million_pixels_takes_the_memory_of_12() {
        var file = Drawn.png(new java.awt.image.BufferedImage(8000, 6000, java.awt.image.BufferedImage.TYPE_BYTE_GRAY));

        long allocated =
                allocatedByAllThreads(() -> assertThat(vault.keep(file).width()).isEqualTo(8000));

        assertThat(allocated).isLessThan(12_000_000 + 60_000_000);
    }

    /** Each scan costs the decoder a walk over all pixels, whatever little it holds. */
    @Test
    void jpeg_of_a_thousand_scans_is_refused() {
        var jpeg = Drawn.jpeg(Drawn.quarters(64, 48));
        int scan = new String(jpeg, ISO_8859_1).indexOf("\u00ff\u00da");
        var many = new ByteArrayOutputStream();
        many.write(jpeg, 0, scan);
        for (int i = 0; i < 1000; i++) {
            many.write(jpeg, scan, jpeg.length - scan - 2);
        }
        many.write(jpeg, jpeg.length - 2, 2);

        assertThat(vault.refusal(many.toByteArray())).isEqualTo(Refusal.BROKEN);
    }

    /** The second frame would be the one that the decoder believes. */
    @Test
    void jpeg_of_two_frames_is_refused() {
        var jpeg = Drawn.jpeg(Drawn.quarters(64, 48));
        int frame = new String(jpeg, ISO_8859_1).indexOf("\u00ff\u00c0");
        var content = java.util.Arrays.copyOfRange(jpeg, frame + 4, frame + 19);

        assertThat(vault.refusal(Drawn.withSegment(jpeg, 0xC0, content))).isEqualTo(Refusal.BROKEN);
    }

    /** The canvas is what the header tells, the frame is what the decoder makes room for. */
    @Test
    void webp_whose_frame_is_larger_than_its_canvas_is_refused() {
        var webp = Resources.read("alpha.webp");
        int start = new String(webp, ISO_8859_1).indexOf("\u009d\u0001\u002a");

        assertThat(vault.refusal(changed(webp, start + 3, 0xFF3FFF3F))).isEqualTo(Refusal.BROKEN);
    }
}
