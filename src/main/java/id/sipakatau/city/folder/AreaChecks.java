package id.sipakatau.city.folder;

import id.sipakatau.city.Outline;
import id.sipakatau.city.folder.AreaFiles.Area;
import id.sipakatau.city.folder.AreaFiles.Level;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Checks that the polygons of the areas agree with the list and with each other. Small differences are normal, since
 * outlines are drawn and simplified separately; larger ones are faults.
 */
final class AreaChecks {

    /** Share of an area by which its parts together may differ from it. */
    private static final double DIFFERENCE = 0.01;

    /** How far a kelurahan may reach into another. */
    private static final double OVERLAP_METRES = 50;

    private final Collection<Area> areas;
    private final Map<String, Outline> outlines;

    /** @param outlines the outline of each area by its code */
    AreaChecks(Collection<Area> areas, Map<String, Outline> outlines) {
        this.areas = areas;
        this.outlines = outlines;
    }

    void run() {
        long cities = areas.stream().filter(area -> area.level() == Level.KOTA).count();
        if (cities != 1) {
            areas.iterator().next().row().fault("there must be one kota, but there are " + cities);
        }
        areas.forEach(this::checkInside);
        areas.forEach(this::checkParts);
        checkOverlaps(
                areas.stream().filter(area -> area.level() == Level.KELURAHAN).toList());
    }

    private void checkInside(Area area) {
        if (!outline(area).covers(area.inside())) {
            area.row().fault("the point of " + area.name() + " does not lie in its polygon");
        }
    }

    private void checkParts(Area area) {
        if (area.level() == Level.KELURAHAN) {
            return;
        }
        double whole = size(area);
        double parts = areas.stream()
                .filter(part -> part.parent().equals(area.code()))
                .mapToDouble(this::size)
                .sum();
        if (Math.abs(parts - whole) > whole * DIFFERENCE) {
            area.row()
                    .fault(String.format(
                            Locale.ROOT,
                            "the parts of %s cover %.1f %% of its own polygon",
                            area.name(),
                            100 * parts / whole));
        }
    }

    private void checkOverlaps(List<Area> kelurahan) {
        for (Area area : kelurahan) {
            kelurahan.stream()
                    .filter(other -> other != area && reachesInto(other, area))
                    .forEach(other -> other.row().fault(other.name() + " overlaps " + area.code() + " " + area.name()));
        }
    }

    /** Whether a corner or the inner point of an area lies well within another: an overlap worth a fault has one. */
    private boolean reachesInto(Area area, Area other) {
        Outline shape = outline(other);
        return shape.bounds().intersects(outline(area).bounds())
                && Stream.concat(Stream.of(area.inside()), outline(area).corners().stream())
                        .anyMatch(point -> shape.covers(point) && shape.metresToBorder(point) > OVERLAP_METRES);
    }

    private double size(Area area) {
        return outline(area).squareDegrees();
    }

    private Outline outline(Area area) {
        return Objects.requireNonNull(outlines.get(area.code()));
    }
}
