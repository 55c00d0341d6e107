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

/** How many complaints one internet address may file in an hour; shared by all nodes. */
@ApplicationScoped
class FilingLimit {

    private static final Duration PERIOD = Duration.ofHours(1);
    private static final int SWEEP_EVERY = 100;

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;
    private final BucketConfiguration allowance;
    private final AtomicInteger taken = new AtomicInteger();

    FilingLimit(DataSource pool, IntakeSettings settings) {
        buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(pool)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("intake_limit")
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(PERIOD))
                .build();
        allowance = BucketConfiguration.builder()
                .addLimit(limit ->
                        limit.capacity(settings.filingsPerHour()).refillGreedy(settings.filingsPerHour(), PERIOD))
                .build();
    }

    /** Takes one filing off the address's allowance; if it is used up, takes nothing and says how long to wait. */
    Optional<Duration> take(String address) {
        if (taken.incrementAndGet() % SWEEP_EVERY == 0) {
            buckets.removeExpired(SWEEP_EVERY * 2);
        }
        var probe = buckets.getProxy(key(address), () -> allowance).tryConsumeAndReturnRemaining(1);
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
