package id.sipakatau.city;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/** The border of an area: one part or more, with or without holes. Immutable and safe for any thread. */
public final class Outline {

    private final Geometry geometry;
    private final IndexedPointInAreaLocator locator;
    private final Bounds bounds;

    /** @param geometry a polygon or multipolygon in degrees, x east and y north, on packed arrays of doubles */
    public Outline(Geometry geometry) {
        this.geometry = geometry;
        this.locator = new IndexedPointInAreaLocator(geometry);
        Envelope box = geometry.getEnvelopeInternal();
        this.bounds = new Bounds(box.getMinY(), box.getMinX(), box.getMaxY(), box.getMaxX());
    }

    /** The smallest rectangle around it. */
    public Bounds bounds() {
        return bounds;
    }

    /** Whether the position lies within, or on the border. */
    public boolean covers(Position position) {
        return bounds.contains(position)
                && locator.locate(new Coordinate(position.longitude(), position.latitude())) != Location.EXTERIOR;
    }

    /** Metres to the nearest point of the area, 0 within it; good to half a percent within a hundred kilometres. */
    public double metresTo(Position position) {
        return covers(position) ? 0 : metresToBorder(position);
    }

    /** Metres to the nearest point of the border, from within and from outside. */
    public double metresToBorder(Position position) {
        double nearest = Double.POSITIVE_INFINITY;
        for (double[] ring : sharedRings()) {
            nearest = Math.min(nearest, Nearest.metres(ring, position));
        }
        return nearest;
    }

    /**
     * The rings as closed lines {longitude, latitude, longitude, latitude, …} in degrees: for each part its outer ring
     * (counter-clockwise), then its holes. Fresh arrays at each call.
     */
    public List<List<double[]>> parts() {
        List<List<double[]>> parts = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            parts.add(rings((Polygon) geometry.getGeometryN(i)).stream()
                    .map(double[]::clone)
                    .toList());
        }
        return List.copyOf(parts);
    }

    /** All points of the border. */
    public List<Position> corners() {
        List<Position> corners = new ArrayList<>();
        for (double[] ring : sharedRings()) {
            for (int i = 0; i < ring.length; i += 2) {
                corners.add(new Position(ring[i + 1], ring[i]));
            }
        }
        return corners;
    }

    /** The area in square degrees: only two areas of one city can be compared by it. */
    public double squareDegrees() {
        return geometry.getArea();
    }

    Geometry geometry() {
        return geometry;
    }

    private List<double[]> sharedRings() {
        List<double[]> all = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            all.addAll(rings((Polygon) geometry.getGeometryN(i)));
        }
        return all;
    }

    private static List<double[]> rings(Polygon polygon) {
        List<double[]> rings = new ArrayList<>();
        rings.add(coordinates(polygon.getExteriorRing()));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.add(coordinates(polygon.getInteriorRingN(i)));
        }
        return rings;
    }

    private static double[] coordinates(LinearRing ring) {
        return ((PackedCoordinateSequence.Double) ring.getCoordinateSequence()).getRawCoordinates();
    }
}
