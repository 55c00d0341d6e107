package id.sipakatau.intake;

import id.sipakatau.database.Tries;
import id.sipakatau.database.Tries.Allowance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * How many complaints one internet address may file in an hour, and how many photos it may send with them; shared by all
 * nodes. The photos of a complaint, and their full files, go into what its address may send; a flood of photos does not.
 */
@ApplicationScoped
public class FilingLimit {

    private static final Duration PERIOD = Duration.ofHours(1);

    /** Every photo of a complaint as a reduced copy and as a full file. */
    private static final int PHOTOS_OF_A_FILING = 2 * Examined.MOST;

    /** A larger photo counts as several. */
    private static final long BYTES_OF_A_PHOTO = 4L << 20;

    private final Tries tries;
    private final Allowance filings;
    private final Allowance photos;

    FilingLimit(DataSource pool, IntakeSettings settings, InstantSource clock) {
        tries = new Tries(pool, "intake_limit", clock);
        filings = new Allowance("filing", settings.filingsPerHour(), PERIOD);
        photos = new Allowance("photo", (long) settings.filingsPerHour() * PHOTOS_OF_A_FILING, PERIOD);
    }

    /** Takes one filing off the address's allowance; if it is used up, takes nothing and says how long to wait. */
    Optional<Duration> take(String address) {
        tries.sweep();
        return tries.take(filings, Tries.line(address));
    }

    /** The same for a photo of so many bytes. */
    public Optional<Duration> takePhoto(String address, long bytes) {
        return tries.take(photos, Tries.line(address), cost(bytes));
    }

    /** Gives back what a photo took that did not arrive whole: a bad line is no flood. */
    public void giveBackPhoto(String address, long bytes) {
        tries.giveBack(photos, Tries.line(address), cost(bytes));
    }

    private static long cost(long bytes) {
        return 1 + bytes / BYTES_OF_A_PHOTO;
    }
}
