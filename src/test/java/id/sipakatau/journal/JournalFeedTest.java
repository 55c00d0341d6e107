package id.sipakatau.journal;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.testing.TestDatabase;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JournalFeedTest {

    private final Journal journal = new Journal();
    private final LinkedBlockingQueue<JournalFeed.News> heard = new LinkedBlockingQueue<>();
    private Jdbi jdbi;
    private JournalFeed feed;

    @BeforeEach
    void start() throws Exception {
        jdbi = TestDatabase.jdbi();
        feed = new JournalFeed(jdbi, journal);
        feed.listen(heard::add);
        feed.start(new StartupEvent());
        assertThat(next()).as("it listens now").isInstanceOf(JournalFeed.Gap.class);
    }

    @AfterEach
    void stop() throws Exception {
        feed.stop(new ShutdownEvent());
    }

    @Test
    void a_committed_row_is_heard_within_a_second() throws Exception {
        var took = new ArrayList<Duration>();
        for (int i = 0; i < 7; i++) {
            var complaint = UUID.randomUUID();
            var written = System.nanoTime();
            jdbi.useTransaction(transaction -> journal.append(transaction, entry(complaint)));
            assertThat(((JournalFeed.Added) next()).rows())
                    .extracting("complaintId")
                    .containsExactly(complaint);
            took.add(Duration.ofNanos(System.nanoTime() - written));
        }
        Collections.sort(took);
        // Half of them, since other tests use the same processors.
        assertThat(took.get(took.size() / 2)).as("of " + took).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void a_row_that_was_rolled_back_is_not_heard() throws Exception {
        jdbi.useTransaction(transaction -> {
            journal.append(transaction, entry(UUID.randomUUID()));
            transaction.rollback();
        });
        var complaint = UUID.randomUUID();
        jdbi.useTransaction(transaction -> journal.append(transaction, entry(complaint)));
        assertThat(((JournalFeed.Added) next()).rows())
                .extracting("complaintId")
                .containsExactly(complaint);
    }

    @Test
    void a_bulk_load_is_heard_as_a_gap() throws Exception {
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO journal (at, act, actor_role, facts)
                SELECT now(), 'FILED', 'SYSTEM', '{}' FROM generate_series(1, 5000)
                """));
        assertThat(next()).isInstanceOf(JournalFeed.Gap.class);
    }

    @Test
    void it_comes_back_after_the_connection_was_cut() throws Exception {
        jdbi.useHandle(handle -> handle.execute("""
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE query = 'LISTEN journal' AND datname = current_database() AND pid <> pg_backend_pid()
                """));
        assertThat(next()).as("something may have been missed").isInstanceOf(JournalFeed.Gap.class);
        jdbi.useTransaction(transaction ->
                IntStream.range(0, 3).forEach(i -> journal.append(transaction, entry(UUID.randomUUID()))));
        var rows = new java.util.ArrayList<Recorded>();
        while (rows.size() < 3) {
            rows.addAll(((JournalFeed.Added) next()).rows());
        }
        assertThat(rows).hasSize(3);
    }

    private JournalFeed.News next() throws InterruptedException {
        var news = heard.poll(5, TimeUnit.SECONDS);
        assertThat(news).as("heard within five seconds").isNotNull();
        return news;
    }

    private static Entry entry(UUID complaint) {
        return new Entry(complaint, Instant.now(), "FILED", Actor.REPORTER, Map.of("list", List.of(1)), Map.of());
    }
}
