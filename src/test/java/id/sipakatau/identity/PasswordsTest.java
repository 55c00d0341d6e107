package id.sipakatau.identity;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.identity.Passwords.Fault;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords(() -> 4);

    @Test
    void ten_characters_to_72_bytes_are_allowed() {
        assertThat(passwords.fault("sembilan9", "budi")).contains(Fault.TOO_SHORT);
        assertThat(passwords.fault("sepuluh-10", "budi")).isEmpty();
        assertThat(passwords.fault("abcd".repeat(18), "budi")).isEmpty();
        assertThat(passwords.fault("abcd".repeat(18) + "e", "budi")).contains(Fault.TOO_LONG);
    }

    @Test
    void length_is_what_bcrypt_sees_so_letters_of_other_scripts_count_more() {
        assertThat(passwords.fault("ᨔᨗᨄᨀᨈᨕᨘ ᨔᨗᨄᨀᨒᨅᨗ", "budi")).isEmpty();
        assertThat(passwords.fault("ᨔᨗᨄᨀᨈᨕᨘ ᨔᨗᨄᨀᨒᨅᨗ ᨔᨗᨄᨀᨈᨕᨘ ᨔᨗᨄᨀᨒᨅᨗ", "budi")).contains(Fault.TOO_LONG);
    }

    @Test
    void what_everybody_tries_first_is_refused() {
        assertThat(passwords.fault("Password123", "budi")).contains(Fault.COMMON);
        assertThat(passwords.fault("aaaaaaaaaaaa", "budi")).contains(Fault.COMMON);
        assertThat(passwords.fault("kebersihan1", "kebersihan")).contains(Fault.LIKE_USERNAME);
    }

    @Test
    void the_same_word_fits_and_another_does_not() {
        var hash = passwords.hash("kuda-laut-hijau-7");
        assertThat(passwords.matches("kuda-laut-hijau-7", hash)).isTrue();
        assertThat(passwords.matches("kuda-laut-hijau-8", hash)).isFalse();
        assertThat(passwords.matches("", hash)).isFalse();
        assertThat(passwords.matches("kuda-laut-hijau-7", null)).isFalse();
    }

    @Test
    void letters_fit_however_the_keyboard_composes_them() {
        var hash = passwords.hash("caf\u00e9-pantai-losari");
        assertThat(passwords.matches("cafe\u0301-pantai-losari", hash)).isTrue();
    }

    @Test
    void a_long_attempt_never_fits_a_password_that_it_begins_with() {
        var longest = "abcd".repeat(18);
        assertThat(passwords.matches(longest + "x", passwords.hash(longest))).isFalse();
    }

    @Test
    void two_hashes_of_one_password_differ_and_neither_shows_in_a_log() {
        var one = passwords.hash("kuda-laut-hijau-7");
        assertThat(one).isNotEqualTo(passwords.hash("kuda-laut-hijau-7"));
        assertThat(one.toString()).doesNotContain("$2");
        assertThat(SecretToken.random().toString()).isEqualTo("SecretToken[hidden]");
    }
}
