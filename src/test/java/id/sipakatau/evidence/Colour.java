package id.sipakatau.evidence;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.stream.Stream;

/** The colours of test pictures, as a person would name them after a picture went through JPEG. */
public enum Colour {
    RED(Color.RED),
    GREEN(Color.GREEN),
    BLUE(Color.BLUE),
    YELLOW(Color.YELLOW),
    WHITE(Color.WHITE),
    BLACK(Color.BLACK),
    GRAY(Color.GRAY);

    private final Color pure;

    Colour(Color pure) {
        this.pure = pure;
    }

    /** The colours in the middle of each quarter: top left, top right, bottom left, bottom right. */
    public static Stream<Colour> corners(BufferedImage image) {
        int left = image.getWidth() / 4;
        int right = image.getWidth() - 1 - left;
        int top = image.getHeight() / 4;
        int bottom = image.getHeight() - 1 - top;
        return Stream.of(
                at(image, left, top), at(image, right, top), at(image, left, bottom), at(image, right, bottom));
    }

    public static Colour at(BufferedImage image, int x, int y) {
        var pixel = new Color(image.getRGB(x, y));
        var nearest = Stream.of(values())
                .min(Comparator.comparingInt(each -> each.distance(pixel)))
                .orElseThrow();
        if (nearest.distance(pixel) > 100) {
            throw new AssertionError("a pixel of " + pixel + " is none of the pure colours");
        }
        return nearest;
    }

    private int distance(Color pixel) {
        return Math.abs(pure.getRed() - pixel.getRed())
                + Math.abs(pure.getGreen() - pixel.getGreen())
                + Math.abs(pure.getBlue() - pixel.getBlue());
    }
}
