package id.sipakatau.identity.signin;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * How often somebody may try a password. Counted on the database, so all nodes count together.
 *
 * <p>A try comes back little by little rather than all at once. The limit on a user name from everywhere is wide:
 * a narrow one would let any stranger keep the person out.
 */
@ApplicationScoped
class SignInLimits {

    private static final Duration PERIOD = Duration.ofMinutes(15);
    static final int PER_NAME_AND_ADDRESS = 5;
    /** Wider, since a whole office may share one address. */
    static final int PER_ADDRESS = 30;

    static final int PER_NAME = 60;
    private static final int SWEPT_AT_ONCE = 100;

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;

    SignInLimits(DataSource database, InstantSource clock) {
        buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("sign_in_limit")
                .clientClock(new Clock(clock))
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                .build();
    }

    /** Takes one try; tells how long to wait if there is none left. */
    Optional<Duration> take(String username, Device device) {
        buckets.removeExpired(SWEPT_AT_ONCE);
        return take(address(device)).or(() -> take(pair(username, device))).or(() -> take(name(username)));
    }

    /** Gives back what a try took that turned out right. */
    void giveBack(String username, Device device) {
        pair(username, device).reset();
        name(username).addTokens(1);
        address(device).addTokens(1);
    }

    private static Optional<Duration> take(BucketProxy bucket) {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private BucketProxy pair(String username, Device device) {
        return bucket("name and address", username + " " + device.limited(), PER_NAME_AND_ADDRESS);
    }

    private BucketProxy address(Device device) {
        return bucket("address", device.limited(), PER_ADDRESS);
    }

    private BucketProxy name(String username) {
        return bucket("name", username, PER_NAME);
    }

    /** The key is a digest: a table of who tried from where is none that anybody needs. */
    private BucketProxy bucket(String kind, String whose, int tries) {
        var limit =
                Bandwidth.builder().capacity(tries).refillGreedy(tries, PERIOD).build();
        return buckets.getProxy(
                digest(kind + " " + whose),
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
