package id.sipakatau.evidence.examination;

import static id.sipakatau.evidence.Colour.BLUE;
import static id.sipakatau.evidence.Colour.GREEN;
import static id.sipakatau.evidence.Colour.RED;
import static id.sipakatau.evidence.Colour.YELLOW;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.sipakatau.evidence.Colour;
import id.sipakatau.evidence.Dimensions;
import id.sipakatau.evidence.Refusal;
import id.sipakatau.evidence.Resources;
import id.sipakatau.evidence.TestVault;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeifTest {

    @TempDir
    Path folder;

    @TempDir
    Path programs;

    TestVault.Settings settings;

    @BeforeEach
    void settings() {
        settings = TestVault.Settings.in(folder);
    }

    @Test
    void heic_is_shown_by_its_own_turning_and_not_by_exif() {
        assumeDecoder();
        try (var vault = TestVault.with(settings)) {
            var file = Resources.read("quarters.heic");

            var photo = vault.keep(file);

            assertThat(photo.mediaType()).isEqualTo("image/heic");
            assertThat(vault.original(photo)).isEqualTo(file);
            assertThat(Colour.corners(TestVault.picture(vault.large(photo)))).containsExactly(RED, GREEN, BLUE, YELLOW);
            assertThat(photo.width()).isEqualTo(60);
            var capture = photo.capture();
            assertThat(capture.orientation()).isEqualTo(1);
            assertThat(capture.takenAt()).isEqualTo(Instant.parse("2026-03-01T02:15:00Z"));
            assertThat(capture.accuracyMetres()).isEqualTo(12.5);
            assertThat(requireNonNull(capture.position()).latitude()).isCloseTo(-5.1339, within(0.0001));
            assertThat(vault.files()).hasSize(3);
        }
    }

    @Test
    void avif_is_shown_where_the_decoder_knows_it() {
        assumeDecoder();
        try (var vault = TestVault.with(settings)) {
            var photo = vault.keep(Resources.read("quarters.avif"));

            assertThat(photo.mediaType()).isEqualTo("image/avif");
            assertThat(Colour.corners(TestVault.picture(vault.large(photo)))).containsExactly(RED, GREEN, BLUE, YELLOW);
        }
    }

    @Test
    void heic_of_the_samples_is_shown() {
        assumeDecoder();
        var file = Resources.sample("photos/photo.heic");
        try (var vault = TestVault.with(settings)) {
            var photo = vault.keep(file);

            assertThat(new Dimensions(photo.width(), photo.height())).isEqualTo(new Dimensions(1440, 960));
        }
    }

    private static void assumeDecoder() {
        var found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "heif-convert")));
        assumeTrue(found, "Skipped: install heif-convert (Debian: libheif-examples) to test HEIC");
    }

    @Test
    void heic_without_a_decoder_is_refused_as_undecodable_here() {
        try (var vault = TestVault.with(settings.withoutHeif())) {
            assertThat(vault.refusal(Resources.read("quarters.heic"))).isEqualTo(Refusal.UNDECODABLE_HERE);
            assertThat(vault.files()).isEmpty();
        }
        try (var vault = TestVault.with(settings.heif("no-such-program", Duration.ofSeconds(1)))) {
            assertThat(vault.refusal(Resources.read("quarters.avif"))).isEqualTo(Refusal.UNDECODABLE_HERE);
        }
    }

    @Test
    void damaged_heic_is_broken_with_and_without_a_decoder() {
        var cut = java.util.Arrays.copyOf(Resources.read("quarters.heic"), 200);
        try (var with = TestVault.with(settings);
                var without = TestVault.with(settings.withoutHeif())) {
            assertThat(with.refusal(cut)).isEqualTo(Refusal.BROKEN);
            assertThat(without.refusal(cut)).isEqualTo(Refusal.BROKEN);
        }
    }

    @Test
    void decoder_that_hangs_is_stopped() throws Exception {
        var hanging = decoder("sleep 600");
        try (var vault = TestVault.with(settings.heif(hanging, Duration.ofMillis(500)))) {
            long start = System.nanoTime();

            assertThat(vault.refusal(Resources.read("quarters.heic"))).isEqualTo(Refusal.BROKEN);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
            assertThat(vault.files()).isEmpty();
        }
    }

    @Test
    void decoder_that_fails_or_lies_is_no_fault_of_ours() throws Exception {
        var crashing = decoder("kill -SEGV $$");
        var empty = decoder("exit 0");
        var nonsense = decoder("for last; do :; done; echo '<html>' > \"$last\"");
        for (var program : new String[] {crashing, empty, nonsense}) {
            try (var vault = TestVault.with(settings.heif(program, Duration.ofSeconds(10)))) {
                assertThat(vault.refusal(Resources.read("quarters.heic"))).isIn(Refusal.BROKEN, Refusal.NOT_AN_IMAGE);
                assertThat(vault.files()).isEmpty();
            }
        }
    }

    @Test
    void decoder_runs_under_limits_and_sees_nothing_of_our_surroundings() throws Exception {
        var seen = programs.resolve("seen");
        var nosy = decoder("{ ulimit -v; ulimit -f; env; } > " + seen);
        try (var vault = TestVault.with(settings.heif(nosy, Duration.ofSeconds(10)))) {
            vault.refusal(Resources.read("quarters.heic"));

            var lines = Files.readAllLines(seen);
            assertThat(lines.getFirst()).isEqualTo("" + 768 * 1024);
            assertThat(lines.get(1)).isEqualTo("" + (64 << 20) / 512);
            assertThat(lines).noneMatch(line -> line.startsWith("PATH=/") || line.startsWith("HOME="));
        }
    }

    /** A decoder that says it knows HEIC, and does this when it is given one. */
    private String decoder(String does) throws IOException {
        var script = programs.resolve("decoder-" + Integer.toHexString(does.hashCode()));
        Files.writeString(script, """
                #!/bin/sh
                if [ "$1" = --list-decoders ]; then
                    echo 'HEIC decoders:'; echo '- libde265'; exit 0
                fi
                """ + does + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script.toString();
    }
}
