package id.sipakatau.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import id.sipakatau.identity.TestCitizen;
import id.sipakatau.identity.citizen.SentCodes;
import id.sipakatau.testing.Chromium;
import id.sipakatau.testing.PostOffice;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An account from the first code to its deletion, in a real browser; no screen on the way has a barrier. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(PostOffice.class)
class AccountTest extends BrowserTest {

    private static SentCodes sent;

    @BeforeAll
    static void post() {
        sent = new SentCodes();
    }

    @AfterAll
    static void closePost() {
        sent.close();
    }

    @BeforeEach
    void nobody_has_tried_before() {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM sign_in_limit"));
    }

    @Test
    void from_the_first_code_to_the_deletion_on_a_phone() {
        walk(Chromium.PHONE, "id-ID", ColorScheme.LIGHT);
    }

    @Test
    void from_the_first_code_to_the_deletion_at_a_desk_in_the_dark() {
        walk(Chromium.DESKTOP, "en-US", ColorScheme.DARK);
    }

    @Test
    void from_the_first_code_to_the_deletion_on_a_narrow_phone() {
        walk(Chromium.SMALL_PHONE, "en-US", ColorScheme.LIGHT);
    }

    private void walk(Chromium.Form form, String language, ColorScheme colours) {
        var complaint = Stories.pending("Tumpukan sampah di samping benteng. Sudah empat hari tidak diangkut.");
        var email = TestCitizen.email();
        try (var person = chromium.person(form, language, colours)) {
            var page = visit(person, "/saya");
            page.locator(".links a[href='/akun']").click();
            look(page, "akun-masuk", form);
            page.locator("#alamat").fill(email);
            page.locator("form[action='/akun/masuk'] button").click();
            page.waitForURL(Pattern.compile("/kode$"));
            look(page, "akun-kode", form);
            page.locator("#kode").fill("12345");
            page.locator("form[action='/akun/masuk/kode'] button").click();
            page.locator("#kode-error").waitFor();
            look(page, "akun-kode-salah", form);
            page.locator("#kode").fill(sent.latest(email));
            page.locator("form[action='/akun/masuk/kode'] button").click();
            look(page, "akun-persetujuan", form);
            page.locator("form[action='/akun/masuk/persetujuan'] button").click();
            page.waitForURL(Pattern.compile("/akun$"));
            look(page, "akun-kosong", form);

            visit(page, "/ikuti/" + complaint.secret().text());
            look(page, "akun-simpan", form);
            page.locator(".keep button").click();
            page.locator(".notice.keep").waitFor();
            look(page, "akun-tersimpan", form);
            visit(page, "/akun");
            look(page, "akun", form);
            visit(page, "/akun/data");
            look(page, "akun-data", form);
            page.locator("a[href='/akun/data/hapus']").click();
            look(page, "akun-hapus", form);
            page.locator("form[action='/akun/data/hapus'] button").click();
            page.waitForURL(Pattern.compile("/saya$"));
        }
        // The browser notes the refusal of the wrong code, too.
        assertThat(faults).allMatch(fault -> fault.contains("422"));
    }

    private static void look(Page page, String name, Chromium.Form form) {
        picture(page, name + "-" + form.width());
        noBarrier(page);
    }
}
