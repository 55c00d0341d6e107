package id.sipakatau.journal;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * New rows of the journal as they are committed, on whichever node that was. Live screens hang on it.
 *
 * <p>One connection listens for all. When rows may have been missed (the connection was lost, or a bulk load announced
 * only a range) listeners get {@link Gap} and have to look for themselves.
 */
@ApplicationScoped
public class JournalFeed {

    /** What a listener is told. */
    public sealed interface News {}

    /** These rows were added. */
    public record Added(List<Recorded> rows) implements News {}

    /** Rows may have been added that are not told one by one. */
    public record Gap() implements News {}

    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration PAUSE_BEFORE_RECONNECT = Duration.ofSeconds(1);

    private final Jdbi jdbi;
    private final Journal journal;
    private final List<Consumer<News>> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch stop = new CountDownLatch(1);
    private @Nullable Thread thread;

    JournalFeed(Jdbi jdbi, Journal journal) {
        this.jdbi = jdbi;
        this.journal = journal;
    }

    /** Adds a listener, which is called on the feed's thread and must not block. Run the result to end it. */
    public Runnable listen(Consumer<News> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void start(@Observes StartupEvent started) {
        thread = Thread.ofPlatform().name("journal-feed").daemon().start(this::follow);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        stop.countDown();
        if (thread != null) {
            thread.join(Duration.ofSeconds(2));
        }
    }

    private void follow() {
        try {
            do {
                try {
                    jdbi.useHandle(this::followOnOneConnection);
                } catch (RuntimeException | SQLException e) {
                    Log.warn("The journal feed lost its connection and will try again", e);
                }
            } while (!stop.await(PAUSE_BEFORE_RECONNECT.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void followOnOneConnection(Handle handle) throws SQLException {
        handle.execute("LISTEN journal");
        tell(new Gap());
        var connection = handle.getConnection().unwrap(PGConnection.class);
        while (stop.getCount() > 0) {
            for (var notification : connection.getNotifications((int) POLL.toMillis())) {
                tell(news(handle, notification.getParameter()));
            }
        }
        handle.execute("UNLISTEN journal");
    }

    private News news(Handle handle, String payload) {
        if (payload.contains("-")) {
            return new Gap();
        }
        var numbers = Arrays.stream(payload.split(",")).map(Long::valueOf).toList();
        return new Added(journal.rows(handle, numbers));
    }

    private void tell(News news) {
        for (var listener : listeners) {
            try {
                listener.accept(news);
            } catch (RuntimeException e) {
                Log.error("A listener of the journal failed; the others are told all the same", e);
            }
        }
    }
}
