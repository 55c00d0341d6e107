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
 * @param sameLine what is done with calls that come from one line of the internet
 * @param declaredBy ids of the agencies that, beside the administrators, may declare the city's emergency mode
 */
public record EmergencyRules(
        List<String> answeredBy,
        Duration seenWithin,
        List<Step> then,
        List<String> notAfter,
        List<String> notBefore,
        SameLine sameLine,
        List<String> declaredBy) {

    /**
     * What is done with calls from one line of the internet. Many telephones share one: it never keeps a call from being
     * taken.
     *
     * @param metres how near to a call that nobody has seen yet another from an unknown device joins it
     * @param joinedWithin how long after it
     * @param most how many calls of one line that nobody has seen stand by themselves; where there are more they are
     *     gathered
     * @param gatheredWithin how long a call is counted for that
     */
    public record SameLine(int metres, Duration joinedWithin, int most, Duration gatheredWithin) {

        /** Where a city says nothing else. */
        public static final SameLine USUAL = new SameLine(300, Duration.ofMinutes(10), 5, Duration.ofMinutes(10));

        /** How long anything of a line has to be known. */
        public Duration kept() {
            return joinedWithin.compareTo(gatheredWithin) > 0 ? joinedWithin : gatheredWithin;
        }
    }

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
