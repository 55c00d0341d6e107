package id.sipakatau.evidence.examination;

import id.sipakatau.evidence.Dimensions;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/** Makes a picture smaller: each new pixel is the mean of the area that it stands for. */
final class Shrinking {

    private final PixelRows source;
    private final Rectangle part;
    private final Dimensions target;
    private final int[] row;
    /** Sums down the source rows that fall into one target row; red, green and blue of each source column. */
    private final float[] columns;

    private Shrinking(BufferedImage source, Rectangle part, Dimensions target) {
        this.source = PixelRows.of(source);
        this.part = part;
        this.target = target;
        row = new int[part.width];
        columns = new float[3 * part.width];
    }

    /** The part of the source in the size of the target, which must not be larger than the part. */
    static BufferedImage shrink(BufferedImage source, Rectangle part, Dimensions target) {
        return new Shrinking(source, part, target).run();
    }

    private BufferedImage run() {
        var result = new BufferedImage(target.width(), target.height(), BufferedImage.TYPE_INT_RGB);
        var pixels = ((DataBufferInt) result.getRaster().getDataBuffer()).getData();
        double step = (double) part.height / target.height();
        int loaded = -1;
        for (int y = 0; y < target.height(); y++) {
            Arrays.fill(columns, 0);
            double top = y * step;
            double bottom = Math.min(part.height, top + step);
            for (int sourceY = (int) top; sourceY < bottom; sourceY++) {
                if (sourceY != loaded) {
                    source.read(part.x, part.y + sourceY, row);
                    loaded = sourceY;
                }
                add((float) (Math.min(bottom, sourceY + 1) - Math.max(top, sourceY)));
            }
            finish(pixels, y * target.width(), bottom - top);
        }
        return result;
    }

    private void add(float share) {
        for (int x = 0, at = 0; x < row.length; x++, at += 3) {
            int rgb = row[x];
            columns[at] += share * (rgb >> 16 & 0xFF);
            columns[at + 1] += share * (rgb >> 8 & 0xFF);
            columns[at + 2] += share * (rgb & 0xFF);
        }
    }

    private void finish(int[] pixels, int start, double height) {
        double step = (double) part.width / target.width();
        for (int x = 0; x < target.width(); x++) {
            double left = x * step;
            double right = Math.min(part.width, left + step);
            double red = 0;
            double green = 0;
            double blue = 0;
            for (int sourceX = (int) left; sourceX < right; sourceX++) {
                double share = Math.min(right, sourceX + 1) - Math.max(left, sourceX);
                red += share * columns[3 * sourceX];
                green += share * columns[3 * sourceX + 1];
                blue += share * columns[3 * sourceX + 2];
            }
            double area = (right - left) * height;
            pixels[start + x] = rounded(red / area) << 16 | rounded(green / area) << 8 | rounded(blue / area);
        }
    }

    private static int rounded(double value) {
        return Math.clamp(Math.round(value), 0, 255);
    }
}
