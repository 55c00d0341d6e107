package id.sipakatau.testing;

import id.sipakatau.launch.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/** The one embedded PostgreSQL of a Java process full of tests; fast rather than durable, gone with the process. */
record TestServer(Path folder, String address, String user, String password) {

    /** A system property, since Quarkus loads test classes in several class loaders that share no static field. */
    private static final String NOTE = "sipakatau.test.server";

    private static final String MIGRATED = "migrated";
    private static final Map<String, String> FAST =
            Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off", "max_connections", "100");

    static synchronized TestServer running() {
        var note = System.getProperty(NOTE);
        if (note == null) {
            var server = started();
            System.setProperty(
                    NOTE, String.join("\n", server.folder.toString(), server.address, server.user, server.password));
            return server;
        }
        var lines = note.split("\n");
        return new TestServer(Path.of(lines[0]), lines[1], lines[2], lines[3]);
    }

    String url(String database) {
        return address + database;
    }

    /** Makes a database with all migrations applied and returns its name. */
    String newDatabase() {
        var name = "test_" + UUID.randomUUID().toString().replace("-", "");
        execute(url("sipakatau"), "CREATE DATABASE " + name + " TEMPLATE " + MIGRATED);
        return name;
    }

    private static TestServer started() {
        var target = Path.of("target").toAbsolutePath();
        var folder = target.resolve("test-database-" + ProcessHandle.current().pid());
        var postgres = EmbeddedPostgres.start(folder, target.resolve("postgresql"), FAST);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            postgres.close();
            delete(folder);
        }));
        try (var connection = postgres.superuser();
                var statement = connection.createStatement()) {
            statement.execute("ALTER ROLE " + postgres.user() + " CREATEDB");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        var address = postgres.jdbcUrl().substring(0, postgres.jdbcUrl().lastIndexOf('/') + 1);
        var server = new TestServer(folder, address, postgres.user(), postgres.password());
        server.execute(server.url("sipakatau"), "CREATE DATABASE " + MIGRATED);
        Flyway.configure()
                .dataSource(server.url(MIGRATED), server.user, server.password)
                .load()
                .migrate();
        return server;
    }

    private void execute(String url, String sql) {
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static void delete(Path folder) {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
