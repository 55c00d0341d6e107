package id.sipakatau.city;

/** Distance from a position to a line, on a plane that touches the earth at the position. */
final class Nearest {

    private Nearest() {}

    /**
     * Metres to the nearest point of the line.
     *
     * @param line longitudes and latitudes in turn, in degrees; two points or more
     */
    static double metres(double[] line, Position position) {
        double perLatitude = Position.METRES_PER_DEGREE;
        double perLongitude = perLatitude * Math.cos(Math.toRadians(position.latitude()));
        double nearest = Double.POSITIVE_INFINITY;
        double x1 = (line[0] - position.longitude()) * perLongitude;
        double y1 = (line[1] - position.latitude()) * perLatitude;
        for (int i = 2; i < line.length; i += 2) {
            double x2 = (line[i] - position.longitude()) * perLongitude;
            double y2 = (line[i + 1] - position.latitude()) * perLatitude;
            nearest = Math.min(nearest, squareToOrigin(x1, y1, x2, y2));
            x1 = x2;
            y1 = y2;
        }
        return Math.sqrt(nearest);
    }

    private static double squareToOrigin(double x1, double y1, double x2, double y2) {
        double dx = x2 - x1;
        double dy = y2 - y1;
        double square = dx * dx + dy * dy;
        double along = square == 0 ? 0 : Math.clamp(-(x1 * dx + y1 * dy) / square, 0, 1);
        double x = x1 + along * dx;
        double y = y1 + along * dy;
        return x * x + y * y;
    }
}
