package id.sipakatau.launch.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sipakatau.launch.Contents;
import id.sipakatau.launch.WrongUsage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

    @Test
    void nothing_need_be_said() {
        assertThat(Options.parse(List.of()))
                .isEqualTo(new Options(Optional.empty(), Optional.empty(), Optional.empty(), false, false));
    }

    @Test
    void port_and_data_folder_are_given_with_a_space_or_an_equals_sign() {
        var expected = new Options(
                Optional.of(9000), Optional.of(Path.of("/srv/data kota")), Optional.of(Contents.EMPTY), false, false);
        assertThat(Options.parse(List.of("--port", "9000", "--data", "/srv/data kota", "--empty")))
                .isEqualTo(expected);
        assertThat(Options.parse(List.of("--empty", "--data=/srv/data kota", "--port=9000")))
                .isEqualTo(expected);
    }

    @Test
    void a_relative_data_folder_is_meant_from_where_the_person_stands() {
        System.setProperty("sipakatau.started-in", "/home/warga");
        try {
            assertThat(Options.parse(List.of("--data", "../kota")).data()).contains(Path.of("/home/kota"));
        } finally {
            System.clearProperty("sipakatau.started-in");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--prot,            Opsi tidak dikenal: --prot,     Unknown option: --prot",
        "9000,              Opsi tidak dikenal: 9000,       Unknown option: 9000",
        "--port,            Opsi --port memerlukan nilai,   Option --port needs a value",
        "--data=,           Opsi --data memerlukan nilai,   Option --data needs a value",
        "--port=http,       Porta harus bilangan,           The port must be a number",
        "--port=0,          bukan 0,                        not 0",
        "--port=65536,      bukan 65536,                    not 65536",
    })
    void a_mistake_is_explained_in_both_languages(String argument, String indonesian, String english) {
        assertThatThrownBy(() -> Options.parse(List.of(argument)))
                .isInstanceOf(WrongUsage.class)
                .hasMessageContaining(indonesian)
                .hasMessageContaining(english);
    }

    @Test
    void demo_and_empty_exclude_each_other() {
        assertThatThrownBy(() -> Options.parse(List.of("--demo", "--empty"))).isInstanceOf(WrongUsage.class);
    }

    @Test
    void help_names_every_option() {
        assertThat(Options.parse(List.of("--help")).help()).isTrue();
        assertThat(Options.HELP).contains("--port", "--data", "--demo", "--empty", "SIPAKATAU_DATABASE_URL");
    }
}
