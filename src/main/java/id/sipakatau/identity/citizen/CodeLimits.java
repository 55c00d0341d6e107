package id.sipakatau.identity.citizen;

import id.sipakatau.database.Tries;
import id.sipakatau.database.Tries.Allowance;
import id.sipakatau.identity.signin.Device;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * How often a code may be sent, and how often one may be typed. A million codes and {@value #GUESSES_PER_CONTACT} guesses a
 * day leave somebody who tries to guess a chance of one in a hundred in about a year; limits by network make it less.
 */
@ApplicationScoped
class CodeLimits {

    static final int CODES_PER_PAIR = 3;
    /** Wide enough that a stranger does not easily keep a person out, narrow enough that nobody's mailbox is flooded. */
    static final int CODES_PER_CONTACT = 12;
    /** Wider, since a whole office or a mobile network may share one address. */
    static final int CODES_PER_ADDRESS = 20;

    static final int GUESSES_PER_CONTACT = 30;
    static final int GUESSES_PER_ADDRESS = 40;

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration DAY = Duration.ofDays(1);

    private static final Allowance CODE_PAIR = new Allowance("code to contact from address", CODES_PER_PAIR, QUARTER);
    private static final Allowance CODE_CONTACT = new Allowance("code to contact", CODES_PER_CONTACT, DAY);
    private static final Allowance CODE_ADDRESS = new Allowance("code from address", CODES_PER_ADDRESS, QUARTER);
    private static final Allowance GUESS_CONTACT = new Allowance("guess for contact", GUESSES_PER_CONTACT, DAY);
    private static final Allowance GUESS_ADDRESS = new Allowance("guess from address", GUESSES_PER_ADDRESS, QUARTER);

    private final Tries tries;

    CodeLimits(Tries tries) {
        this.tries = tries;
    }

    /** Takes one code; tells how long to wait if there is none left. */
    Optional<Duration> takeCode(Contact contact, Device device) {
        tries.sweep();
        return tries.take(CODE_ADDRESS, device.limited())
                .or(() -> tries.take(CODE_PAIR, contact.address() + " " + device.limited()))
                .or(() -> tries.take(CODE_CONTACT, contact.address()));
    }

    /** Takes one guess; tells how long to wait if there is none left. */
    Optional<Duration> takeGuess(Contact contact, Device device) {
        return tries.take(GUESS_ADDRESS, device.limited()).or(() -> tries.take(GUESS_CONTACT, contact.address()));
    }

    /** Gives back what a guess took that turned out right. */
    void giveGuessBack(Contact contact, Device device) {
        tries.giveBack(GUESS_ADDRESS, device.limited());
        tries.giveBack(GUESS_CONTACT, contact.address());
    }
}
