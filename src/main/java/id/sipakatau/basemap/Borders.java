package id.sipakatau.basemap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The borders of areas that lie side by side, each stretch of border held once although two areas have it. The idea and
 * the words are those of TopoJSON: an <i>arc</i> runs from one point where borders meet to the next; a ring is a list
 * of arcs, where {@code ~i} stands for arc {@code i} walked backwards.
 */
final class Borders {

    /** The two points beside a point, in no order. */
    private record Beside(long one, long other) {

        static Beside of(long a, long b) {
            return new Beside(Math.min(a, b), Math.max(a, b));
        }
    }

    private final Map<Long, Beside> neighbours = new HashMap<>();
    private final Set<Long> meetings = new HashSet<>();
    private final Map<Line, Integer> arcs = new LinkedHashMap<>();
    private final List<List<Integer>> users = new ArrayList<>();

    /** The rings of each area as lists of arcs, in the order of the areas given. */
    private final List<List<int[]>> areas = new ArrayList<>();

    /** @param outlines for each area its closed rings on the grid */
    Borders(List<List<Line>> outlines) {
        List<List<int[]>> points = outlines.stream()
                .map(rings -> rings.stream()
                        .map(Borders::withoutRepeats)
                        .filter(ring -> ring.length >= 6)
                        .toList())
                .toList();
        points.forEach(rings -> rings.forEach(this::noteNeighbours));
        for (int area = 0; area < points.size(); area++) {
            List<int[]> rings = new ArrayList<>();
            for (int[] ring : points.get(area)) {
                rings.add(cut(ring, area));
            }
            areas.add(rings);
        }
    }

    List<Line> arcs() {
        return List.copyOf(arcs.keySet());
    }

    /** The rings of an area. */
    List<int[]> rings(int area) {
        return areas.get(area);
    }

    /** The areas that an arc belongs to: one at the rim of the whole, two between neighbours. */
    List<Integer> users(int arc) {
        return users.get(arc);
    }

    /** The rings around all areas together, from the arcs that one area alone has. */
    List<int[]> rim() {
        Map<Long, List<Integer>> starts = new HashMap<>();
        List<Line> lines = arcs();
        for (List<int[]> rings : areas) {
            for (int[] ring : rings) {
                for (int arc : ring) {
                    if (users.get(index(arc)).size() == 1) {
                        starts.computeIfAbsent(start(lines, arc), key -> new ArrayList<>())
                                .add(arc);
                    }
                }
            }
        }
        List<int[]> rim = new ArrayList<>();
        for (List<Integer> from : starts.values()) {
            while (!from.isEmpty()) {
                rim.add(walk(lines, starts, from.removeLast()));
            }
        }
        return rim;
    }

    static int index(int arc) {
        return arc < 0 ? ~arc : arc;
    }

    private static int[] walk(List<Line> lines, Map<Long, List<Integer>> starts, int first) {
        List<Integer> ring = new ArrayList<>(List.of(first));
        long home = start(lines, first);
        long here = end(lines, first);
        while (here != home) {
            List<Integer> onward = starts.getOrDefault(here, List.of());
            if (onward.isEmpty()) {
                break;
            }
            int next = onward.removeLast();
            ring.add(next);
            here = end(lines, next);
        }
        return ring.stream().mapToInt(Integer::intValue).toArray();
    }

    private static long start(List<Line> lines, int arc) {
        int[] xy = lines.get(index(arc)).xy();
        return arc < 0 ? point(xy, xy.length / 2 - 1) : point(xy, 0);
    }

    private static long end(List<Line> lines, int arc) {
        return start(lines, ~arc);
    }

    /** A point is a meeting of borders if it has other neighbours on one ring than on another. */
    private void noteNeighbours(int[] ring) {
        int n = ring.length / 2;
        for (int i = 0; i < n; i++) {
            Beside beside = Beside.of(point(ring, (i + n - 1) % n), point(ring, (i + 1) % n));
            Beside earlier = neighbours.putIfAbsent(point(ring, i), beside);
            if (earlier != null && !earlier.equals(beside)) {
                meetings.add(point(ring, i));
            }
        }
    }

    private int[] cut(int[] ring, int area) {
        int n = ring.length / 2;
        int start = firstCut(ring);
        List<Integer> cuts = new ArrayList<>();
        int from = start;
        for (int step = 1; step <= n; step++) {
            int to = start + step;
            if (step == n || meetings.contains(point(ring, to % n))) {
                cuts.add(arc(stretch(ring, from, to), area));
                from = to;
            }
        }
        return cuts.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Where a ring begins: at a meeting, or else at its lowest point, the same one for both sides of an enclave. */
    private int firstCut(int[] ring) {
        int lowest = 0;
        for (int i = 0; i < ring.length / 2; i++) {
            if (meetings.contains(point(ring, i))) {
                return i;
            }
            if (point(ring, i) < point(ring, lowest)) {
                lowest = i;
            }
        }
        return lowest;
    }

    private int arc(Line line, int area) {
        Integer backwards = arcs.get(line.reversed());
        int arc = backwards != null ? ~backwards : arcs.computeIfAbsent(line, key -> arcs.size());
        if (users.size() <= index(arc)) {
            users.add(new ArrayList<>());
        }
        users.get(index(arc)).add(area);
        return arc;
    }

    private static Line stretch(int[] ring, int from, int to) {
        int n = ring.length / 2;
        int[] xy = new int[2 * (to - from + 1)];
        for (int i = from; i <= to; i++) {
            xy[2 * (i - from)] = ring[2 * (i % n)];
            xy[2 * (i - from) + 1] = ring[2 * (i % n) + 1];
        }
        return new Line(xy);
    }

    /**
     * The ring without the repeated last point, and without what rounding has made of a needle: points that fell
     * together, and ways out and back along one line.
     */
    private static int[] withoutRepeats(Line closed) {
        int[] xy = closed.xy();
        int[] ring = new int[xy.length];
        int n = 0;
        for (int i = 0; i < xy.length - 2; i += 2) {
            ring[n++] = xy[i];
            ring[n++] = xy[i + 1];
            while (n >= 4 && same(ring, n - 2, n - 4) || n >= 6 && same(ring, n - 2, n - 6)) {
                n -= same(ring, n - 2, n - 4) ? 2 : 4;
            }
        }
        while (n >= 4 && same(ring, 0, n - 2)) {
            n -= 2;
        }
        return Arrays.copyOf(ring, n);
    }

    private static boolean same(int[] xy, int one, int other) {
        return xy[one] == xy[other] && xy[one + 1] == xy[other + 1];
    }

    private static long point(int[] xy, int i) {
        return (long) xy[2 * i + 1] << 32 | xy[2 * i] & 0xffffffffL;
    }
}
