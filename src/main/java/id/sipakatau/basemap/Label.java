package id.sipakatau.basemap;

import id.sipakatau.city.Bounds;
import id.sipakatau.city.Outline;
import id.sipakatau.city.Position;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/** Where a name is written: the point of the largest part of an area that is farthest from its border. */
final class Label {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private Label() {}

    static Position in(Outline outline) {
        return in(outline.parts().stream().map(Label::polygon)).orElseThrow();
    }

    /** The same for the part of an area that lies within the bounds; none if no part does. */
    static Optional<Position> in(Outline outline, Bounds bounds) {
        Geometry window =
                GEOMETRY.toGeometry(new Envelope(bounds.west(), bounds.east(), bounds.south(), bounds.north()));
        return in(outline.parts().stream()
                .map(part -> polygon(part).intersection(window))
                .flatMap(Label::polygons));
    }

    /** The box around the largest part. */
    static Bounds largest(Outline outline) {
        Envelope box = outline.parts().stream()
                .map(Label::polygon)
                .max(Comparator.comparingDouble(Polygon::getArea))
                .orElseThrow()
                .getEnvelopeInternal();
        return new Bounds(box.getMinY(), box.getMinX(), box.getMaxY(), box.getMaxX());
    }

    private static Optional<Position> in(Stream<Polygon> parts) {
        return parts.filter(part -> part.getArea() > 0)
                .max(Comparator.comparingDouble(Polygon::getArea))
                .map(Label::middle);
    }

    private static Position middle(Polygon largest) {
        double size = Math.sqrt(largest.getArea());
        Coordinate centre = MaximumInscribedCircle.getCenter(largest, size / 20).getCoordinate();
        return new Position(centre.y, centre.x);
    }

    private static Stream<Polygon> polygons(Geometry geometry) {
        return IntStream.range(0, geometry.getNumGeometries())
                .mapToObj(geometry::getGeometryN)
                .filter(Polygon.class::isInstance)
                .map(Polygon.class::cast);
    }

    private static Polygon polygon(List<double[]> rings) {
        return GEOMETRY.createPolygon(
                ring(rings.getFirst()), rings.stream().skip(1).map(Label::ring).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(double[] lonLat) {
        return GEOMETRY.createLinearRing(new PackedCoordinateSequence.Double(lonLat, 2, 0));
    }
}
