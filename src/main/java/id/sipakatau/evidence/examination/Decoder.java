package id.sipakatau.evidence.examination;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import id.sipakatau.evidence.Dimensions;
import id.sipakatau.evidence.Refusal;
import id.sipakatau.evidence.Unusable;
import id.sipakatau.evidence.header.Format;
import id.sipakatau.evidence.header.Header;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/**
 * Decodes JPEG, PNG and WebP inside this process, with only so many pixels as the public pictures need.
 *
 * <p>JPEG and PNG are read row by row, and of a very large picture only every second row and column is kept, so that a
 * photo of 48 million pixels takes the memory of 12. The decoder sees the essence of the file only.
 */
final class Decoder {

    /** Pixels above which every second or third row and column is left out; well above those of a large picture. */
    static final long ENOUGH = 16_000_000;

    private static final ImageReaderSpi JPEG = jpeg();
    private static final ImageReaderSpi WEBP = new WebPImageReaderSpi();

    private Decoder() {}

    /** The picture as stored: not turned, and in the colours of its profile. */
    static BufferedImage decode(Header header) throws Unusable {
        try {
            return read(header);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Decoders answer a damaged file with whatever its damage leads to: an index out of bounds, a bad argument.
            throw new Unusable(Refusal.BROKEN, "the decoder gave up", e);
        }
    }

    private static BufferedImage read(Header header) throws IOException, Unusable {
        var reader = reader(header.format());
        try (var in = new ByteArrayImageInputStream(header.essence())) {
            reader.setInput(in, true, true);
            if (reader.getWidth(0) != header.stored().width()
                    || reader.getHeight(0) != header.stored().height()) {
                throw Unusable.broken("header and decoder disagree about the size");
            }
            var wanted = reader.getDefaultReadParam();
            int step = step(header.stored());
            wanted.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, wanted);
        } finally {
            reader.dispose();
        }
    }

    /** One row and column in so many is kept. */
    static int step(Dimensions size) {
        int step = 1;
        while (size.pixels() / ((long) step * step) > ENOUGH) {
            step++;
        }
        return step;
    }

    private static ImageReader reader(Format format) throws IOException {
        return switch (format) {
            case JPEG -> JPEG.createReaderInstance();
            case PNG -> ofThePlatform(ImageIO.getImageReadersByFormatName("png"));
            case WEBP -> WEBP.createReaderInstance();
            case HEIC, AVIF -> throw new IllegalArgumentException(format + " is decoded elsewhere");
        };
    }

    private static ImageReader ofThePlatform(Iterator<ImageReader> readers) {
        while (readers.hasNext()) {
            var reader = readers.next();
            if (reader.getClass().getModule() == ImageIO.class.getModule()) {
                return reader;
            }
        }
        throw new IllegalStateException("this Java platform has no reader for PNG");
    }

    /** It builds on the platform's reader, which it looks for where readers are registered. */
    private static ImageReaderSpi jpeg() {
        var spi = new JPEGImageReaderSpi();
        spi.onRegistration(IIORegistry.getDefaultInstance(), ImageReaderSpi.class);
        return spi;
    }
}
