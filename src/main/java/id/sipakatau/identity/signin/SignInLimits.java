package id.sipakatau.identity.signin;

import id.sipakatau.database.Tries;
import id.sipakatau.database.Tries.Allowance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * How often somebody may try a password. The limit on a user name from everywhere is wide: a narrow one would let any
 * stranger keep the person out.
 */
@ApplicationScoped
class SignInLimits {

    private static final Duration PERIOD = Duration.ofMinutes(15);
    static final int PER_NAME_AND_ADDRESS = 5;
    /** Wider, since a whole office may share one address. */
    static final int PER_ADDRESS = 30;

    static final int PER_NAME = 60;

    private static final Allowance PAIR = new Allowance("name and address", PER_NAME_AND_ADDRESS, PERIOD);
    private static final Allowance ADDRESS = new Allowance("address", PER_ADDRESS, PERIOD);
    private static final Allowance NAME = new Allowance("name", PER_NAME, PERIOD);

    private final Tries tries;

    SignInLimits(Tries tries) {
        this.tries = tries;
    }

    /** Takes one try; tells how long to wait if there is none left. */
    Optional<Duration> take(String username, Device device) {
        tries.sweep();
        return tries.take(ADDRESS, device.limited())
                .or(() -> tries.take(PAIR, pair(username, device)))
                .or(() -> tries.take(NAME, username));
    }

    /** Gives back what a try took that turned out right. */
    void giveBack(String username, Device device) {
        tries.giveAllBack(PAIR, pair(username, device));
        tries.giveBack(NAME, username);
        tries.giveBack(ADDRESS, device.limited());
    }

    private static String pair(String username, Device device) {
        return username + " " + device.limited();
    }
}
