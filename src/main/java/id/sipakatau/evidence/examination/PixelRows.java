package id.sipakatau.evidence.examination;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/** Reads the rows of any decoded picture as opaque red, green and blue; what is transparent lets white through. For one thread. */
interface PixelRows {

    /** Reads as many pixels of row {@code y} from column {@code x} on as {@code row} has room for. */
    void read(int x, int y, int[] row);

    static PixelRows of(BufferedImage image) {
        return switch (image.getType()) {
            case BufferedImage.TYPE_3BYTE_BGR -> bytes(image);
            case BufferedImage.TYPE_INT_RGB -> packed(image);
            default ->
                image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY ? gray(image) : any(image);
        };
    }

    private static PixelRows bytes(BufferedImage image) {
        var data = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        int width = image.getWidth();
        return (x, y, row) -> {
            int at = 3 * (y * width + x);
            for (int i = 0; i < row.length; i++, at += 3) {
                row[i] = (data[at + 2] & 0xFF) << 16 | (data[at + 1] & 0xFF) << 8 | data[at] & 0xFF;
            }
        };
    }

    private static PixelRows packed(BufferedImage image) {
        var data = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int width = image.getWidth();
        return (x, y, row) -> System.arraycopy(data, y * width + x, row, 0, row.length);
    }

    /**
     * Takes the numbers as they are. Java's own conversion holds that grey is linear light, which no file means, and makes
     * such pictures far too bright.
     */
    private static PixelRows gray(BufferedImage image) {
        var raster = image.getRaster();
        int shift = raster.getTransferType() == DataBuffer.TYPE_BYTE ? 0 : 8;
        boolean transparent = image.getColorModel().hasAlpha();
        var gray = new int[image.getWidth()];
        var alpha = new int[image.getWidth()];
        Arrays.fill(alpha, 255 << shift);
        return (x, y, row) -> {
            raster.getSamples(x, y, row.length, 1, 0, gray);
            if (transparent) {
                raster.getSamples(x, y, row.length, 1, 1, alpha);
            }
            for (int i = 0; i < row.length; i++) {
                int level = gray[i] >> shift;
                row[i] = onWhite(alpha[i] >> shift, level, level, level);
            }
        };
    }

    private static PixelRows any(BufferedImage image) {
        return (x, y, row) -> {
            image.getRGB(x, y, row.length, 1, row, 0, row.length);
            for (int i = 0; i < row.length; i++) {
                int argb = row[i];
                row[i] = onWhite(argb >>> 24, argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF);
            }
        };
    }

    private static int onWhite(int alpha, int red, int green, int blue) {
        int white = 255 * (255 - alpha) + 127;
        return (red * alpha + white) / 255 << 16 | (green * alpha + white) / 255 << 8 | (blue * alpha + white) / 255;
    }
}
