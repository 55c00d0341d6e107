package id.sipakatau.database;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.net.InetAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** How often somebody may do something in a period; counted in a table of PostgreSQL, and so shared by all nodes. */
public final class Allowance {

    private static final int SWEEP_EVERY = 100;

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;
    private final BucketConfiguration configuration;
    private final AtomicInteger taken = new AtomicInteger();

    /**
     * @param table {@code (id text, state bytea, expires_at bigint)}, the caller's own
     * @param allowed how much in each period; comes back evenly over it
     */
    public Allowance(DataSource pool, String table, long allowed, Duration period) {
        buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(pool)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table(table)
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(period))
                .build();
        configuration = BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(allowed).refillGreedy(allowed, period))
                .build();
    }

    /** Takes so much off the allowance of a key; if there is not enough, takes nothing and says how long to wait. */
    public Optional<Duration> take(String key, long tokens) {
        if (taken.incrementAndGet() % SWEEP_EVERY == 0) {
            buckets.removeExpired(SWEEP_EVERY * 2);
        }
        var probe = buckets.getProxy(key, () -> configuration).tryConsumeAndReturnRemaining(tokens);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    public void giveBack(String key, long tokens) {
        buckets.getProxy(key, () -> configuration).addTokens(tokens);
    }

    /**
     * The key of whoever counts as one on the internet: an address, or the /64 that a single line gets under IPv6. As a
     * digest, since a list of who wrote from where is none that anybody needs.
     */
    public static String keyOf(String address) {
        try {
            var whole = InetAddress.ofLiteral(address).getAddress();
            var line = whole.length == 16 ? Arrays.copyOf(whole, 8) : whole;
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(line));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
