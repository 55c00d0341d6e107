package id.sipakatau.alerting.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.testing.GrownCity;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/**
 * What a row of the journal costs more because somebody may have to be told of it, in a city of 30,000 complaints. Measured
 * in a transaction that is rolled back; {@code docs/measurements.md} has the figures that it prints.
 */
class NotedPlansTest {

    private static final int ROWS = 40;
    private static final int FOLLOWERS = 10_000;

    @Test
    void a_change_finds_by_the_index_who_follows_its_place_or_kind() {
        GrownCity.jdbi().useHandle(handle -> {
            handle.begin();
            try {
                var complaints = handle.createQuery("""
                                SELECT id FROM public_complaint WHERE kelurahan = '73.71.04.1001' ORDER BY id LIMIT :rows
                                """)
                        .bind("rows", ROWS)
                        .mapTo(UUID.class)
                        .list();
                measured(handle, complaints, "ACCEPTED", "to warm up");
                measured(handle, complaints, "STARTED", "nobody follows, a change that is told of no place");
                var alone = measured(handle, complaints, "ACCEPTED", "nobody follows");
                follow(
                        handle,
                        "'73.71.' || lpad((n % 15 + 1)::text, 2, '0') || '.1' || lpad((n / 15 % 10 + 1)::text, 3, '0')");
                var spread = measured(handle, complaints, "ACCEPTED", "10,000 follow, over 150 kelurahan");
                var told = (int) due(handle) / ROWS;
                assertThat(told).isBetween(1, 1000);
                assertThat(scans(handle))
                        .as("reads of the whole table of subscriptions")
                        .isZero();
                handle.execute("DELETE FROM subscription");
                follow(handle, "'73.71.04.1001'");
                measured(handle, complaints.subList(0, 5), "ACCEPTED", "10,000 follow this one kelurahan");
                assertThat(due(handle)).isEqualTo(5L * FOLLOWERS);
                assertThat(spread).as("median, in microseconds").isLessThan(alone + 100_000);
            } finally {
                handle.rollback();
            }
        });
    }

    private static void follow(Handle handle, String area) {
        handle.execute("""
                INSERT INTO subscription (id, area, audience, channel, target, language, created_at, confirmed_at)
                SELECT gen_random_uuid(), %s, 'PUBLIC', 'EMAIL', 'w' || n || '@example.com', 'id', now(), now()
                FROM generate_series(1, %d) AS n
                """.formatted(area, FOLLOWERS));
    }

    private static long due(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM notice_due")
                .mapTo(Long.class)
                .one();
    }

    /** How often this transaction has read all subscriptions to find some. */
    private static long scans(Handle handle) {
        return handle.createQuery(
                        "SELECT coalesce(seq_scan, 0) FROM pg_stat_xact_user_tables WHERE relname = 'subscription'")
                .mapTo(Long.class)
                .one();
    }

    /** The median of what it takes to add a row, in microseconds. */
    private static long measured(Handle handle, List<UUID> complaints, String act, String what) {
        var times = complaints.stream()
                .mapToLong(complaint -> {
                    var start = System.nanoTime();
                    handle.execute(
                            "INSERT INTO journal (complaint_id, at, act, actor_role, facts) VALUES (?, now(), ?, 'SYSTEM', '{}')",
                            complaint,
                            act);
                    return (System.nanoTime() - start) / 1000;
                })
                .sorted()
                .toArray();
        var median = LongStream.of(times).skip(times.length / 2).findFirst().orElseThrow();
        System.out.printf("%s: median %,d µs, longest %,d µs%n", what, median, times[times.length - 1]);
        return median;
    }
}
