package id.sipakatau.monitoring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What other media show beside a shared link. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PreviewTest {

    @Test
    void a_shared_link_has_a_picture_with_photo_progress_and_agency() throws IOException {
        var receipt =
                Stories.pending("Sampah menumpuk di depan Benteng Rotterdam sejak hari Senin dan belum diangkut.");
        var open = Stories.accepted(receipt);
        var head = Jsoup.parse(given().get("/aduan/" + open.trackingNumber()).asString())
                .head();
        assertThat(property(head, "og:title")).startsWith("Sampah menumpuk");
        assertThat(property(head, "og:description")).startsWith("Pengaduan · Belum diproses · Kebersihan");
        var address = URI.create(property(head, "og:image"));
        assertThat(address).hasScheme("http");

        var before = card(address, "belum");
        assertThat(before.getWidth()).isEqualTo(1200);
        assertThat(before.getHeight()).isEqualTo(630);

        Stories.finished(Stories.started(open));
        var after = card(address, "telah");
        assertThat(after.getRGB(90, 350)).as("the badge's colour").isNotEqualTo(before.getRGB(90, 350));
        assertThat(after.getRGB(600, 150)).as("the photo").isEqualTo(before.getRGB(600, 150));
    }

    @Test
    void an_unchanged_card_is_not_sent_again() {
        var open = Stories.accepted(Stories.pending("Kartu yang tidak berubah tidak dikirim dua kali."));
        var address = "/aduan/" + open.trackingNumber() + "/kartu.jpg";
        var first = given().get(address);
        var again = given().header("If-None-Match", first.header("ETag")).get(address);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(first.header("Cache-Control")).contains("private").contains("no-cache");
    }

    private static String property(Element head, String name) {
        return head.expectFirst("meta[property=" + name + "]").attr("content");
    }

    private static BufferedImage card(URI address, String name) throws IOException {
        var answer = given().urlEncodingEnabled(false).get(address.getRawPath() + "?" + address.getRawQuery());
        assertThat(answer.contentType()).isEqualTo("image/jpeg");
        Files.createDirectories(Path.of("target/screens"));
        Files.write(Path.of("target/screens/kartu-" + name + ".jpg"), answer.asByteArray());
        return ImageIO.read(new ByteArrayInputStream(answer.asByteArray()));
    }
}
