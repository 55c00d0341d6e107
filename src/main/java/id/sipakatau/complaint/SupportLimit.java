package id.sipakatau.complaint;

import id.sipakatau.database.Allowance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/** How many devices of one internet address may begin to support in an hour: a device without a cookie is a new one. */
@ApplicationScoped
public class SupportLimit {

    /** A neighbourhood behind one line on a bad day; a program that throws its cookies away gets no further. */
    public static final int DEVICES_AN_HOUR = 30;

    private final Allowance allowance;

    SupportLimit(DataSource pool) {
        allowance = new Allowance(pool, "support_limit", DEVICES_AN_HOUR, Duration.ofHours(1));
    }

    /** Takes one device off the allowance of an address; if it is used up, says how long to wait. */
    public Optional<Duration> take(String address) {
        return allowance.take(Allowance.keyOf(address), 1);
    }
}
