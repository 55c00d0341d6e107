package id.sipakatau.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks one file, in the order from cheap to dear: kind, size by its header, and only then its pixels. */
final class Examination {

    /** The longest side of a picture; a JPEG can't have a longer one, and decoders hold whole rows. */
    private static final int MAX_EDGE = 65_535;

    /** The decoder for WebP is written in Java and takes a second for 4 to 8 million pixels. */
    private static final long MAX_WEBP_PIXELS = 16_000_000;

    /** What the steps after decoding take: a large picture three times over, and buffers. */
    private static final long AFTERWARDS = 24 << 20;

    /** What is known of a file that is a photo. */
    record Found(Format format, CaptureData capture, Pictures pictures) {}

    private final long maxPixels;
    private final DecodeSlots slots;
    private final PhotoStore store;
    private final @Nullable HeifConverter heif;

    Examination(long maxPixels, DecodeSlots slots, PhotoStore store, Optional<HeifConverter> heif) {
        this.maxPixels = maxPixels;
        this.slots = slots;
        this.store = store;
        this.heif = heif.orElse(null);
    }

    /** @throws Unusable if the file is not taken */
    Found examine(Path file, ZoneId assumed) throws IOException, Unusable {
        var header = checked(Header.read(Files.readAllBytes(file)));
        return switch (header.format()) {
            case JPEG, PNG, WEBP -> {
                var capture = CaptureReader.read(header.exif(), assumed);
                yield new Found(header.format(), capture, pictures(header, capture.orientation()));
            }
            case HEIC, AVIF -> {
                var jpeg = converted(file, header.format());
                // The decoder has turned the picture already, as the container says; EXIF must not turn it again.
                var capture = CaptureReader.read(jpeg.exif(), assumed).upright();
                yield new Found(header.format(), capture, pictures(jpeg, 1));
            }
        };
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
        if (heif == null || !heif.formats().contains(format)) {
            throw new Unusable(Refusal.UNDECODABLE_HERE, "no decoder for " + format);
        }
        var scratch = store.draftFolder();
        try {
            return checked(Header.read(heif.toJpeg(file, scratch)));
        } finally {
            FolderStore.delete(scratch);
        }
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
}
