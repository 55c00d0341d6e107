package id.sipakatau.launch;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** The note of what this installation was first started with, and the first start itself. */
@Singleton
public class Installation {

    /** The setting that says what a new installation gets: set by the command line; absent in tests, which make their own data. */
    public static final String CONTENTS_OF_NEW = "sipakatau.contents-of-new";

    /** Before anything else that happens at the start, so that all modules see what a first start has made. */
    private static final int FIRST_OF_ALL = 1;

    private final Jdbi jdbi;
    private final InstantSource clock;
    private final Event<FirstStart> firstStarts;
    private final Optional<Contents> contentsOfNew;

    Installation(
            Jdbi jdbi,
            InstantSource clock,
            Event<FirstStart> firstStarts,
            @ConfigProperty(name = CONTENTS_OF_NEW) Optional<Contents> contentsOfNew) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.firstStarts = firstStarts;
        this.contentsOfNew = contentsOfNew;
    }

    /**
     * What the database was made with; empty if it is new. Asked before the program starts, on a plain connection.
     *
     * @throws SQLException if the database does not answer
     */
    public static Optional<Contents> contents(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            try (var table = statement.executeQuery("SELECT to_regclass('installation') IS NOT NULL")) {
                if (!table.next() || !table.getBoolean(1)) {
                    return Optional.empty();
                }
            }
            try (var row = statement.executeQuery("SELECT contents FROM installation")) {
                return row.next() ? Optional.of(Contents.valueOf(row.getString(1))) : Optional.empty();
            }
        }
    }

    boolean demo() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT contents = 'DEMO' FROM installation")
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false));
    }

    void prepare(@Observes @Priority(FIRST_OF_ALL) StartupEvent started) {
        if (contentsOfNew.isEmpty()) {
            return;
        }
        note(contentsOfNew.get());
        if (!prepared()) {
            firstStarts.fire(new FirstStart(demo()));
            jdbi.useHandle(handle -> handle.createUpdate("UPDATE installation SET prepared_at = :now")
                    .bind("now", now())
                    .execute());
        }
    }

    private void note(Contents contents) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "INSERT INTO installation (contents, made_at) VALUES (:contents, :now) ON CONFLICT DO NOTHING")
                .bind("contents", contents)
                .bind("now", now())
                .execute());
    }

    private boolean prepared() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT prepared_at IS NOT NULL FROM installation")
                .mapTo(Boolean.class)
                .one());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
