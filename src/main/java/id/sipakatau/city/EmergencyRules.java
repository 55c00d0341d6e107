package id.sipakatau.city;

import java.time.Duration;
import java.util.List;

/**
 * What the city expects of whoever answers calls for help.
 *
 * @param answeredBy ids of the agencies that are called, in the order of the buttons; each has a category for emergencies
 * @param seenWithin how long a call may ring unseen; as long again before each further step
 * @param then who is called, one step after the other; at least one
 */
public record EmergencyRules(List<String> answeredBy, Duration seenWithin, List<Step> then) {

    /** Who is called. */
    public enum Step {
        NEXT_ON_DUTY,
        HEAD,
        EVERYBODY
    }

    /** @throws IllegalArgumentException if there is no step */
    public EmergencyRules {
        answeredBy = List.copyOf(answeredBy);
        then = List.copyOf(then);
        if (then.isEmpty()) {
            throw new IllegalArgumentException("Nobody would be called");
        }
    }
}
