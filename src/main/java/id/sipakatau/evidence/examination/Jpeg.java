package id.sipakatau.evidence.examination;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Encodes JPEG without any metadata beyond the mark that it is one. */
final class Jpeg {

    private Jpeg() {}

    /** For large pictures: over a slow network it shows coarsely at once, and it is shorter too. */
    static byte[] progressive(BufferedImage image, float quality) {
        return encode(image, quality, ImageWriteParam.MODE_DEFAULT);
    }

    /** For small pictures, where the tables of a progressive one would weigh more than they save. */
    static byte[] baseline(BufferedImage image, float quality) {
        return encode(image, quality, ImageWriteParam.MODE_DISABLED);
    }

    private static byte[] encode(BufferedImage image, float quality, int progressive) {
        var writer = ofThePlatform(ImageIO.getImageWritersByFormatName("jpeg"));
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            how.setProgressiveMode(progressive);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException("a picture in memory could not be encoded", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static ImageWriter ofThePlatform(Iterator<ImageWriter> writers) {
        while (writers.hasNext()) {
            var writer = writers.next();
            if (writer.getClass().getModule() == ImageIO.class.getModule()) {
                return writer;
            }
        }
        throw new IllegalStateException("this Java platform has no writer for JPEG");
    }
}
