package id.sipakatau.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import id.sipakatau.testing.Chromium;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** A QR code on the screen is read as another phone's camera reads it. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class QrTest extends BrowserTest {

    @Test
    void the_receipt_and_the_public_page_show_codes_of_their_addresses() throws Exception {
        var receipt = Stories.pending("Untuk kode yang dipindai dari ponsel lain.");
        Stories.accepted(receipt);
        var secret = address.resolve("/ikuti/" + receipt.secret().text()).toString();
        var open = address.resolve("/aduan/" + receipt.trackingNumber()).toString();
        try (var phone = chromium.person(Chromium.PHONE)) {
            for (var look : ColorScheme.values()) {
                var page = visit(phone, "/ikuti/" + receipt.secret().text() + "/tanda-terima");
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look));
                assertThat(scanned(page)).isEqualTo(secret);
                noBarrier(page);
                visit(page, "/aduan/" + receipt.trackingNumber());
                assertThat(scanned(page)).isEqualTo(open);
                noBarrier(page);
            }
        }
    }

    /** Opens the code on the page and reads it off a picture of the screen. */
    private static String scanned(Page page) throws IOException, ReaderException, NotFoundException {
        page.locator(".qr-code summary").click();
        var picture =
                ImageIO.read(new ByteArrayInputStream(page.locator("svg.qr").screenshot()));
        int width = picture.getWidth();
        int height = picture.getHeight();
        var pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        return new QRCodeReader().decode(bitmap).getText();
    }
}
