package id.sipakatau.demo.story;

import java.time.LocalTime;
import java.util.random.RandomGenerator;

/** At which hours of the day people write. */
enum Hours {
    /** In the morning and again in the evening, little at night. */
    DAY(2, 1, 1, 1, 3, 9, 18, 30, 40, 40, 34, 28, 22, 20, 20, 22, 28, 32, 34, 36, 34, 26, 16, 8),
    EVENING(3, 2, 1, 1, 2, 6, 12, 16, 16, 16, 16, 16, 16, 16, 18, 24, 34, 44, 44, 38, 32, 24, 14, 7),
    NIGHT(24, 18, 12, 7, 5, 7, 9, 11, 11, 10, 9, 8, 8, 8, 8, 9, 11, 13, 17, 24, 32, 40, 42, 34),
    /** Fires: in the heat of the day, and when people cook. */
    FIRE(7, 6, 5, 5, 8, 10, 10, 9, 11, 15, 20, 26, 30, 32, 30, 26, 20, 19, 22, 22, 18, 14, 10, 8),
    OFFICE(0, 0, 0, 0, 0, 1, 4, 14, 36, 44, 40, 30, 14, 22, 30, 24, 12, 6, 4, 4, 3, 2, 1, 0),
    ANY(14, 12, 11, 10, 12, 15, 18, 21, 22, 22, 21, 20, 20, 20, 22, 25, 27, 28, 27, 25, 23, 21, 18, 16);

    private final int[] upTo = new int[25];

    Hours(int... weights) {
        for (int hour = 0; hour < 24; hour++) {
            upTo[hour + 1] = upTo[hour] + weights[hour];
        }
    }

    /** The share of a day's writing that is done by that time. */
    double doneBy(LocalTime time) {
        int hour = time.getHour();
        double within = time.getMinute() / 60.0;
        return (upTo[hour] + (upTo[hour + 1] - upTo[hour]) * within) / upTo[24];
    }

    /** Some time of the day, of those by which no more than {@code share} of the writing is done. */
    LocalTime any(double share, RandomGenerator random) {
        double wanted = random.nextDouble() * share * upTo[24];
        int hour = 0;
        while (hour < 23 && upTo[hour + 1] <= wanted) {
            hour++;
        }
        int width = upTo[hour + 1] - upTo[hour];
        double within = width == 0 ? 0 : Math.clamp((wanted - upTo[hour]) / width, 0, 0.9999);
        return LocalTime.of(hour, (int) (within * 60), random.nextInt(60), random.nextInt(1_000_000) * 1000);
    }
}
