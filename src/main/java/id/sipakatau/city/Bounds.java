package id.sipakatau.city;

/**
 * A rectangle of latitude and longitude in degrees, edges included; it does not cross the 180th meridian.
 *
 * @param south lowest latitude
 * @param west lowest longitude
 * @param north highest latitude, at least {@code south}
 * @param east highest longitude, at least {@code west}
 */
public record Bounds(double south, double west, double north, double east) {

    /** @throws IllegalArgumentException if an edge is no coordinate or the edges are swapped */
    public Bounds {
        new Position(south, west);
        new Position(north, east);
        if (south > north || west > east) {
            throw new IllegalArgumentException("edges are swapped: " + south + "," + west + " " + north + "," + east);
        }
    }

    /** Whether the position lies within, or on an edge. */
    public boolean contains(Position position) {
        return position.latitude() >= south
                && position.latitude() <= north
                && position.longitude() >= west
                && position.longitude() <= east;
    }

    /** Whether the two have a point in common. */
    public boolean intersects(Bounds other) {
        return other.south <= north && other.north >= south && other.west <= east && other.east >= west;
    }
}
