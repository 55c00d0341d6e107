package id.sipakatau.demo.photo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** What turns a painting into a photograph: rain, grain, fall-off towards the corners, and the JPEG. */
final class Darkroom {

    private static final float QUALITY = 0.68f;

    private Darkroom() {}

    /** Brightens the middle, darkens the corners and adds the grain of a cheap sensor. */
    static void finish(Canvas c) {
        int w = Canvas.WIDTH;
        int h = Canvas.HEIGHT;
        int driftX = c.random.nextInt(Noise.SIZE);
        int driftY = c.random.nextInt(Noise.SIZE);
        int grain = c.light.dark() ? 15 : 8;
        for (int y = 0; y < h; y++) {
            float dy = (y - h / 2f) / h;
            int noiseRow = (y / 2 + driftY & Noise.SIZE - 1) * Noise.SIZE;
            for (int x = 0; x < w; x++) {
                float dx = (x - w / 2f) / w;
                float fall = 1.05f - (dx * dx + dy * dy) * 0.5f;
                int speck = ((Noise.GRAINY[noiseRow + (x / 2 + driftX & Noise.SIZE - 1)] & 0xff) - 128) * grain >> 7;
                int p = c.pixels[y * w + x];
                int r = (int) ((p >> 16 & 0xff) * fall) + speck;
                int g = (int) ((p >> 8 & 0xff) * fall) + speck;
                int b = (int) ((p & 0xff) * fall) + speck;
                c.pixels[y * w + x] = bounded(r) << 16 | bounded(g) << 8 | bounded(b);
            }
        }
    }

    private static int bounded(int value) {
        return value < 0 ? 0 : Math.min(value, 255);
    }

    static byte[] jpeg(BufferedImage image) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream(128 * 1024);
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(QUALITY);
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
