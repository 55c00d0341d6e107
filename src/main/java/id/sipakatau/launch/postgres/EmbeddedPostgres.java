package id.sipakatau.launch.postgres;

import id.sipakatau.launch.LaunchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server of our own, in a folder of our own, on a free port of the loopback address.
 *
 * <p>One at a time per folder: a lock keeps a second program out. The data are durable (fsync is on); what a crash left
 * behind is cleared away at the next start, and a server that dies under the running program is started again.
 * The program signs in as an ordinary user who owns one database; passwords are made at random and kept in the folder.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    static final String SUPERUSER = "postgres";
    private static final String PROGRAM = "sipakatau";
    private static final Logger LOG = Logger.getLogger(EmbeddedPostgres.class);

    private final FolderLock lock;
    private final Cluster cluster;
    private final Map<String, String> settings;
    private final int port;
    private final String superuserPassword;
    private final String programPassword;
    private final CountDownLatch closed = new CountDownLatch(1);

    private EmbeddedPostgres(FolderLock lock, Path folder, Path binaries, Map<String, String> settings)
            throws IOException, InterruptedException, SQLException {
        this.lock = lock;
        this.settings = settings;
        superuserPassword = Password.keptIn(folder.resolve("superuser.password"));
        cluster = Cluster.in(folder, PostgresBinaries.unpackedIn(binaries), superuserPassword);
        port = cluster.start(0, settings);
        programPassword = programPassword(folder.resolve("program.password"));
        Thread.ofVirtual().name("postgres-watch").start(this::startAgainWhenItDies);
    }

    /**
     * Starts the server, on a fresh cluster where the folder has none, and returns when it answers.
     *
     * @param folder where the cluster and its passwords lie; made if missing
     * @param binaries where the programs of PostgreSQL are unpacked, once for all folders that share it
     * @param settings of PostgreSQL, in addition to the usual ones
     * @throws LaunchFailure when the folder is in use or the server can't be started
     */
    public static EmbeddedPostgres start(Path folder, Path binaries, Map<String, String> settings) {
        var absolute = folder.toAbsolutePath().normalize();
        var lock = FolderLock.on(absolute);
        try {
            return new EmbeddedPostgres(
                    lock, absolute, binaries.toAbsolutePath().normalize(), settings);
        } catch (IOException | SQLException e) {
            lock.close();
            throw new LaunchFailure(
                    "Basis data di " + folder + " tidak dapat dijalankan: " + e.getMessage(),
                    "The database in " + folder + " could not be started: " + e.getMessage(),
                    e);
        } catch (InterruptedException e) {
            lock.close();
            throw new IllegalStateException("Interrupted while the database started", e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + PROGRAM;
    }

    public String user() {
        return PROGRAM;
    }

    public String password() {
        return programPassword;
    }

    /** A connection with all rights over the server, for making databases; the program itself never asks for it. */
    public Connection superuser() throws SQLException {
        var source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/postgres");
        source.setUser(SUPERUSER);
        source.setPassword(superuserPassword);
        return source.getConnection();
    }

    /** Stops the server in an orderly way; nothing of it is left running. */
    @Override
    public synchronized void close() {
        if (closed.getCount() == 0) {
            return;
        }
        closed.countDown();
        try {
            cluster.stop();
        } catch (IOException e) {
            throw new IllegalStateException("The database could not be stopped", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.close();
        }
    }

    /** The file is written last: while it is missing, the making of role and database is done over. */
    private String programPassword(Path file) throws IOException, SQLException {
        if (!Files.exists(file)) {
            var password = Password.random();
            try (var connection = superuser();
                    var statement = connection.createStatement()) {
                statement.execute("DROP DATABASE IF EXISTS " + PROGRAM);
                statement.execute("DROP ROLE IF EXISTS " + PROGRAM);
                statement.execute("CREATE ROLE " + PROGRAM + " LOGIN PASSWORD '" + password + "'");
                statement.execute("CREATE DATABASE " + PROGRAM + " OWNER " + PROGRAM);
            }
            Password.keep(password, file);
        }
        return Files.readString(file).strip();
    }

    /** Looks rather than waits: where nobody collects dead processes, waiting for one's end would never return. */
    private void startAgainWhenItDies() {
        try {
            while (!closed.await(1, TimeUnit.SECONDS)) {
                startAgainIfDead();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void startAgainIfDead() throws InterruptedException {
        try {
            if (closed.getCount() > 0 && cluster.postmaster().isEmpty()) {
                LOG.warn("The database server died; starting it again");
                cluster.start(port, settings);
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("The database server died and could not be started again; trying once more", e);
        }
    }
}
