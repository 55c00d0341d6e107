package id.sipakatau.city;

import java.time.Duration;
import java.util.List;

/**
 * What the city expects of whoever answers calls for help.
 *
 * @param answeredBy ids of the agencies that are called, in the order of the buttons; each has a category for emergencies
 * @param seenWithin how long a call may ring unseen; as long again before each further step
 * @param then who is called, one step after the other; at least one
 * @param notAfter words in small letters after which a category's urgent word is none: <i>bukan</i> kebakaran
 * @param notBefore words in small letters before which it is none: fire <i>station</i>
 * @param declaredBy ids of the agencies that, beside the administrators, may declare the city's emergency mode
 */
public record EmergencyRules(
        List<String> answeredBy,
        Duration seenWithin,
        List<Step> then,
        List<String> notAfter,
        List<String> notBefore,
        List<String> declaredBy) {

    /** Who is called. */
    public enum Step {
        NEXT_ON_DUTY,
        HEAD,
        EVERYBODY
    }

    /**
     * From which level on the administrators hear the alarm too: once the heads were called in vain, or, where the city calls
     * no heads, with the last step. Levels count from 1.
     */
    public int administratorsFrom() {
        int heads = then.indexOf(Step.HEAD);
        return heads < 0 ? then.size() : Math.min(heads + 2, then.size());
    }

    /** @throws IllegalArgumentException if there is no step */
    public EmergencyRules {
        answeredBy = List.copyOf(answeredBy);
        then = List.copyOf(then);
        notAfter = List.copyOf(notAfter);
        notBefore = List.copyOf(notBefore);
        declaredBy = List.copyOf(declaredBy);
        if (then.isEmpty()) {
            throw new IllegalArgumentException("Nobody would be called");
        }
    }
}
