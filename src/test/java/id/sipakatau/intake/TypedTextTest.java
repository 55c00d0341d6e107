package id.sipakatau.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypedTextTest {

    @Test
    void line_ends_of_every_system_become_one_character() {
        assertThat(TypedText.lines("a\r\nb\rc\nd\u2028e")).isEqualTo("a\nb\nc\nd\ne");
    }

    @Test
    void one_line_stays_one_line() {
        assertThat(TypedText.line("  Lorong 5\r\n dekat\tmasjid ")).isEqualTo("Lorong 5 dekat masjid");
    }

    @Test
    void control_characters_go_and_joined_emoji_stay() {
        assertThat(TypedText.lines("a\u0000b\u001bc 👩🏽‍🚒")).isEqualTo("abc 👩🏽‍🚒");
    }

    @Test
    void accents_typed_apart_are_composed() {
        assertThat(TypedText.lines("cafe\u0301")).isEqualTo("caf\u00e9");
    }
}
