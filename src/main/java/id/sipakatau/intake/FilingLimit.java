package id.sipakatau.intake;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * How many complaints one internet address may file in an hour, and how many photos it may send with them; shared by all
 * nodes. The photos of a complaint, and their full files, go into what its address may send; a flood of photos does not.
 */
@ApplicationScoped
public class FilingLimit {

    private static final Duration PERIOD = Duration.ofHours(1);
    private static final int SWEEP_EVERY = 100;

    /** Every photo of a complaint as a reduced copy and as a full file. */
    private static final int PHOTOS_OF_A_FILING = 2 * Examined.MOST;

    /** A larger photo counts as several. */
    private static final long BYTES_OF_A_PHOTO = 4L << 20;

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;
    private final BucketConfiguration filings;
    private final BucketConfiguration photos;
    private final AtomicInteger taken = new AtomicInteger();

    FilingLimit(DataSource pool, IntakeSettings settings) {
        buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(pool)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("intake_limit")
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(PERIOD))
                .build();
        filings = anHour(settings.filingsPerHour());
        photos = anHour(settings.filingsPerHour() * PHOTOS_OF_A_FILING);
    }

    private static BucketConfiguration anHour(long allowed) {
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(allowed).refillGreedy(allowed, PERIOD))
                .build();
    }

    /** Takes one filing off the address's allowance; if it is used up, takes nothing and says how long to wait. */
    Optional<Duration> take(String address) {
        return take(key(address), filings, 1);
    }

    /** The same for a photo of so many bytes. */
    public Optional<Duration> takePhoto(String address, long bytes) {
        return take(photoKey(address), photos, cost(bytes));
    }

    /** Gives back what a photo took that did not arrive whole: a bad line is no flood. */
    public void giveBackPhoto(String address, long bytes) {
        buckets.getProxy(photoKey(address), () -> photos).addTokens(cost(bytes));
    }

    private static long cost(long bytes) {
        return 1 + bytes / BYTES_OF_A_PHOTO;
    }

    private static String photoKey(String address) {
        return "photos " + key(address);
    }

    private Optional<Duration> take(String key, BucketConfiguration allowance, long tokens) {
        if (taken.incrementAndGet() % SWEEP_EVERY == 0) {
            buckets.removeExpired(SWEEP_EVERY * 2);
        }
        var probe = buckets.getProxy(key, () -> allowance).tryConsumeAndReturnRemaining(tokens);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /**
     * Whom the limit counts as one: an address, or the /64 that a single line gets under IPv6. As a digest, since a list
     * of who wrote from where is none that anybody needs.
     */
    private static String key(String address) {
        try {
            var whole = InetAddress.ofLiteral(address).getAddress();
            var line = whole.length == 16 ? Arrays.copyOf(whole, 8) : whole;
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(line));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
