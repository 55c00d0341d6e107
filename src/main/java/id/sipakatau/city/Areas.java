package id.sipakatau.city;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/** The areas of the city and the regencies around it, and the answer to "where is this?". */
public final class Areas {

    /** How far outside the outline a position still counts to the nearest kelurahan, in metres. */
    public static final double NEAR_METRES = 300;

    /**
     * Land of another regency beside the city.
     *
     * @param code official code, for example {@code 73.06}
     * @param name name without the word <i>Kabupaten</i>
     */
    public record Neighbour(String code, String name, Outline outline) {}

    private record Shape(Kelurahan kelurahan, Outline outline) {}

    private final Outline outline;
    private final Map<String, Kecamatan> kecamatan = new LinkedHashMap<>();
    private final Map<String, Outline> kecamatanOutlines;
    private final Map<String, Shape> shapes = new LinkedHashMap<>();
    private final List<Neighbour> neighbours;
    private final STRtree tree = new STRtree();

    /**
     * @param outline of the whole city
     * @param kecamatan each with its outline, in the order of their codes
     * @param kelurahan each with its outline, in the order of their codes
     * @param neighbours the land around, as far as a map of the city shows it
     */
    public Areas(
            Outline outline,
            Map<Kecamatan, Outline> kecamatan,
            Map<Kelurahan, Outline> kelurahan,
            List<Neighbour> neighbours) {
        this.outline = outline;
        this.neighbours = List.copyOf(neighbours);
        kecamatanOutlines = new LinkedHashMap<>();
        kecamatan.forEach((each, shape) -> {
            this.kecamatan.put(each.code(), each);
            kecamatanOutlines.put(each.code(), shape);
        });
        kelurahan.forEach((each, shape) -> {
            Shape entry = new Shape(each, shape);
            shapes.put(each.code(), entry);
            tree.insert(shape.geometry().getEnvelopeInternal(), entry);
        });
        // The tree is built at the first query otherwise, which is not safe with several threads.
        tree.build();
    }

    /** All kecamatan in the order of their codes. */
    public List<Kecamatan> kecamatan() {
        return List.copyOf(kecamatan.values());
    }

    public Optional<Kecamatan> kecamatan(String code) {
        return Optional.ofNullable(kecamatan.get(code));
    }

    /** All kelurahan in the order of their codes. */
    public List<Kelurahan> kelurahan() {
        return shapes.values().stream().map(Shape::kelurahan).toList();
    }

    public Optional<Kelurahan> kelurahan(String code) {
        return Optional.ofNullable(shapes.get(code)).map(Shape::kelurahan);
    }

    /** The kelurahan of a kecamatan in the order of their codes; none if there is no such kecamatan. */
    public List<Kelurahan> kelurahanOf(String kecamatanCode) {
        return kelurahan().stream()
                .filter(each -> each.kecamatan().code().equals(kecamatanCode))
                .toList();
    }

    /** The smallest rectangle around the whole city, islands included. */
    public Bounds bounds() {
        return outline.bounds();
    }

    /** The outline of the whole city. */
    public Outline outline() {
        return outline;
    }

    /** @throws IllegalArgumentException if the kecamatan is not of this city */
    public Outline outline(Kecamatan kecamatan) {
        return require(kecamatanOutlines.get(kecamatan.code()), kecamatan.code());
    }

    /** @throws IllegalArgumentException if the kelurahan is not of this city */
    public Outline outline(Kelurahan kelurahan) {
        return require(shapes.get(kelurahan.code()), kelurahan.code()).outline();
    }

    /** The land around the city, as far as a map of the city shows it. */
    public List<Neighbour> neighbours() {
        return neighbours;
    }

    /**
     * Where a position lies. On the border of two kelurahan, or equally near to two, the one with the lower code
     * answers.
     */
    public Whereabouts locate(Position position) {
        Optional<Whereabouts> inside = around(position, 0).stream()
                .filter(shape -> shape.outline().covers(position))
                .map(Shape::kelurahan)
                .min(Comparator.comparing(Kelurahan::code))
                .map(Whereabouts.Inside::new);
        return inside.or(() -> near(position)).orElseGet(() -> outside(position));
    }

    private Optional<Whereabouts> near(Position position) {
        return around(position, NEAR_METRES).stream()
                .map(shape ->
                        new Whereabouts.Near(shape.kelurahan(), shape.outline().metresTo(position)))
                .filter(near -> near.metres() <= NEAR_METRES)
                .min(Comparator.comparingDouble(Whereabouts.Near::metres)
                        .thenComparing(near -> near.kelurahan().code()))
                .map(Whereabouts.class::cast);
    }

    private Whereabouts outside(Position position) {
        return new Whereabouts.Outside(neighbours.stream()
                .filter(neighbour -> neighbour.outline().covers(position))
                .map(Neighbour::name)
                .findFirst());
    }

    @SuppressWarnings("unchecked")
    private List<Shape> around(Position position, double metres) {
        Envelope box = new Envelope(new Coordinate(position.longitude(), position.latitude()));
        double degrees = metres / Position.METRES_PER_DEGREE;
        box.expandBy(degrees / Math.cos(Math.toRadians(position.latitude())), degrees);
        return tree.query(box);
    }

    private static <T> T require(@Nullable T found, String code) {
        if (found == null) {
            throw new IllegalArgumentException("no area of this city has the code " + code);
        }
        return found;
    }
}
