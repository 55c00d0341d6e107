package id.sipakatau.evidence.likeness;

import id.sipakatau.demo.photo.Scene;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Very many pictures that resemble each other as photos of one city do: parts of the streets that the demo draws, some of
 * them mirrored. They share skies and roads, and overlap.
 */
final class Crowd {

    /**
     * A part of one of the streets, in shares of its width and height.
     *
     * @param mirrored whether left is right
     */
    record Part(int street, double left, double top, double width, double height, boolean mirrored) {

        /** The same without a margin at two sides, as somebody leaves it who wants to hide where it comes from. */
        Part cropped(double share) {
            return new Part(street, left + width * share, top, width * (1 - share), height * (1 - share), mirrored);
        }
    }

    private final Integral[] streets = Stream.of(Scene.values())
            .map(scene -> new Integral(Disguise.picture(scene.photograph(1, false))))
            .toArray(Integral[]::new);

    private final SplittableRandom random;

    Crowd(long seed) {
        random = new SplittableRandom(seed);
    }

    Part part() {
        double width = random.nextDouble(0.4, 0.9);
        double height = random.nextDouble(0.4, 0.9);
        return new Part(
                random.nextInt(streets.length),
                random.nextDouble(1 - width),
                random.nextDouble(1 - height),
                width,
                height,
                random.nextBoolean());
    }

    Print print(Part part) {
        var pixels = new byte[Grey.EDGE * Grey.EDGE];
        for (int y = 0; y < Grey.EDGE; y++) {
            for (int x = 0; x < Grey.EDGE; x++) {
                int from = part.mirrored ? Grey.EDGE - 1 - x : x;
                double left = part.left + part.width * from / Grey.EDGE;
                double top = part.top + part.height * y / Grey.EDGE;
                pixels[y * Grey.EDGE + x] = (byte) streets[part.street].mean(
                        left, top, left + part.width / Grey.EDGE, top + part.height / Grey.EDGE);
            }
        }
        return Print.ofPixels(pixels);
    }

    /** Sums of brightness, from which the mean of any rectangle is read. */
    private static final class Integral {

        private final int width;
        private final int height;
        private final long[] sums;

        Integral(BufferedImage picture) {
            width = picture.getWidth();
            height = picture.getHeight();
            sums = new long[(width + 1) * (height + 1)];
            for (int y = 0; y < height; y++) {
                long row = 0;
                for (int x = 0; x < width; x++) {
                    int rgb = picture.getRGB(x, y);
                    row += Math.round(0.299 * (rgb >> 16 & 0xFF) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF));
                    sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
                }
            }
        }

        int mean(double left, double top, double right, double bottom) {
            int fromX = (int) (left * width);
            int fromY = (int) (top * height);
            int toX = Math.max(fromX + 1, (int) (right * width));
            int toY = Math.max(fromY + 1, (int) (bottom * height));
            long sum = sum(toX, toY) - sum(fromX, toY) - sum(toX, fromY) + sum(fromX, fromY);
            return (int) (sum / ((long) (toX - fromX) * (toY - fromY)));
        }

        private long sum(int x, int y) {
            return sums[y * (width + 1) + x];
        }
    }
}
