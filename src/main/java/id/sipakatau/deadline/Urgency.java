package id.sipakatau.deadline;

import java.time.Duration;
import java.time.Instant;

/** How near a deadline is, as the name of a style. */
public final class Urgency {

    private static final Duration SOON = Duration.ofHours(24);

    private Urgency() {}

    /** {@code late}, {@code soon} within a day, or nothing. */
    public static String of(Instant due, Instant now) {
        var left = Duration.between(now, due);
        return left.isNegative() ? "late" : left.compareTo(SOON) < 0 ? "soon" : "";
    }
}
