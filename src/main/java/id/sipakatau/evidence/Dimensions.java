package id.sipakatau.evidence;

/**
 * Width and height of a picture in pixels.
 *
 * @param width at least 1
 * @param height at least 1
 */
public record Dimensions(int width, int height) {

    /** @throws IllegalArgumentException if one of them is below 1 */
    public Dimensions {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a picture of " + width + " x " + height + " pixels");
        }
    }

    /** All pixels of the picture. */
    public long pixels() {
        return (long) width * height;
    }

    /** The same picture lying on its side. */
    public Dimensions turned() {
        return new Dimensions(height, width);
    }

    /** The same shape with no side longer than {@code edge}; never larger than this. */
    public Dimensions within(int edge) {
        double scale = Math.min(1, (double) edge / Math.max(width, height));
        return new Dimensions(scaled(width, scale), scaled(height, scale));
    }

    /** The size of the largest cut-out of this in the shape of {@code frame}, shrunk to the frame; never enlarged. */
    public Dimensions covering(Dimensions frame) {
        var cut = cutLike(frame);
        double scale = Math.min(1, (double) frame.width / cut.width);
        return new Dimensions(scaled(cut.width, scale), scaled(cut.height, scale));
    }

    /** The largest part of this that has the shape of {@code frame}. */
    public Dimensions cutLike(Dimensions frame) {
        if ((long) width * frame.height >= (long) height * frame.width) {
            return new Dimensions(scaled(height, (double) frame.width / frame.height), height);
        }
        return new Dimensions(width, scaled(width, (double) frame.height / frame.width));
    }

    private static int scaled(int length, double scale) {
        return (int) Math.max(1, Math.round(length * scale));
    }
}
