package id.sipakatau.basemap;

import id.sipakatau.city.Areas;
import id.sipakatau.city.Bounds;
import id.sipakatau.city.City;
import id.sipakatau.city.Kecamatan;
import id.sipakatau.city.Kelurahan;
import id.sipakatau.city.Outline;
import id.sipakatau.city.Place;
import id.sipakatau.city.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The city's map on the grid, simplified, each border once.
 *
 * @param arcs stretches of border, sorted: first the rim of the city, then borders of kecamatan, then of kelurahan
 * @param rimArcs how many of the arcs are rim
 * @param kecamatanArcs how many after those are borders between two kecamatan
 * @param rim rings of arcs around the whole city, one for each island or mainland
 */
record BaseMap(
        City city,
        Grid grid,
        List<Line> arcs,
        int rimArcs,
        int kecamatanArcs,
        List<int[]> rim,
        Surroundings surroundings,
        List<District> districts,
        List<Village> villages,
        List<Place> places) {

    /** A border moves by no more than this when points are left out; rounding to the grid adds less than a metre. */
    static final double TOLERANCE_METRES = 5;

    private static final double BESIDE_DEGREES = 0.05;

    /** A kecamatan and where its name is written. */
    record District(Kecamatan kecamatan, Position label) {}

    /** A kelurahan, where its name is written, and its rings as arcs. */
    record Village(Kelurahan kelurahan, Position label, List<int[]> rings) {}

    static BaseMap of(City city) {
        Areas areas = city.areas();
        Grid grid = gridBelow(areas);
        List<Kelurahan> kelurahan = areas.kelurahan();
        Borders borders = new Borders(
                kelurahan.stream().map(each -> lines(areas.outline(each), grid)).toList());

        List<Line> lines = borders.arcs();
        int[] rank = new int[lines.size()];
        Arrays.setAll(rank, arc -> rank(borders.users(arc), kelurahan));
        List<Integer> order = new ArrayList<>();
        for (int arc = 0; arc < rank.length; arc++) {
            order.add(arc);
        }
        order.sort(Comparator.comparingInt(arc -> rank[arc]));
        int[] moved = new int[rank.length];
        for (int i = 0; i < order.size(); i++) {
            moved[order.get(i)] = i;
        }

        double tolerance = TOLERANCE_METRES / Grid.metresPerStep();
        List<Village> villages = new ArrayList<>();
        for (int i = 0; i < kelurahan.size(); i++) {
            Kelurahan each = kelurahan.get(i);
            villages.add(new Village(each, Label.in(areas.outline(each)), renumbered(borders.rings(i), moved)));
        }
        return new BaseMap(
                city,
                grid,
                order.stream().map(arc -> lines.get(arc).simplified(tolerance)).toList(),
                (int) Arrays.stream(rank).filter(each -> each == 0).count(),
                (int) Arrays.stream(rank).filter(each -> each == 1).count(),
                renumbered(borders.rim(), moved),
                surroundings(areas, grid, tolerance),
                areas.kecamatan().stream()
                        .map(each -> new District(each, Label.in(areas.outline(each))))
                        .toList(),
                List.copyOf(villages),
                // A place of which only the area is known would stand on the wrong street.
                city.places().stream()
                        .filter(place -> place.accuracy() != Place.Accuracy.AREA_ONLY)
                        .toList());
    }

    private static Surroundings surroundings(Areas areas, Grid grid, double tolerance) {
        return Surroundings.of(
                areas.neighbours().stream()
                        .flatMap(each -> lines(each.outline(), grid).stream())
                        .map(line -> line.simplified(tolerance))
                        .toList(),
                areas.neighbours().stream()
                        .flatMap(each -> Label.in(each.outline(), around(areas)).stream()
                                .map(label -> new Surroundings.Name(each.name(), label)))
                        .toList());
    }

    /** The city's largest part and what a map shows beside it: there the neighbours' names are seen. */
    private static Bounds around(Areas areas) {
        Bounds mainland = Label.largest(areas.outline());
        return new Bounds(
                mainland.south() - BESIDE_DEGREES,
                mainland.west() - BESIDE_DEGREES,
                mainland.north() + BESIDE_DEGREES,
                mainland.east() + BESIDE_DEGREES);
    }

    private static int rank(List<Integer> users, List<Kelurahan> kelurahan) {
        if (users.size() == 1) {
            return 0;
        }
        Kecamatan one = kelurahan.get(users.getFirst()).kecamatan();
        return one.equals(kelurahan.get(users.getLast()).kecamatan()) ? 2 : 1;
    }

    private static List<int[]> renumbered(List<int[]> rings, int[] moved) {
        return rings.stream()
                .map(ring -> Arrays.stream(ring)
                        .map(arc -> arc < 0 ? ~moved[~arc] : moved[arc])
                        .toArray())
                .toList();
    }

    private static Grid gridBelow(Areas areas) {
        Bounds bounds = areas.bounds();
        double west = bounds.west();
        double south = bounds.south();
        for (Areas.Neighbour neighbour : areas.neighbours()) {
            west = Math.min(west, neighbour.outline().bounds().west());
            south = Math.min(south, neighbour.outline().bounds().south());
        }
        return new Grid(Math.floor(west * 100) / 100, Math.floor(south * 100) / 100);
    }

    private static List<Line> lines(Outline outline, Grid grid) {
        return outline.parts().stream()
                .flatMap(List::stream)
                .map(ring -> {
                    int[] xy = new int[ring.length];
                    for (int i = 0; i < ring.length; i += 2) {
                        xy[i] = grid.x(ring[i]);
                        xy[i + 1] = grid.y(ring[i + 1]);
                    }
                    return new Line(xy);
                })
                .toList();
    }
}
