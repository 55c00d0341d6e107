package id.sipakatau.basemap;

import java.util.Arrays;

/**
 * A line on the grid with as few points as the tolerance allows.
 *
 * @param xy x and y in turn; a closed line ends with its first point
 */
record Line(int[] xy) {

    int size() {
        return xy.length / 2;
    }

    boolean closed() {
        return xy[0] == xy[xy.length - 2] && xy[1] == xy[xy.length - 1];
    }

    Line reversed() {
        int[] turned = new int[xy.length];
        for (int i = 0; i < xy.length; i += 2) {
            turned[i] = xy[xy.length - 2 - i];
            turned[i + 1] = xy[xy.length - 1 - i];
        }
        return new Line(turned);
    }

    /** The first point, then each point as its distance from the one before: small numbers make a small file. */
    int[] deltas() {
        int[] deltas = xy.clone();
        for (int i = xy.length - 1; i >= 2; i--) {
            deltas[i] -= xy[i - 2];
        }
        return deltas;
    }

    /**
     * Leaves out points that lie within the tolerance of the simpler line (Ramer 1972, Douglas and Peucker 1973). Ends
     * stay; a closed line keeps the point farthest from its start as well, so that an island stays an island.
     *
     * @param tolerance in grid steps
     */
    Line simplified(double tolerance) {
        boolean[] kept = new boolean[size()];
        int last = size() - 1;
        kept[0] = true;
        kept[last] = true;
        if (closed()) {
            int far = farthest(0, last);
            kept[far] = true;
            keep(0, far, tolerance, kept);
            keep(far, last, tolerance, kept);
        } else {
            keep(0, last, tolerance, kept);
        }
        Line line = only(kept);
        boolean flat = closed() && line.size() < 4;
        return flat ? this : line;
    }

    private void keep(int from, int to, double tolerance, boolean[] kept) {
        int far = farthest(from, to);
        if (far > from && distance(far, from, to) > tolerance) {
            kept[far] = true;
            keep(from, far, tolerance, kept);
            keep(far, to, tolerance, kept);
        }
    }

    private int farthest(int from, int to) {
        int far = from;
        double most = -1;
        for (int i = from + 1; i < to; i++) {
            double distance = distance(i, from, to);
            if (distance > most) {
                most = distance;
                far = i;
            }
        }
        return far;
    }

    private double distance(int point, int from, int to) {
        double dx = xy[2 * to] - xy[2 * from];
        double dy = xy[2 * to + 1] - xy[2 * from + 1];
        double px = xy[2 * point] - xy[2 * from];
        double py = xy[2 * point + 1] - xy[2 * from + 1];
        double square = dx * dx + dy * dy;
        double along = square == 0 ? 0 : Math.clamp((px * dx + py * dy) / square, 0, 1);
        return Math.hypot(px - along * dx, py - along * dy);
    }

    /**
     * The part of a closed line on one side of an upright or level cut, closed along the cut.
     *
     * @param axis 0 to cut at an x, 1 to cut at a y
     * @param above whether the side with the larger numbers stays
     */
    Line cut(int axis, int at, boolean above) {
        int[] left = new int[2 * xy.length + 2];
        int n = 0;
        for (int i = 0; i + 3 < xy.length; i += 2) {
            boolean from = above == xy[i + axis] > at;
            boolean to = above == xy[i + 2 + axis] > at;
            if (from) {
                left[n++] = xy[i];
                left[n++] = xy[i + 1];
            }
            if (from != to) {
                double share = (double) (at - xy[i + axis]) / (xy[i + 2 + axis] - xy[i + axis]);
                left[n + axis] = at;
                left[n + 1 - axis] = (int) Math.round(xy[i + 1 - axis] + share * (xy[i + 3 - axis] - xy[i + 1 - axis]));
                n += 2;
            }
        }
        if (n > 0) {
            left[n++] = left[0];
            left[n++] = left[1];
        }
        return new Line(Arrays.copyOf(left, n));
    }

    private Line only(boolean[] kept) {
        int[] left = new int[xy.length];
        int n = 0;
        for (int i = 0; i < kept.length; i++) {
            if (kept[i]) {
                left[n++] = xy[2 * i];
                left[n++] = xy[2 * i + 1];
            }
        }
        return new Line(Arrays.copyOf(left, n));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Line line && Arrays.equals(xy, line.xy);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(xy);
    }
}
