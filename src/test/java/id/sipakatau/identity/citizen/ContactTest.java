package id.sipakatau.identity.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactTest {

    @ParameterizedTest
    @CsvSource({
        "0812 3456 7890, +6281234567890",
        "+62 812-3456-7890, +6281234567890",
        "6281234567890, +6281234567890",
        "(0812) 3456.789, +628123456789",
        "' Siti.Contoh@Contoh.ID ', siti.contoh@contoh.id"
    })
    void one_address_is_written_in_one_way(String typed, String kept) {
        assertThat(Contact.of(typed)).map(Contact::address).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "siti",
                "siti@contoh",
                "siti@@contoh.id",
                "siti@contoh.id, budi@contoh.id",
                "siti@contoh.id\nBcc: budi@contoh.id",
                "<siti@contoh.id>",
                "12345",
                "+15551234567",
                "0411 123456",
                "0812345678901234"
            })
    void what_is_neither_is_refused(String typed) {
        assertThat(Contact.of(typed)).isEmpty();
    }

    @Test
    void a_log_does_not_tell_whose_it_is() {
        assertThat(new Contact(Contact.Kind.EMAIL, "siti@contoh.id").toString()).doesNotContain("siti");
    }
}
