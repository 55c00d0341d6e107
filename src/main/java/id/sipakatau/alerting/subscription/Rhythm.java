package id.sipakatau.alerting.subscription;

import id.sipakatau.alerting.subscription.Subscription.Channel;
import java.time.Duration;

/**
 * How often somebody hears of a place or kind of complaints, where much may happen: of the first at once, and of all that
 * comes after it together, in one, as soon as the pause since then is over. So nobody gets more than two letters or six
 * messages a day for what they follow, and nothing is left out.
 */
public final class Rhythm {

    public static final Duration LETTERS = Duration.ofHours(12);
    public static final Duration MESSAGES = Duration.ofHours(4);

    private Rhythm() {}

    /** How long it stays quiet after something was told. */
    public static Duration pause(Channel channel) {
        return switch (channel) {
            case EMAIL -> LETTERS;
            case PUSH -> MESSAGES;
        };
    }
}
