package id.sipakatau.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import id.sipakatau.identity.TestCitizen;
import id.sipakatau.testing.Chromium;
import id.sipakatau.testing.PostOffice;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An account from the first code to its deletion, in a real browser; no screen on the way has a barrier in any look. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(PostOffice.class)
class AccountTest extends CodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"id-ID", "en-US"})
    void from_the_first_code_to_the_deletion(String language) {
        var complaint = Stories.pending("Tumpukan sampah di samping benteng. Sudah empat hari tidak diangkut.");
        var email = TestCitizen.email();
        try (var person = chromium.person(Chromium.PHONE, language, ColorScheme.LIGHT)) {
            var page = visit(person, "/saya");
            page.locator(".links a[href='/akun']").click();
            look(page, "akun-masuk");
            page.locator("#alamat").fill(email);
            page.locator("form[action='/akun/masuk'] button").click();
            page.waitForURL(Pattern.compile("/kode$"));
            look(page, "akun-kode");
            page.locator("#kode").fill("12345");
            page.locator("form[action='/akun/masuk/kode'] button").click();
            page.locator("#kode-error").waitFor();
            look(page, "akun-kode-salah");
            page.locator("#kode").fill(sent.latest(email));
            page.locator("form[action='/akun/masuk/kode'] button").click();
            look(page, "akun-persetujuan");
            page.locator("form[action='/akun/masuk/persetujuan'] button").click();
            page.waitForURL(Pattern.compile("/akun$"));
            look(page, "akun-kosong");

            visit(page, "/ikuti/" + complaint.secret().text());
            look(page, "akun-simpan");
            page.locator(".keep button").click();
            page.locator(".notice.keep").waitFor();
            look(page, "akun-tersimpan");
            visit(page, "/akun");
            look(page, "akun");
            visit(page, "/akun/data");
            look(page, "akun-data");
            page.locator("a[href='/akun/data/hapus']").click();
            look(page, "akun-hapus");
            page.locator("form[action='/akun/data/hapus'] button").click();
            page.waitForURL(Pattern.compile("/saya$"));
        }
        // The browser notes the refusal of the wrong code, too.
        assertThat(faults).allMatch(fault -> fault.contains("422"));
    }

    private static void look(Page page, String name) {
        assertThat(Looks.barriers(page, name)).isEmpty();
    }
}
