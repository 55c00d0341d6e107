package id.sipakatau.testing;

import id.sipakatau.database.Database;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Databases for tests, all on one embedded PostgreSQL that starts at first use and ends with the Java process.
 *
 * <p>A Quarkus test names this class in {@code @WithTestResource} and gets a database of its own for each start of the
 * application. A plain test calls {@link #jdbi()} once per class and gets a fresh copy of an empty database with all
 * migrations applied, in some tens of milliseconds.
 */
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {

    /** A fresh database with all migrations applied. */
    public static Jdbi jdbi() {
        return Database.on(source());
    }

    /** The connections to a fresh database, for what does not go through Jdbi. */
    public static DataSource source() {
        var server = TestServer.running();
        var source = new PGSimpleDataSource();
        source.setUrl(server.url(server.newDatabase()));
        source.setUser(server.user());
        source.setPassword(server.password());
        source.setOptions("-c jit=off");
        return source;
    }

    @Override
    public Map<String, String> start() {
        var server = TestServer.running();
        return Map.of(
                "quarkus.datasource.jdbc.url", server.url(server.newDatabase()),
                "quarkus.datasource.username", server.user(),
                "quarkus.datasource.password", server.password(),
                "sipakatau.data",
                        server.folder().resolve("data-" + UUID.randomUUID()).toString());
    }

    @Override
    public void stop() {
        // The server goes on for the tests that follow.
    }
}
