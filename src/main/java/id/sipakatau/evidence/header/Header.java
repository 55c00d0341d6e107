package id.sipakatau.evidence.header;

import id.sipakatau.evidence.Dimensions;
import id.sipakatau.evidence.Unusable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of itself before anything is decoded; this is where bombs are found.
 *
 * @param stored size of the picture as stored, before it is turned upright
 * @param wholeInMemory bytes a pixel that the decoder has to hold for the whole picture, however little of it is wanted
 * @param essence the file without everything that does not make the picture, which is all that a decoder gets to see
 * @param exif the EXIF block, beginning with its TIFF header, or null
 * @param profile the ICC profile of its colours, or null for sRGB
 */
public record Header(
        Format format,
        Dimensions stored,
        int wholeInMemory,
        byte[] essence,
        byte @Nullable [] exif,
        byte @Nullable [] profile) {

    /** The longest EXIF block that is read; a JPEG can't hold a longer one. */
    static final int MAX_EXIF = 65_536;

    /** The longest colour profile that is read; those of displays and cameras have 500 to 4,000 bytes. */
    static final int MAX_PROFILE = 1 << 20;

    /**
     * Reads the header, and walks the file down to its end: one that is cut off is broken.
     *
     * @throws Unusable if the file is no picture, is of a kind that is not taken, or is broken
     */
    public static Header read(byte[] file) throws Unusable {
        var format = Format.of(Arrays.copyOf(file, Math.min(file.length, Format.HEAD)));
        return switch (format) {
            case JPEG -> new JpegHeader(file).walk();
            case PNG -> new PngHeader(file).walk();
            case WEBP -> new WebpHeader(file).walk();
            case HEIC, AVIF -> HeifHeader.read(file, format);
        };
    }

    static Dimensions dimensions(long width, long height) throws Unusable {
        if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw Unusable.broken("a picture of " + width + " x " + height + " pixels");
        }
        return new Dimensions((int) width, (int) height);
    }
}
