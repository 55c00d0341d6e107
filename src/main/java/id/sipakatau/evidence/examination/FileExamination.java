package id.sipakatau.evidence.examination;

import id.sipakatau.evidence.CaptureData;
import id.sipakatau.evidence.EvidenceSettings;
import id.sipakatau.evidence.Examination;
import id.sipakatau.evidence.PhotoStore;
import id.sipakatau.evidence.PhotoStoreFailure;
import id.sipakatau.evidence.Refusal;
import id.sipakatau.evidence.Unusable;
import id.sipakatau.evidence.header.Format;
import id.sipakatau.evidence.header.Header;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Checks one file, in the order from cheap to dear: kind, size by its header, and only then its pixels. */
@Singleton
public final class FileExamination implements Examination {

    private static final Logger LOG = Logger.getLogger(FileExamination.class);

    /** The longest side of a picture; a JPEG can't have a longer one, and decoders hold whole rows. */
    private static final int MAX_EDGE = 65_535;

    /** The decoder for WebP is written in Java and takes a second for 4 to 8 million pixels. */
    private static final long MAX_WEBP_PIXELS = 16_000_000;

    /** What the steps after decoding take: a large picture three times over, and buffers. */
    private static final long AFTERWARDS = 24 << 20;

    private final long maxPixels;
    private final DecodeSlots slots;
    private final PhotoStore store;
    private final @Nullable HeifConverter heif;

    /** @throws PhotoStoreFailure if the decoder for HEIC could not be asked what it can decode */
    @Inject
    public FileExamination(EvidenceSettings settings, PhotoStore store) {
        this.store = store;
        maxPixels = settings.maxPixels();
        slots = new DecodeSlots(settings.decoders(), settings.decodeMemory().asLongValue());
        heif = heif(settings.heif(), store).orElse(null);
    }

    private static Optional<HeifConverter> heif(EvidenceSettings.Heif settings, PhotoStore store) {
        try {
            var found = HeifConverter.find(settings, store);
            LOG.info(found.map(heif -> "Photos as " + heif.formats() + " are decoded under limits")
                    .orElse("Photos as HEIC are refused: no heif-convert was found that can run under limits"));
            return found;
        } catch (IOException e) {
            throw new PhotoStoreFailure("the decoder for HEIC could not be asked", e);
        }
    }

    @Override
    public void look(Path file) throws IOException, Unusable {
        slots.run(() -> {
            var format = checked(Header.read(Files.readAllBytes(file))).format();
            if (format == Format.HEIC || format == Format.AVIF) {
                requireDecoder(format);
            }
            return format;
        });
    }

    @Override
    public Found examine(Path file, ZoneId assumed) throws IOException, Unusable {
        return slots.run(() -> examineNow(file, assumed));
    }

    private Found examineNow(Path file, ZoneId assumed) throws IOException, Unusable {
        var header = checked(Header.read(Files.readAllBytes(file)));
        return switch (header.format()) {
            case JPEG, PNG, WEBP -> {
                var capture = CaptureReader.read(header.exif(), assumed);
                yield found(header.format(), capture, pictures(header, capture.orientation()));
            }
            case HEIC, AVIF -> {
                var jpeg = converted(file, header.format());
                // The decoder has turned the picture already, as the container says; EXIF must not turn it again.
                var capture = CaptureReader.read(jpeg.exif(), assumed).upright();
                yield found(header.format(), capture, pictures(jpeg, 1));
            }
        };
    }

    private static Found found(Format format, CaptureData capture, Pictures pictures) {
        return new Found(
                format.mediaType(), capture, pictures.size(), pictures.large(), pictures.thumbnail(), pictures.print());
    }

    private Header checked(Header header) throws Unusable {
        var size = header.stored();
        long most = header.format() == Format.WEBP ? Math.min(maxPixels, MAX_WEBP_PIXELS) : maxPixels;
        if (size.pixels() > most || Math.max(size.width(), size.height()) > MAX_EDGE) {
            throw new Unusable(Refusal.TOO_MANY_PIXELS, size.width() + " x " + size.height() + " pixels");
        }
        return header;
    }

    private Header converted(Path file, Format format) throws IOException, Unusable {
        var decoder = requireDecoder(format);
        var scratch = store.draftFolder();
        try {
            return checked(Header.read(decoder.toJpeg(file, scratch)));
        } finally {
            store.discard(scratch);
        }
    }

    private HeifConverter requireDecoder(Format format) throws Unusable {
        if (heif == null || !heif.formats().contains(format)) {
            throw new Unusable(Refusal.UNDECODABLE_HERE, "no decoder for " + format);
        }
        return heif;
    }

    private Pictures pictures(Header header, int orientation) throws IOException, Unusable {
        return slots.withMemory(memory(header), () -> Pictures.of(Decoder.decode(header), header, orientation));
    }

    private static long memory(Header header) {
        long pixels = header.stored().pixels();
        int step = Decoder.step(header.stored());
        int eachPixel = header.format() == Format.PNG ? 8 : 4;
        return header.essence().length
                + pixels * header.wholeInMemory()
                + pixels / step / step * eachPixel
                + AFTERWARDS;
    }

    @Override
    public void close() {
        slots.close();
    }
}
