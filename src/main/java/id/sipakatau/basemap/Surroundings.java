package id.sipakatau.basemap;

import id.sipakatau.city.Position;
import java.util.Arrays;
import java.util.List;

/**
 * The land around the city. The data end at a box; what is cut off there is drawn on straight outwards, so that a large
 * window does not show the box.
 *
 * @param rings closed lines
 * @param names the neighbours and where their names are written
 */
record Surroundings(List<Line> rings, List<Name> names) {

    /** More than any screen shows beside the city. */
    private static final int FAR = (int) Math.round(3 / Grid.STEP);

    private static final int WEST = 1;
    private static final int EAST = 2;
    private static final int SOUTH = 4;
    private static final int NORTH = 8;

    record Name(String name, Position label) {}

    static Surroundings of(List<Line> rings, List<Name> names) {
        var box = new Box(rings);
        return new Surroundings(rings.stream().map(box::drawnOn).toList(), names);
    }

    private static final class Box {
        private int west = Integer.MAX_VALUE;
        private int south = Integer.MAX_VALUE;
        private int east = Integer.MIN_VALUE;
        private int north = Integer.MIN_VALUE;

        Box(List<Line> rings) {
            for (Line ring : rings) {
                for (int i = 0; i < ring.xy().length; i += 2) {
                    west = Math.min(west, ring.xy()[i]);
                    east = Math.max(east, ring.xy()[i]);
                    south = Math.min(south, ring.xy()[i + 1]);
                    north = Math.max(north, ring.xy()[i + 1]);
                }
            }
        }

        /** The ring with each stretch that runs along an edge of the box moved outwards. */
        Line drawnOn(Line ring) {
            int[] xy = ring.xy();
            int n = ring.size() - 1;
            int[] out = new int[4 * xy.length];
            int size = 0;
            for (int i = 0; i < n; i++) {
                int before = edges(xy, (i + n - 1) % n, i);
                int after = edges(xy, i, (i + 1) % n);
                if (before == 0) {
                    size = put(out, size, xy, i, 0);
                }
                if (before != 0 || after != 0) {
                    size = put(out, size, xy, i, before | after);
                }
                if (before != 0 && after == 0) {
                    size = put(out, size, xy, i, 0);
                }
            }
            size = put(out, size, out, 0, 0);
            return new Line(Arrays.copyOf(out, size));
        }

        private int edges(int[] xy, int from, int to) {
            return at(xy, from) & at(xy, to);
        }

        private int at(int[] xy, int i) {
            int x = xy[2 * i];
            int y = xy[2 * i + 1];
            return (x == west ? WEST : 0)
                    | (x == east ? EAST : 0)
                    | (y == south ? SOUTH : 0)
                    | (y == north ? NORTH : 0);
        }

        private static int put(int[] out, int size, int[] xy, int i, int edges) {
            out[size] = xy[2 * i] + (has(edges, EAST) - has(edges, WEST)) * FAR;
            out[size + 1] = xy[2 * i + 1] + (has(edges, NORTH) - has(edges, SOUTH)) * FAR;
            return size + 2;
        }

        private static int has(int edges, int edge) {
            return (edges & edge) == 0 ? 0 : 1;
        }
    }
}
