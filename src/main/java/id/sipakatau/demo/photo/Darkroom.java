package id.sipakatau.demo.photo;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** What turns a painting into a photograph: rain, grain, fall-off towards the corners, and the JPEG. */
final class Darkroom {

    static final int LONGEST = 120_000;

    private static final float QUALITY = 0.68f;

    private Darkroom() {}

    /** Brightens the middle, darkens the corners and adds the grain of a cheap sensor. */
    static BufferedImage developed(Canvas c) {
        int w = Canvas.WIDTH;
        int h = Canvas.HEIGHT;
        var image = new BufferedImage(w, h, BufferedImage.TYPE_3BYTE_BGR);
        byte[] bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        int driftX = c.random.nextInt(Noise.SIZE);
        int driftY = c.random.nextInt(Noise.SIZE);
        int grain = c.light.dark() ? 15 : 8;
        // The fall-off in 1024ths, as a part for the column and a part for the row.
        var sides = new int[w];
        for (int x = 0; x < w; x++) {
            double dx = (x - w / 2.0) / w;
            sides[x] = (int) (dx * dx * 512);
        }
        for (int y = 0, to = 0; y < h; y++) {
            double dy = (y - h / 2.0) / h;
            int middle = (int) (1075 - dy * dy * 512);
            int noiseRow = (y / 2 + driftY & Noise.SIZE - 1) * Noise.SIZE;
            for (int x = 0; x < w; x++) {
                int fall = middle - sides[x];
                int speck = ((Noise.GRAINY[noiseRow + (x / 2 + driftX & Noise.SIZE - 1)] & 0xff) - 128) * grain >> 7;
                int p = c.pixels[y * w + x];
                bytes[to++] = bounded(((p & 0xff) * fall >> 10) + speck);
                bytes[to++] = bounded(((p >> 8 & 0xff) * fall >> 10) + speck);
                bytes[to++] = bounded(((p >> 16 & 0xff) * fall >> 10) + speck);
            }
        }
        return image;
    }

    private static byte bounded(int value) {
        return (byte) (value < 0 ? 0 : Math.min(value, 255));
    }

    /** A restless picture gives up quality, so that none is much longer than {@value #LONGEST} bytes. */
    static byte[] jpeg(BufferedImage image) {
        var jpeg = jpeg(image, QUALITY);
        return jpeg.length <= LONGEST ? jpeg : jpeg(image, QUALITY * LONGEST * 0.88f / jpeg.length);
    }

    private static byte[] jpeg(BufferedImage image, float quality) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream(128 * 1024);
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), settings);
        } catch (IOException e) {
            throw new UncheckedIOException("a drawn picture could not be encoded", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
