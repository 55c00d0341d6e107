package id.sipakatau.database;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * How often somebody may still do something, counted on the database, so that all nodes count together. A try comes back
 * little by little rather than all at once.
 */
public final class Tries {

    private static final int SWEPT_AT_ONCE = 100;

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;

    /**
     * So many tries in a period for each of a kind.
     *
     * @param kind tells what is counted from what else the same name or address is counted for
     */
    public record Allowance(String kind, long tries, Duration period) {}

    /** @param table {@code (id text, state bytea, expires_at bigint)}, the caller's own */
    public Tries(DataSource database, String table, InstantSource clock) {
        buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table(table)
                .clientClock(new Clock(clock))
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                .build();
    }

    /** Takes one try; tells how long to wait if there is none left. */
    public Optional<Duration> take(Allowance allowance, String whose) {
        return take(allowance, whose, 1);
    }

    /** Takes so many at once; takes none and tells how long to wait if there are not enough left. */
    public Optional<Duration> take(Allowance allowance, String whose, long tries) {
        var probe = bucket(allowance, whose).tryConsumeAndReturnRemaining(tries);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Gives one try back. */
    public void giveBack(Allowance allowance, String whose) {
        giveBack(allowance, whose, 1);
    }

    public void giveBack(Allowance allowance, String whose, long tries) {
        bucket(allowance, whose).addTokens(tries);
    }

    /** Gives all tries back. */
    public void giveAllBack(Allowance allowance, String whose) {
        bucket(allowance, whose).reset();
    }

    /** Removes some of those that say nothing any more. */
    public void sweep() {
        buckets.removeExpired(SWEPT_AT_ONCE);
    }

    /** Whom a limit counts as one on the internet: an address, or the /64 that a single line gets under IPv6. */
    public static String line(String address) {
        var whole = InetAddress.ofLiteral(address).getAddress();
        return HexFormat.of().formatHex(whole.length == 16 ? Arrays.copyOf(whole, 8) : whole);
    }

    /** The key is a digest: a table of who tried from where is none that anybody needs. */
    private BucketProxy bucket(Allowance allowance, String whose) {
        var limit = Bandwidth.builder()
                .capacity(allowance.tries)
                .refillGreedy(allowance.tries, allowance.period)
                .build();
        return buckets.getProxy(
                digest(allowance.kind + " " + whose),
                () -> BucketConfiguration.builder().addLimit(limit).build());
    }

    private static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    private record Clock(InstantSource source) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(source.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
