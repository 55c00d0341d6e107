package id.sipakatau.evidence;

import id.sipakatau.evidence.examination.FileExamination;
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
public record TestVault(Path folder, PhotoVault vault) implements AutoCloseable {

    public static final ZoneId MAKASSAR = ZoneId.of("Asia/Makassar");
    public static final Instant NOW = Instant.parse("2026-03-02T01:30:00Z");

    /** Settings of a test; those of {@link #in} are the defaults but for a shorter time. */
    public record Settings(
            Path folder,
            MemorySize maxBytes,
            long maxPixels,
            int decoders,
            MemorySize decodeMemory,
            Optional<String> command,
            MemorySize heifMemory,
            Duration heifTime)
            implements EvidenceSettings, EvidenceSettings.Heif {

        public static Settings in(Path folder) {
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

        public Settings maxBytes(long bytes) {
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

        public Settings maxPixels(long pixels) {
            return new Settings(folder, maxBytes, pixels, decoders, decodeMemory, command, heifMemory, heifTime);
        }

        public Settings heif(String program, Duration time) {
            return new Settings(
                    folder, maxBytes, maxPixels, decoders, decodeMemory, Optional.of(program), heifMemory, time);
        }

        public Settings withoutHeif() {
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

    public static TestVault in(Path folder) {
        return with(Settings.in(folder));
    }

    public static TestVault with(Settings settings) {
        var store = StoreAtStart.open(settings);
        var examination = new FileExamination(settings, store);
        return new TestVault(settings.folder(), new PhotoVault(settings, InstantSource.fixed(NOW), store, examination));
    }

    public PhotoVault.Intake offer(byte[] file) {
        return vault.prepare(new ByteArrayInputStream(file), Photo.Source.CAMERA, MAKASSAR);
    }

    /** The photo that the vault made of a file which it has to take. */
    public PreparedPhoto keep(byte[] file) {
        return switch (offer(file)) {
            case PhotoVault.Intake.Kept(var photo) -> photo;
            case PhotoVault.Intake.Refused(var reason) -> throw new AssertionError("refused as " + reason);
        };
    }

    public Refusal refusal(byte[] file) {
        return switch (offer(file)) {
            case PhotoVault.Intake.Kept(var photo) -> throw new AssertionError("taken as " + photo);
            case PhotoVault.Intake.Refused(var reason) -> reason;
        };
    }

    public byte[] original(PreparedPhoto photo) {
        return read(PhotoStore.Shelf.ORIGINAL, photo.original());
    }

    public byte[] large(PreparedPhoto photo) {
        return read(PhotoStore.Shelf.PICTURE, photo.large());
    }

    public byte[] thumbnail(PreparedPhoto photo) {
        return read(PhotoStore.Shelf.PICTURE, photo.thumbnail());
    }

    public BufferedImage largePicture(byte[] file) {
        return picture(large(keep(file)));
    }

    public static BufferedImage picture(byte[] jpeg) {
        try {
            return ImageIO.read(new ByteArrayInputStream(jpeg));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a folder with all that is in it. */
    public static void delete(Path folder) throws IOException {
        FolderStore.delete(folder);
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
    public List<Path> files() {
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
