package id.sipakatau.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WantedPageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/admin",
                "/admin/aduan/MKS-7F3K-9QXT?tab=foto&x=1",
                "/operator#akhir",
                "/masukan",
                "/a?b=//c"
            })
    void a_path_on_this_site_is_taken_up(String named) {
        assertThat(WantedPage.of(named)).map(WantedPage::uri).contains(URI.create(named));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "admin",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "\t//evil.example",
                " //evil.example",
                "/%2Fevil.example",
                "/./%2Fevil.example",
                "/.//evil.example",
                "/a/..//evil.example",
                "https://evil.example",
                "https:/admin",
                "javascript:alert(1)",
                "/x\r\nSet-Cookie: a=b",
                "/%zz",
                "/admin\u202e",
                "/masuk",
                "/masuk?ke=/masuk",
                "/keluar"
            })
    void anything_else_is_not(String named) {
        assertThat(WantedPage.of(named)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {2001, 100_000})
    void an_address_of_any_length_is_not(int length) {
        assertThat(WantedPage.of("/" + "a".repeat(length))).isEmpty();
    }
}
