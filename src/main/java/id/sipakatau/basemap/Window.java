package id.sipakatau.basemap;

import id.sipakatau.city.Bounds;
import id.sipakatau.city.Position;
import java.util.Arrays;

/**
 * A picture of a part of the map: tenths of pixels, counted right and down from its upper left corner.
 *
 * @param bounds what the picture shows
 * @param width of the picture in pixels; its height follows from the bounds
 */
record Window(Bounds bounds, int width) {

    /** Pixels are divided so that lines can be given in whole numbers. */
    static final int PARTS = 10;

    int height() {
        return (int) Math.round((bounds.north() - bounds.south()) * perLatitude() / PARTS);
    }

    int x(double longitude) {
        return (int) Math.round((longitude - bounds.west()) * perLongitude());
    }

    int y(double latitude) {
        return (int) Math.round((bounds.north() - latitude) * perLatitude());
    }

    /** Whether a position lies in the picture. */
    boolean shows(Position position) {
        return bounds.contains(position);
    }

    /** A line of the map in the picture, with no more points than one can see. */
    Line drawn(Line line, Grid grid) {
        int[] xy = line.xy().clone();
        for (int i = 0; i < xy.length; i += 2) {
            xy[i] = x(grid.longitude(xy[i]));
            xy[i + 1] = y(grid.latitude(xy[i + 1]));
        }
        return new Line(xy).simplified(PARTS * 0.4);
    }

    /** Whether a line in the picture, or what it encloses, may be seen. */
    boolean touches(Line line) {
        int[] xy = line.xy();
        int[] xs = new int[line.size()];
        int[] ys = new int[line.size()];
        for (int i = 0; i < line.size(); i++) {
            xs[i] = xy[2 * i];
            ys[i] = xy[2 * i + 1];
        }
        return Arrays.stream(xs).min().orElse(0) <= width * PARTS
                && Arrays.stream(xs).max().orElse(0) >= 0
                && Arrays.stream(ys).min().orElse(0) <= height() * PARTS
                && Arrays.stream(ys).max().orElse(0) >= 0;
    }

    /**
     * A closed line cut to the picture and a margin around it, so that what is far off costs no bytes (Sutherland and
     * Hodgman 1974).
     */
    Line cut(Line ring) {
        int margin = 20 * PARTS;
        Line left = ring;
        left = left.cut(0, -margin, true);
        left = left.cut(0, width * PARTS + margin, false);
        left = left.cut(1, -margin, true);
        return left.cut(1, height() * PARTS + margin, false);
    }

    private double perLongitude() {
        return PARTS * width / (bounds.east() - bounds.west());
    }

    private double perLatitude() {
        return perLongitude() / Math.cos(Math.toRadians((bounds.north() + bounds.south()) / 2));
    }
}
