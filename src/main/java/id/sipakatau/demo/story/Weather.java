package id.sipakatau.demo.story;

import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * The rain of a made-up year with the seasons of Makassar: it pours from December to February, and from July to
 * September it hardly rains.
 */
record Weather(long seed) {

    /** The most that {@link #storm} gives. */
    static final double HEAVIEST = 9;

    private static final double[] WETNESS = {1, 0.88, 0.55, 0.36, 0.2, 0.12, 0.06, 0.03, 0.04, 0.12, 0.4, 0.9};

    /** How wet the time of the year is, from 0 to 1, without jumps at the ends of months. */
    double wetness(LocalDate day) {
        double month = day.getMonthValue() - 1 + (day.getDayOfMonth() - 15) / 30.0;
        int from = Math.floorMod((int) Math.floor(month), 12);
        double share = month - Math.floor(month);
        return WETNESS[from] * (1 - share) + WETNESS[(from + 1) % 12] * share;
    }

    /** How hard it storms on that day, from 0 to {@link #HEAVIEST}. Storms last one to three days. */
    double storm(LocalDate day) {
        double hardest = 0;
        for (int before = 0; before < 3; before++) {
            hardest = Math.max(hardest, begun(day.minusDays(before)) * (1 - before * 0.35));
        }
        return Math.max(hardest, 0.3 * wetness(day));
    }

    private double begun(LocalDate day) {
        var random = new SplittableRandom(seed * 31 + day.toEpochDay());
        return random.nextDouble() < 0.13 * wetness(day) ? random.nextDouble(2.5, HEAVIEST) : 0;
    }
}
