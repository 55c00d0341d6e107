package id.sipakatau.complaint;

import id.sipakatau.database.Tries;
import id.sipakatau.database.Tries.Allowance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;

/** How many devices of one internet address may begin to support in an hour: a device without a cookie is a new one. */
@ApplicationScoped
public class SupportLimit {

    /** A neighbourhood behind one line on a bad day; a program that throws its cookies away gets no further. */
    public static final int DEVICES_AN_HOUR = 30;

    private static final Allowance ALLOWANCE = new Allowance("new device", DEVICES_AN_HOUR, Duration.ofHours(1));

    private final Tries tries;

    SupportLimit(DataSource pool, InstantSource clock) {
        tries = new Tries(pool, "support_limit", clock);
    }

    /** Takes one device off the allowance of an address; if it is used up, says how long to wait. */
    public Optional<Duration> take(String address) {
        tries.sweep();
        return tries.take(ALLOWANCE, Tries.line(address));
    }
}
