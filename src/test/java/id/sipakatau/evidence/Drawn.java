package id.sipakatau.evidence;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures for tests, drawn here, and ways to put into their files what cameras, and people of ill will, put there. */
public final class Drawn {

    private Drawn() {}

    /** Top left red, top right green, bottom left blue, bottom right yellow. */
    public static BufferedImage quarters(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var colours = new Color[] {Color.RED, Color.GREEN, Color.BLUE, Color.YELLOW};
        var pen = image.createGraphics();
        for (int i = 0; i < 4; i++) {
            pen.setColor(colours[i]);
            pen.fillRect(i % 2 * width / 2, i / 2 * height / 2, width, height);
        }
        pen.dispose();
        return image;
    }

    /** Soft light with the noise of a sensor: compresses like a photo. */
    public static BufferedImage scene(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, new Color(90, 140, 200), width, height, new Color(120, 90, 60)));
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        var random = new Random(1);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int noise = random.nextInt(-8, 9);
                image.setRGB(x, y, image.getRGB(x, y) + noise * 0x010101);
            }
        }
        return image;
    }

    /**
     * Shapes thrown together on gravel: another seed is another picture, and no two are alike. Whatever the seed, none is so
     * dark, so blurred or so light in bytes that a phone would treat it differently from the others.
     */
    public static BufferedImage shapes(int width, int height, long seed) {
        var image = scene(width, height);
        var random = new Random(seed);
        var pen = image.createGraphics();
        for (int i = 0; i < 14; i++) {
            pen.setColor(new Color(random.nextInt(60, 230), random.nextInt(60, 230), random.nextInt(60, 230)));
            int across = width / 8 + random.nextInt(width / 3);
            int down = height / 8 + random.nextInt(height / 3);
            pen.fillOval(random.nextInt(width) - across / 2, random.nextInt(height) - down / 2, across, down);
        }
        pen.dispose();
        gravel(image, random);
        return image;
    }

    /** Stones that are seen in a copy of 256 dots too, by which the form judges whether a photo is sharp. */
    private static void gravel(BufferedImage image, Random random) {
        int edge = Math.max(1, image.getWidth() / 256);
        for (int top = 0; top < image.getHeight(); top += edge) {
            for (int left = 0; left < image.getWidth(); left += edge) {
                int shade = random.nextInt(-14, 15) * 0x010101;
                for (int y = top; y < Math.min(image.getHeight(), top + edge); y++) {
                    for (int x = left; x < Math.min(image.getWidth(), left + edge); x++) {
                        image.setRGB(x, y, image.getRGB(x, y) + shade);
                    }
                }
            }
        }
    }

    public static byte[] jpeg(BufferedImage image) {
        return encoded(image, "jpeg");
    }

    public static byte[] png(BufferedImage image) {
        return encoded(image, "png");
    }

    private static byte[] encoded(BufferedImage image, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException("no " + format + " of " + image);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static byte[] withExif(byte[] jpeg, ExifBlock exif) {
        return withSegment(jpeg, 0xE1, joined("Exif\0\0".getBytes(StandardCharsets.US_ASCII), exif.bytes()));
    }

    public static byte[] withProfile(byte[] jpeg, byte[] profile) {
        var name = "ICC_PROFILE\0\1\1".getBytes(StandardCharsets.US_ASCII);
        return withSegment(jpeg, 0xE2, joined(name, profile));
    }

    public static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        int length = content.length + 2;
        return joined(
                Arrays.copyOf(jpeg, 2),
                new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length},
                content,
                Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** Puts a chunk behind the header of a PNG. */
    public static byte[] withChunk(byte[] png, String type, byte[] content) {
        var named = joined(type.getBytes(StandardCharsets.US_ASCII), content);
        var checksum = new CRC32();
        checksum.update(named);
        int afterHeader = 33;
        return joined(
                Arrays.copyOf(png, afterHeader),
                ByteBuffer.allocate(4).putInt(content.length).array(),
                named,
                ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array(),
                Arrays.copyOfRange(png, afterHeader, png.length));
    }

    /** A simple WebP in the extended form that can carry EXIF. */
    public static byte[] extendedWebp(byte[] simple, int width, int height, byte[] exif) {
        var out = ByteBuffer.allocate(simple.length + 18 + 8 + exif.length + exif.length % 2)
                .order(ByteOrder.LITTLE_ENDIAN);
        out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(out.capacity() - 8);
        out.put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(0x08);
        out.put(new byte[] {(byte) (width - 1), 0, 0, (byte) (height - 1), 0, 0});
        out.put(simple, 12, simple.length - 12);
        out.put("EXIF".getBytes(StandardCharsets.US_ASCII)).putInt(exif.length).put(exif);
        return out.array();
    }

    public static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
