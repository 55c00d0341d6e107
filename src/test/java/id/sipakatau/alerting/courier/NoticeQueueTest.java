package id.sipakatau.alerting.courier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sipakatau.alerting.courier.NoticeQueue.Outcome;
import id.sipakatau.alerting.subscription.Subscription.Channel;
import id.sipakatau.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has what in hand, with several couriers and a clock of the test's own. */
class NoticeQueueTest {

    private static final Jdbi JDBI = TestDatabase.jdbi();
    private static final Outcome SENT = new Outcome.Done(Duration.ZERO);

    private Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final InstantSource clock = () -> now;
    private final NoticeQueue one = new NoticeQueue(JDBI, clock);
    private final NoticeQueue other = new NoticeQueue(JDBI, clock);

    @BeforeEach
    void clear() {
        JDBI.useHandle(handle -> handle.execute("TRUNCATE subscription CASCADE"));
    }

    @Test
    void what_a_killed_courier_had_on_its_way_is_delivered_by_the_next() {
        due(ofComplaint(), 1);
        assertThat(one.take(Channel.EMAIL)).isPresent();
        // It is never heard of again.
        assertThat(other.take(Channel.EMAIL)).isEmpty();
        now = now.plus(NoticeQueue.LEASE);
        var taken = other.take(Channel.EMAIL).orElseThrow();
        assertThat(taken.attempts()).isEqualTo(2);
        other.settle(taken, SENT);
        now = now.plus(NoticeQueue.LEASE);
        assertThat(one.take(Channel.EMAIL)).isEmpty();
    }

    @Test
    void a_courier_that_is_too_late_does_not_take_it_out_of_the_hands_of_the_next() {
        due(ofComplaint(), 1);
        var late = one.take(Channel.EMAIL).orElseThrow();
        now = now.plus(NoticeQueue.LEASE);
        var taken = other.take(Channel.EMAIL).orElseThrow();
        one.settle(late, new Outcome.Later(Duration.ZERO));
        assertThat(one.take(Channel.EMAIL)).isEmpty();
        other.settle(taken, SENT);
    }

    @Test
    void news_of_one_complaint_go_one_after_the_other_in_their_order() {
        due(ofComplaint(), 2);
        var first = one.take(Channel.EMAIL).orElseThrow();
        assertThat(other.take(Channel.EMAIL)).isEmpty();
        one.settle(first, SENT);
        var second = other.take(Channel.EMAIL).orElseThrow();
        assertThat(second.rows().getFirst()).isGreaterThan(first.rows().getFirst());
    }

    @Test
    void letters_do_not_wait_for_messages_nor_one_subscription_for_another() {
        due(ofComplaint(), 1);
        due(ofComplaint(), 1);
        assertThat(one.take(Channel.PUSH)).isEmpty();
        assertThat(one.take(Channel.EMAIL)).isPresent();
        assertThat(other.take(Channel.EMAIL)).isPresent();
    }

    @Test
    void several_couriers_at_once_take_everything_and_nothing_twice() throws Exception {
        for (int i = 0; i < 40; i++) {
            due(ofComplaint(), 1);
        }
        var taken = new ArrayList<Long>();
        try (var couriers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<List<Long>> courier = () -> {
                var mine = new ArrayList<Long>();
                for (var next = one.take(Channel.EMAIL); next.isPresent(); next = one.take(Channel.EMAIL)) {
                    mine.addAll(next.get().ids());
                    one.settle(next.get(), SENT);
                }
                return mine;
            };
            for (var done : couriers.invokeAll(List.of(courier, courier, courier, courier))) {
                taken.addAll(done.get());
            }
        }
        assertThat(taken).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void a_subscription_can_end_while_its_letter_is_settled() throws Exception {
        var ending = ofComplaint();
        due(ending, 1);
        var taken = one.take(Channel.EMAIL).orElseThrow();
        try (var courier = Executors.newSingleThreadExecutor()) {
            var settled = JDBI.inTransaction(handle -> {
                handle.execute("SELECT FROM subscription WHERE id = ? FOR UPDATE", ending);
                var waiting = courier.submit(() -> one.settle(taken, SENT));
                await().atMost(Duration.ofSeconds(20)).until(NoticeQueueTest::somebodyWaits);
                // Its notices go with it, which waits for whoever holds one of them.
                handle.execute("DELETE FROM subscription WHERE id = ?", ending);
                return waiting;
            });
            settled.get(20, TimeUnit.SECONDS);
        }
        now = now.plus(NoticeQueue.LEASE);
        assertThat(other.take(Channel.EMAIL)).isEmpty();
    }

    private static boolean somebodyWaits() {
        return JDBI.withHandle(
                handle -> handle.createQuery("""
                        SELECT count(*) > 0 FROM pg_stat_activity
                        WHERE datname = current_database() AND wait_event_type = 'Lock'
                        """).mapTo(Boolean.class).one());
    }

    @Test
    void of_a_place_all_that_is_due_goes_together_and_what_follows_waits_until_the_pause_is_over() {
        var place = ofPlace();
        due(place, 3);
        var together = one.take(Channel.EMAIL).orElseThrow();
        assertThat(together.rows()).hasSize(3);
        due(place, 1);
        one.settle(together, new Outcome.Done(Duration.ofHours(12)));
        due(place, 1);
        assertThat(one.take(Channel.EMAIL)).isEmpty();
        now = now.plus(Duration.ofHours(12));
        assertThat(one.take(Channel.EMAIL).orElseThrow().rows()).hasSize(2);
    }

    private static UUID ofComplaint() {
        return subscription("gen_random_uuid(), NULL");
    }

    private static UUID ofPlace() {
        return subscription("NULL, '73.71.04.1003'");
    }

    private static UUID subscription(String followed) {
        return JDBI.withHandle(handle ->
                handle.createQuery("""
                        INSERT INTO subscription (id, complaint_id, area, audience, channel, target, language, created_at,
                                                  confirmed_at)
                        VALUES (gen_random_uuid(), %s, 'PUBLIC', 'EMAIL', 'a@example.com', 'id', now(), now())
                        RETURNING id
                        """.formatted(followed)).mapTo(UUID.class).one());
    }

    private void due(UUID subscription, int count) {
        for (int i = 0; i < count; i++) {
            JDBI.useHandle(handle -> handle.createUpdate("""
                            WITH happened AS (
                                INSERT INTO journal (at, act, actor_role, facts) VALUES (now(), 'ACCEPTED', 'SYSTEM', '{}')
                                RETURNING seq)
                            INSERT INTO notice_due (subscription_id, channel, seq, next_try_at)
                            SELECT :subscription, 'EMAIL', seq, :at FROM happened
                            """)
                    .bind("subscription", subscription)
                    .bind("at", now.minusSeconds(60).atOffset(java.time.ZoneOffset.UTC))
                    .execute());
        }
    }
}
