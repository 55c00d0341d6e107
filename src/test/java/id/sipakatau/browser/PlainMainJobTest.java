package id.sipakatau.browser;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.evidence.CameraPhoto;
import id.sipakatau.identity.NewStaff;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.testing.PlainBrowser;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The main job without JavaScript: the same forms, sent as a browser sends them, take a complaint to "telah diproses". */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PlainMainJobTest {

    private static final String WORDS = "Sampah menumpuk dekat pasar & got; \"bau\" <sekali>\nsudah empat hari. ᨔᨗᨄ 🗑";
    private static final String ANSWER = "Sudah diangkut sore ini. Terima kasih sudah memberi tahu.";

    @Test
    void a_complaint_goes_from_a_form_to_telah_diproses_without_javascript() throws Exception {
        Stories.emptyQueue();
        var citizen = new PlainBrowser("id");
        citizen.open("/lapor");
        citizen.form("form#lapor")
                .fill("category", "sampah-menumpuk")
                .fill("kelurahan", "73.71.01.1001")
                .fill("address", "Depan pasar, sebelah warung")
                .fill("description", WORDS)
                .fill("name", "Pelapor Contoh")
                .choose(
                        "camera",
                        "IMG_0001.jpg",
                        "image/jpeg",
                        photo(Instant.now().minusSeconds(185), 800))
                .send();
        assertThat(citizen.status()).isEqualTo(200);
        var number = citizen.page().select("#nomor").text();
        assertThat(number).matches("MKS-\\w{4}-\\w{4}");
        assertThat(citizen.page().select("#tautan").text()).matches("http://.*/ikuti/[\\w-]{22}");
        citizen.follow("main a[href^=/ikuti/]");
        var secretPage = citizen.address();
        assertThat(citizen.page().select(".told").first().wholeText()).isEqualTo(WORDS);
        assertThat(citizen.page().text()).contains("Menunggu diperiksa administrator");

        var onlooker = new PlainBrowser("id");
        onlooker.open("/aduan/" + number);
        assertThat(onlooker.status()).isEqualTo(404);

        accept(number);

        assertThat(onlooker.open("/").select(".items [data-number=" + number + "]"))
                .hasSize(1);
        onlooker.follow(".items [data-number=" + number + "] a");
        assertThat(onlooker.status()).isEqualTo(200);
        assertThat(onlooker.page().select(".steps li.belum[aria-current=step]")).hasSize(1);
        assertThat(onlooker.page().text())
                .contains("Sampah menumpuk dekat pasar & got; \"bau\" <sekali>")
                .doesNotContain("Pelapor Contoh")
                .doesNotContain("sebelah warung");
        assertPictureWithoutItsPast(onlooker.picture(".hero-photo img"));

        startAndFinish(number);

        citizen.open(secretPage);
        assertThat(citizen.page().select(".steps li.telah[aria-current=step]").text())
                .startsWith("Telah");
        assertThat(citizen.page().select("#keadaan blockquote.answer").text()).contains(ANSWER);
        assertPictureWithoutItsPast(citizen.picture("#keadaan .compare figure img"));

        onlooker.open("/");
        assertThat(onlooker.page()
                        .select(".items [data-number=" + number + "] .badge")
                        .text())
                .isEqualTo("Telah diproses");
        onlooker.open("/lacak");
        onlooker.form("form[action=/lacak]")
                .fill("nomor", number.toLowerCase(Locale.ROOT).replace("-", " "))
                .send();
        assertThat(onlooker.address()).isEqualTo("/aduan/" + number);
        assertThat(onlooker.page().select(".steps li.telah[aria-current=step]")).hasSize(1);
        assertThat(onlooker.page().select(".hero-photo img")).hasSize(2);
        assertThat(onlooker.page().text()).contains(ANSWER).doesNotContain("Pelapor Contoh");
    }

    private static void accept(String number) throws Exception {
        var administrator = signedIn(NewStaff.administrator(TestStaff.username("admin"), "Administrator"), "/admin");
        administrator.follow(".queue a[data-number=" + number + "]");
        assertThat(administrator.page().select(".evidence figcaption").text()).contains("3 menit sebelum dikirim");
        assertThat(administrator.page().text())
                .contains("Depan pasar, sebelah warung")
                .doesNotContain("Pelapor Contoh");
        assertPictureWithoutItsPast(administrator.picture(".evidence img"));
        administrator.form("form#terima").tick("checked").send();
        assertThat(administrator.address()).startsWith("/admin");
        assertThat(administrator.page().select(".toast").text()).isEqualTo("Diterima dan diteruskan.");
        assertThat(administrator.page().select(".queue a[data-number=" + number + "]"))
                .isEmpty();
    }

    private static void startAndFinish(String number) {
        var operator = signedIn(
                NewStaff.operator(TestStaff.username("operator"), "Operator Kebersihan", "kebersihan"), "/operator");
        operator.form(".column.belum [data-number=" + number + "] form").send();
        assertThat(operator.address()).isEqualTo("/operator/aduan/" + number);
        assertThat(operator.page().select(".steps li.sedang[aria-current=step]"))
                .hasSize(1);
        operator.form("form#selesai")
                .fill("outcome", "RESOLVED")
                .fill("words", ANSWER)
                .choose("camera", "hasil.jpg", "image/jpeg", photo(Instant.now(), 640))
                .send();
        assertThat(operator.page().select(".toast").text()).isEqualTo("Selesai. Warga sudah dapat melihat hasilnya.");
        assertThat(operator.page().select(".steps li.telah[aria-current=step]")).hasSize(1);
        assertThat(operator.open("/operator").select(".column.telah [data-number=" + number + "]"))
                .hasSize(1);
    }

    /** Opens an account and signs in by the form. */
    private static PlainBrowser signedIn(NewStaff person, String home) {
        TestStaff.account(person);
        var browser = new PlainBrowser("id");
        browser.open(home);
        assertThat(browser.address()).startsWith("/masuk?ke=");
        browser.form("form[action=/masuk]")
                .fill("username", person.username())
                .fill("password", TestStaff.PASSWORD)
                .send();
        assertThat(browser.address()).isEqualTo(home);
        assertThat(browser.status()).isEqualTo(200);
        return browser;
    }

    private static byte[] photo(Instant taken, int width) {
        return CameraPhoto.taken(taken, -5.1340, 119.4058, width);
    }

    /** A picture, whose file no longer says where and when it was taken. */
    private static void assertPictureWithoutItsPast(Response picture) throws Exception {
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.contentType()).isEqualTo("image/jpeg");
        var bytes = picture.asByteArray();
        assertThat(ImageIO.read(new ByteArrayInputStream(bytes)).getWidth()).isPositive();
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    }
}
