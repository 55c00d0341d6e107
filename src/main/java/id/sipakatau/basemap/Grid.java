package id.sipakatau.basemap;

import id.sipakatau.city.Position;

/**
 * Whole numbers in place of degrees: hundred-thousandths of a degree, about 1.1 m, counted east and north from a corner.
 *
 * @param west longitude of the corner in degrees
 * @param south latitude of the corner in degrees
 */
record Grid(double west, double south) {

    /** Degrees from one grid line to the next. */
    static final double STEP = 1e-5;

    private static final double METRES_PER_DEGREE = 111_195;

    int x(double longitude) {
        return Math.toIntExact(Math.round((longitude - west) / STEP));
    }

    int y(double latitude) {
        return Math.toIntExact(Math.round((latitude - south) / STEP));
    }

    int[] at(Position position) {
        return new int[] {x(position.longitude()), y(position.latitude())};
    }

    double longitude(int x) {
        return west + x * STEP;
    }

    double latitude(int y) {
        return south + y * STEP;
    }

    /** Metres from one grid line to the next; eastward they are a little less, which no caller minds. */
    static double metresPerStep() {
        return STEP * METRES_PER_DEGREE;
    }
}
