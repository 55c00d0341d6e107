package id.sipakatau.city;

/**
 * A point on the earth in WGS 84.
 *
 * @param latitude degrees north of the equator, −90 to 90
 * @param longitude degrees east of Greenwich, −180 to 180
 */
public record Position(double latitude, double longitude) {

    static final double METRES_PER_DEGREE = Math.toRadians(1) * 6_371_008.8;

    /** @throws IllegalArgumentException if a coordinate is out of its bounds or not a number */
    public Position {
        if (!(Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException("latitude must be -90 to 90 degrees, but is " + latitude);
        }
        if (!(Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("longitude must be -180 to 180 degrees, but is " + longitude);
        }
    }

    /** Metres to another point as the crow flies, good to half a percent within a hundred kilometres. */
    public double metresTo(Position other) {
        double north = (other.latitude - latitude) * METRES_PER_DEGREE;
        double east = (other.longitude - longitude)
                * METRES_PER_DEGREE
                * Math.cos(Math.toRadians((latitude + other.latitude) / 2));
        return Math.hypot(north, east);
    }

    /** In which direction another point lies, good enough within a city. */
    public Heading headingTo(Position other) {
        double north = other.latitude - latitude;
        double east = (other.longitude - longitude) * Math.cos(Math.toRadians((latitude + other.latitude) / 2));
        int eighth = (int) Math.round(Math.toDegrees(Math.atan2(east, north)) / 45);
        return Heading.values()[Math.floorMod(eighth, Heading.values().length)];
    }
}
