package id.sipakatau.launch;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.launch.postgres.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program as a process: how it starts, what it says, and that it leaves nothing behind. */
class ProgramIT {

    @TempDir
    Path temporary;

    @Test
    void it_stops_cleanly_and_finds_its_data_again() throws Exception {
        var data = temporary.resolve("data kota");
        try (var program = Program.start(data, "--empty")) {
            program.awaitReady();
            assertThat(program.said()).contains("/lapor", "/lacak", "/admin", "/operator");
            assertThat(program.statusOf("/q/health/ready")).isEqualTo(200);
            assertThat(program.statusOf("/q/other")).isIn(401, 403, 404);

            assertThat(program.terminate()).isIn(0, 143);
            assertThat(program.databaseProcesses()).isEmpty();
        }
        try (var program = Program.start(data, "--demo")) {
            assertThat(program.exitCode()).isEqualTo(1);
            assertThat(program.said()).contains("tidak pernah dicampur", "never mixed");
            assertThat(program.databaseProcesses()).isEmpty();
        }
        try (var program = Program.start(data)) {
            program.awaitReady();
        }
    }

    @Test
    void after_the_program_was_killed_the_next_start_takes_over_what_is_left() throws Exception {
        var data = temporary.resolve("data");
        try (var program = Program.start(data, "--empty")) {
            program.awaitReady();
            program.kill();
        }
        try (var program = Program.start(data, "--empty")) {
            program.awaitReady();
            assertThat(program.databaseProcesses()).hasSize(1);
            assertThat(program.terminate()).isIn(0, 143);
            assertThat(program.databaseProcesses()).isEmpty();
        }
    }

    @Test
    void a_second_program_on_the_same_folder_or_port_is_refused_with_advice() throws Exception {
        var data = temporary.resolve("data");
        try (var first = Program.start(data, "--empty")) {
            first.awaitReady();
            try (var second = Program.start(data)) {
                assertThat(second.exitCode()).isEqualTo(1);
                assertThat(second.said()).contains("sedang dipakai", "is in use", "--data");
            }
            try (var second = Program.start(temporary.resolve("other"), "--port", "" + first.port())) {
                assertThat(second.exitCode()).isEqualTo(1);
                assertThat(second.said()).contains("Port " + first.port(), "Porta", "--port");
            }
            assertThat(first.statusOf("/q/health/ready")).isEqualTo(200);
        }
    }

    @Test
    void a_wrong_option_is_explained_and_nothing_is_started() throws Exception {
        try (var program = Program.start(temporary.resolve("data"), "--prot")) {
            assertThat(program.exitCode()).isEqualTo(2);
            assertThat(program.said()).contains("Opsi tidak dikenal", "Unknown option", "--port N");
            assertThat(temporary).isEmptyDirectory();
        }
    }

    @Test
    void a_fault_in_the_citys_folder_is_told_without_a_trace_and_the_database_goes_down_again() throws Exception {
        var city = temporary.resolve("no-city").toString();
        try (var program = Program.start(temporary.resolve("data"), Map.of("SIPAKATAU_CITY_FOLDER", city))) {
            assertThat(program.exitCode()).isEqualTo(1);
            assertThat(program.said())
                    .contains(city + "/city.yaml: the file is missing")
                    .doesNotContain("\tat ", "Exception");
            assertThat(program.databaseProcesses()).isEmpty();
        }
    }

    @Test
    void a_database_named_by_the_environment_is_used_instead_of_the_own_one() throws Exception {
        var data = temporary.resolve("data");
        try (var city = EmbeddedPostgres.start(temporary.resolve("server"), Path.of("target/postgresql"), Map.of())) {
            var url = city.jdbcUrl() + "?user=" + city.user() + "&password=" + city.password();
            try (var program = Program.start(data, Map.of("SIPAKATAU_DATABASE_URL", url))) {
                program.awaitReady();
                assertThat(program.databaseProcesses()).isEmpty();
            }
            try (var connection = DriverManager.getConnection(url)) {
                assertThat(Installation.contents(connection)).contains(Contents.EMPTY);
            }
            try (var program = Program.start(data, Map.of("SIPAKATAU_DATABASE_URL", url + "x"))) {
                assertThat(program.exitCode()).isEqualTo(1);
                assertThat(program.said())
                        .contains("tidak dapat dihubungi", "does not answer")
                        .doesNotContain(city.password());
            }
        }
    }
}
