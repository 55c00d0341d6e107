package id.sipakatau.launch.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.sipakatau.launch.LaunchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    private static final Path BINARIES = Path.of("target/postgresql");

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void a_folder_with_a_space_in_its_name() {
        folder = temporary.resolve("data kota");
    }

    @Test
    void a_second_start_finds_the_data_of_the_first() throws SQLException {
        try (var postgres = start();
                var connection = connect(postgres)) {
            execute(connection, "CREATE TABLE kept AS SELECT 42 AS answer");
        }
        try (var postgres = start();
                var connection = connect(postgres)) {
            assertThat(ask(connection, "SELECT answer::text FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void what_is_committed_is_on_disk_and_nobody_else_gets_in() throws SQLException, IOException {
        try (var postgres = start();
                var connection = connect(postgres)) {
            assertThat(ask(connection, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(connection, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(ask(connection, "SHOW jit")).isEqualTo("off");
            assertThat(ask(connection, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(connection, "SELECT rolsuper::text FROM pg_roles WHERE rolname = current_user"))
                    .isEqualTo("false");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "guessed"))
                    .hasMessageContaining("password authentication failed");
        }
        for (var file : new String[] {"superuser.password", "program.password"}) {
            assertThat(Files.getPosixFilePermissions(folder.resolve(file)))
                    .containsOnly(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        }
    }

    @Test
    void stopping_leaves_no_process_behind() throws IOException {
        var postgres = start();
        var server = server();
        assertThat(runs(server)).isTrue();
        var children = server.descendants().toList();

        postgres.close();

        assertThat(runs(server)).isFalse();
        assertThat(children).isNotEmpty().noneMatch(EmbeddedPostgresTest::runs);
    }

    @Test
    void a_server_that_is_killed_is_started_again_with_everything_committed() throws SQLException, IOException {
        try (var postgres = start()) {
            try (var connection = connect(postgres)) {
                execute(connection, "CREATE TABLE kept AS SELECT 42 AS answer");
            }
            kill(server());
            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .until(() -> ask(connect(postgres), "SELECT answer::text FROM kept")
                            .equals("42"));
        }
    }

    @Test
    void a_note_left_by_a_crash_whose_process_number_went_to_another_program_does_no_harm()
            throws SQLException, IOException {
        start().close();
        var stranger = ProcessHandle.current().pid();
        Files.writeString(
                folder.resolve("cluster/postmaster.pid"),
                stranger + "\n" + folder.resolve("cluster") + "\n1\n5432\n\n127.0.0.1\n0 0\nready\n");
        try (var postgres = start();
                var connection = connect(postgres)) {
            assertThat(ask(connection, "SELECT 'here'")).isEqualTo("here");
        }
    }

    @Test
    void a_cluster_whose_making_was_interrupted_is_made_anew() throws SQLException, IOException {
        Files.createDirectories(folder.resolve("cluster.new/base"));
        Files.writeString(folder.resolve("cluster.new/PG_VERSION"), "18");
        try (var postgres = start();
                var connection = connect(postgres)) {
            assertThat(ask(connection, "SELECT 'whole'")).isEqualTo("whole");
        }
    }

    @Test
    void a_folder_in_use_is_refused_in_both_languages() {
        try (var first = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(LaunchFailure.class)
                    .hasMessageContaining("sedang dipakai")
                    .hasMessageContaining("is in use")
                    .hasMessageContaining(folder.toString());
            assertThat(first.jdbcUrl()).isNotEmpty();
        }
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(folder, BINARIES, Map.of());
    }

    private ProcessHandle server() throws IOException {
        var pid = Files.readAllLines(folder.resolve("cluster/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    /** Dead processes that nobody has collected yet are alive for Java, but have no program any more. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    /** As kill -9: the server can't tidy up. */
    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
