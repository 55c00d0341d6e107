package id.sipakatau.evidence;

import io.quarkus.runtime.configuration.MemorySize;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/** A vault on a folder of its own, and the questions that tests ask about it. */
record TestVault(Path folder, PhotoVault vault) implements AutoCloseable {

    static final ZoneId MAKASSAR = ZoneId.of("Asia/Makassar");
    static final Instant NOW = Instant.parse("2026-03-02T01:30:00Z");

    /** Settings of a test; those of {@link #in} are the defaults but for a shorter time. */
    record Settings(
            Path folder,
            MemorySize maxBytes,
            long maxPixels,
            int decoders,
            MemorySize decodeMemory,
            Optional<String> command,
            MemorySize heifMemory,
            Duration heifTime)
            implements EvidenceSettings, EvidenceSettings.Heif {

        static Settings in(Path folder) {
            return new Settings(
                    folder,
                    megabytes(15),
                    50_000_000,
                    2,
                    megabytes(400),
                    Optional.of("heif-convert"),
                    megabytes(768),
                    Duration.ofSeconds(30));
        }

        Settings maxBytes(long bytes) {
            return new Settings(
                    folder,
                    new MemorySize(BigInteger.valueOf(bytes)),
                    maxPixels,
                    decoders,
                    decodeMemory,
                    command,
                    heifMemory,
                    heifTime);
        }

        Settings maxPixels(long pixels) {
            return new Settings(folder, maxBytes, pixels, decoders, decodeMemory, command, heifMemory, heifTime);
        }

        Settings heif(String program, Duration time) {
            return new Settings(
                    folder, maxBytes, maxPixels, decoders, decodeMemory, Optional.of(program), heifMemory, time);
        }

        Settings withoutHeif() {
            return new Settings(
                    folder, maxBytes, maxPixels, decoders, decodeMemory, Optional.empty(), heifMemory, heifTime);
        }

        @Override
        public Heif heif() {
            return this;
        }

        @Override
        public MemorySize memory() {
            return heifMemory;
        }

        @Override
        public Duration time() {
            return heifTime;
        }

        private static MemorySize megabytes(int megabytes) {
            return new MemorySize(BigInteger.valueOf((long) megabytes << 20));
        }
    }

    static TestVault in(Path folder) {
        return with(Settings.in(folder));
    }

    static TestVault with(Settings settings) {
        return new TestVault(settings.folder(), new PhotoVault(settings, InstantSource.fixed(NOW)));
    }

    PhotoVault.Intake offer(byte[] file) {
        return vault.prepare(new ByteArrayInputStream(file), Photo.Source.CAMERA, MAKASSAR);
    }

    /** The photo that the vault made of a file which it has to take. */
    PreparedPhoto keep(byte[] file) {
        return switch (offer(file)) {
            case PhotoVault.Intake.Kept(var photo) -> photo;
            case PhotoVault.Intake.Refused(var reason) -> throw new AssertionError("refused as " + reason);
        };
    }

    Refusal refusal(byte[] file) {
        return switch (offer(file)) {
            case PhotoVault.Intake.Kept(var photo) -> throw new AssertionError("taken as " + photo);
            case PhotoVault.Intake.Refused(var reason) -> reason;
        };
    }

    byte[] original(PreparedPhoto photo) {
        return read(PhotoStore.Shelf.ORIGINAL, photo.original());
    }

    byte[] large(PreparedPhoto photo) {
        return read(PhotoStore.Shelf.PICTURE, photo.large());
    }

    byte[] thumbnail(PreparedPhoto photo) {
        return read(PhotoStore.Shelf.PICTURE, photo.thumbnail());
    }

    BufferedImage largePicture(byte[] file) {
        return picture(large(keep(file)));
    }

    static BufferedImage picture(byte[] jpeg) {
        try {
            return ImageIO.read(new ByteArrayInputStream(jpeg));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] read(PhotoStore.Shelf shelf, Digest digest) {
        try {
            return Files.readAllBytes(
                    new FolderStore(folder).find(shelf, digest).orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files in the folder, whatever they are. */
    List<Path> files() {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        vault.stop();
    }
}
