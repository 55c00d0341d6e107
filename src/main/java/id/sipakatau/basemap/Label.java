package id.sipakatau.basemap;

import id.sipakatau.city.Outline;
import id.sipakatau.city.Position;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/** Where a name is written: the point of the largest part of an area that is farthest from its border. */
final class Label {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private Label() {}

    static Position in(Outline outline) {
        Polygon largest = outline.parts().stream()
                .map(Label::polygon)
                .max(Comparator.comparingDouble(Polygon::getArea))
                .orElseThrow();
        double size = Math.sqrt(largest.getArea());
        Coordinate centre = MaximumInscribedCircle.getCenter(largest, size / 50).getCoordinate();
        return new Position(centre.y, centre.x);
    }

    private static Polygon polygon(List<double[]> rings) {
        return GEOMETRY.createPolygon(
                ring(rings.getFirst()), rings.stream().skip(1).map(Label::ring).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(double[] lonLat) {
        return GEOMETRY.createLinearRing(new PackedCoordinateSequence.Double(lonLat, 2, 0));
    }
}
