package id.sipakatau.city.reading;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;
import org.locationtech.jts.operation.valid.IsValidOp;

/** Reads one geometry object of a GeoJSON file, the parser standing on its opening brace. */
final class GeoJsonShape {

    private static final GeometryFactory GEOMETRY = new GeometryFactory(PackedCoordinateSequenceFactory.DOUBLE_FACTORY);

    /** Rings of all polygons, in the nesting of a multipolygon. */
    private final List<List<double[]>> polygons = new ArrayList<>();

    private final JsonParser json;
    private final SourceFile file;
    private final int line;
    private @Nullable String fault;

    GeoJsonShape(JsonParser json, SourceFile file) {
        this.json = json;
        this.file = file;
        this.line = json.currentTokenLocation().getLineNr();
    }

    /** The geometry; empty, with a fault recorded, if it is not a valid polygon or multipolygon. */
    Optional<Geometry> read() throws IOException {
        String type = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            json.nextToken();
            switch (key) {
                case "type" -> type = json.getText();
                case "coordinates" -> readCoordinates();
                default -> json.skipChildren();
            }
        }
        if (!type.equals("Polygon") && !type.equals("MultiPolygon")) {
            fault = "the geometry must be a Polygon or MultiPolygon, but is '" + type + "'";
        }
        Optional<Geometry> shape = fault == null ? build() : Optional.empty();
        if (fault != null) {
            file.fault(line, fault);
        }
        return shape;
    }

    /** A polygon is nested one level less than a multipolygon; the depth of the first number tells them apart. */
    private void readCoordinates() throws IOException {
        List<double[]> rings = new ArrayList<>();
        double[] points = new double[64];
        int used = 0;
        int pointFrom = 0;
        int depth = 0;
        int pointDepth = 0;
        do {
            JsonToken token = json.currentToken();
            if (token == JsonToken.START_ARRAY) {
                depth++;
            } else if (token == JsonToken.END_ARRAY) {
                if (depth == pointDepth) {
                    fault = used == pointFrom + 2 ? fault : "each point must have a longitude and a latitude only";
                    pointFrom = used;
                } else if (depth == pointDepth - 1 && used > 0) {
                    rings.add(Arrays.copyOf(points, used));
                    used = 0;
                    pointFrom = 0;
                } else if (depth == pointDepth - 2 && !rings.isEmpty()) {
                    polygons.add(List.copyOf(rings));
                    rings.clear();
                }
                depth--;
            } else if (token.isNumeric()) {
                pointDepth = depth;
                if (used == points.length) {
                    points = Arrays.copyOf(points, used * 2);
                }
                points[used++] = json.getDoubleValue();
            } else {
                fault = "coordinates must be lists of numbers";
            }
        } while (depth > 0 && json.nextToken() != null);
    }

    private Optional<Geometry> build() {
        List<Polygon> built = new ArrayList<>();
        for (List<double[]> rings : polygons) {
            rings.forEach(this::check);
            if (fault == null) {
                List<LinearRing> lines = rings.stream().map(GeoJsonShape::ring).toList();
                built.add(GEOMETRY.createPolygon(
                        lines.getFirst(), lines.subList(1, lines.size()).toArray(LinearRing[]::new)));
            }
        }
        if (fault == null && built.isEmpty()) {
            fault = "the geometry has no coordinates";
        }
        return fault == null ? valid(built) : Optional.empty();
    }

    private void check(double[] ring) {
        int last = ring.length - 2;
        if (ring.length < 8) {
            fault = "a ring must have four points or more";
        } else if (ring[0] != ring[last] || ring[1] != ring[last + 1]) {
            fault = "a ring must end where it began";
        }
        for (int i = 0; i + 1 < ring.length; i += 2) {
            if (!(Math.abs(ring[i]) <= 180) || !(Math.abs(ring[i + 1]) <= 90)) {
                fault = "no place on earth: longitude " + ring[i] + ", latitude " + ring[i + 1]
                        + " (longitude comes first)";
                return;
            }
        }
    }

    private Optional<Geometry> valid(List<Polygon> polygons) {
        Geometry shape = polygons.size() == 1
                ? polygons.getFirst()
                : GEOMETRY.createMultiPolygon(polygons.toArray(Polygon[]::new));
        var invalid = new IsValidOp(shape).getValidationError();
        if (invalid != null) {
            var at = invalid.getCoordinate();
            fault = "the polygon is not valid: " + invalid.getMessage() + " at longitude " + at.x + ", latitude "
                    + at.y;
            return Optional.empty();
        }
        return Optional.of(shape);
    }

    private static LinearRing ring(double[] points) {
        return GEOMETRY.createLinearRing(new PackedCoordinateSequence.Double(points, 2, 0));
    }
}
