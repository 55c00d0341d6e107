package id.sipakatau.evidence.examination;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.evidence.Drawn;
import id.sipakatau.evidence.ExifBlock;
import id.sipakatau.evidence.PhotoVault;
import id.sipakatau.evidence.Refusal;
import id.sipakatau.evidence.Resources;
import id.sipakatau.evidence.TestVault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever is done to a file, the answer is a photo or a refusal, and what is refused leaves nothing behind. */
class DamagedFilesTest {

    private static final List<byte[]> WHOLE = List.of(
            Drawn.withExif(
                    Drawn.jpeg(Drawn.scene(96, 64)),
                    new ExifBlock()
                            .orientation(6)
                            .taken("2026:03:01 10:15:00")
                            .takenOffset("+08:00")
                            .position(-5.1, 119.4)),
            Jpeg.progressive(Drawn.scene(96, 64), 0.8f),
            Resources.read("cmyk.jpg"),
            Drawn.png(Drawn.scene(48, 32)),
            Resources.read("lossy.webp"),
            Resources.read("lossless.webp"),
            Resources.read("alpha.webp"));

    private static Path folder;
    private static TestVault vault;

    @BeforeContainer
    static void open() throws IOException {
        folder = Files.createTempDirectory("damaged");
        vault = TestVault.with(TestVault.Settings.in(folder).withoutHeif());
    }

    @AfterContainer
    static void close() throws IOException {
        vault.close();
        TestVault.delete(folder);
    }

    @Property(tries = 1500, shrinking = ShrinkingMode.OFF)
    void damaged_file_is_a_photo_or_a_refusal(@ForAll("damaged") byte[] file) throws IOException {
        var before = Set.copyOf(vault.files());

        var intake = vault.offer(file);

        switch (intake) {
            case PhotoVault.Intake.Kept(var photo) -> {
                assertThat(vault.original(photo)).isEqualTo(file);
                assertThat(TestVault.picture(vault.large(photo)).getWidth()).isPositive();
            }
            case PhotoVault.Intake.Refused(var reason) -> {
                assertThat(reason).isNotEqualTo(Refusal.TOO_MANY_BYTES);
                assertThat(Set.copyOf(vault.files())).isEqualTo(before);
            }
        }
        assertThat(folder.resolve("draft")).isEmptyDirectory();
    }

    /** Some bytes are changed, near the front more often than elsewhere; then perhaps the end is cut off. */
    @Provide
    Arbitrary<byte[]> damaged() {
        var changes = Arbitraries.doubles().between(0, 1).list().ofMinSize(0).ofMaxSize(12);
        var values = Arbitraries.bytes().list().ofSize(12);
        var ends = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(1.0)),
                Tuple.of(1, Arbitraries.doubles().between(0, 1)));
        return Combinators.combine(Arbitraries.of(WHOLE), changes, values, ends).as((whole, places, bytes, end) -> {
            var file = whole.clone();
            for (int i = 0; i < places.size(); i++) {
                file[(int) (Math.pow(places.get(i), 3) * (file.length - 1))] = bytes.get(i);
            }
            return Arrays.copyOf(file, (int) (end * file.length));
        });
    }
}
