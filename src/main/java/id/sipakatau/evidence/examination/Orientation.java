package id.sipakatau.evidence.examination;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Turns and mirrors pictures as EXIF orientation says (CIPA DC-008, tag 0x0112). */
final class Orientation {

    private Orientation() {}

    /** Whether a picture of this orientation is stored lying on its side. */
    static boolean isLying(int orientation) {
        return orientation >= 5;
    }

    /**
     * The picture as people see it.
     *
     * @param stored of type {@link BufferedImage#TYPE_INT_RGB}
     * @param orientation 1 to 8
     */
    static BufferedImage upright(BufferedImage stored, int orientation) {
        if (orientation == 1) {
            return stored;
        }
        int width = stored.getWidth();
        int height = stored.getHeight();
        boolean lying = isLying(orientation);
        var upright = new BufferedImage(lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_RGB);
        var from = pixels(stored);
        var to = pixels(upright);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                to[place(x, y, width, height, orientation)] = from[y * width + x];
            }
        }
        return upright;
    }

    /** Where a stored pixel belongs in the upright picture, counted along its rows. */
    private static int place(int x, int y, int width, int height, int orientation) {
        int right = width - 1 - x;
        int bottom = height - 1 - y;
        return switch (orientation) {
            case 2 -> y * width + right;
            case 3 -> bottom * width + right;
            case 4 -> bottom * width + x;
            case 5 -> x * height + y;
            case 6 -> x * height + bottom;
            case 7 -> right * height + bottom;
            case 8 -> right * height + y;
            default -> throw new IllegalArgumentException("no orientation " + orientation);
        };
    }

    private static int[] pixels(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }
}
