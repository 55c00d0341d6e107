package id.sipakatau.evidence.likeness;

import java.awt.image.BufferedImage;

/** A small picture of brightness alone, {@link #EDGE} by {@link #EDGE}, 0 to 255; the shape of the photo is left aside. */
final class Grey {

    static final int EDGE = 32;

    /** A rectangle of a picture, in shares of its width and height. */
    record Window(double left, double top, double width, double height) {
        static final Window WHOLE = new Window(0, 0, 1, 1);

        /** @param across where the rest lies, from 0 for all at the right to 1 for all at the left; likewise {@code down} */
        static Window at(double across, double down, double width, double height) {
            return new Window((1 - width) * across, (1 - height) * down, width, height);
        }
    }

    private final byte[] pixels;

    Grey(byte[] pixels) {
        if (pixels.length != EDGE * EDGE) {
            throw new IllegalArgumentException("a print of " + pixels.length + " bytes");
        }
        this.pixels = pixels.clone();
    }

    /** By the weights of ITU-R BT.601 for red, green and blue, as JPEG takes them. */
    static Grey of(BufferedImage small) {
        var pixels = new byte[EDGE * EDGE];
        for (int y = 0; y < EDGE; y++) {
            for (int x = 0; x < EDGE; x++) {
                int rgb = small.getRGB(x, y);
                double light = 0.299 * (rgb >> 16 & 0xFF) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF);
                pixels[y * EDGE + x] = (byte) Math.round(light);
            }
        }
        return new Grey(pixels);
    }

    byte[] pixels() {
        return pixels.clone();
    }

    /** How far brightness strays from its mean, as the standard deviation. */
    double contrast() {
        double sum = 0;
        double squares = 0;
        for (byte pixel : pixels) {
            int light = pixel & 0xFF;
            sum += light;
            squares += (double) light * light;
        }
        double mean = sum / pixels.length;
        return Math.sqrt(Math.max(0, squares / pixels.length - mean * mean));
    }

    /** The window in {@code edge} by {@code edge} steps, between the pixels linearly. */
    float[] sample(Window window, int edge) {
        var result = new float[edge * edge];
        for (int y = 0; y < edge; y++) {
            double sourceY = within((window.top + window.height * (y + 0.5) / edge) * EDGE - 0.5);
            int top = Math.min(EDGE - 2, (int) sourceY);
            float down = (float) (sourceY - top);
            for (int x = 0; x < edge; x++) {
                double sourceX = within((window.left + window.width * (x + 0.5) / edge) * EDGE - 0.5);
                int left = Math.min(EDGE - 2, (int) sourceX);
                float across = (float) (sourceX - left);
                int at = top * EDGE + left;
                float upper = between(at, across);
                float lower = between(at + EDGE, across);
                result[y * edge + x] = upper + (lower - upper) * down;
            }
        }
        return result;
    }

    private float between(int at, float share) {
        int first = pixels[at] & 0xFF;
        return first + ((pixels[at + 1] & 0xFF) - first) * share;
    }

    private static double within(double position) {
        return Math.clamp(position, 0, EDGE - 1);
    }
}
