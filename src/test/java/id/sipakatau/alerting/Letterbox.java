package id.sipakatau.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** The letters to an address that a test has for itself, on a real mail server that comes and goes. */
final class Letterbox {

    private static final Pattern TOKEN = Pattern.compile("/kabar/([A-Za-z0-9_-]{43})");

    private final String address = "w" + UUID.randomUUID() + "@example.com";
    private final int port;
    private GreenMail server;

    /** Opens one, on the port at which the program looks for its mail server. */
    Letterbox(int port) {
        this.port = port;
        server = started();
    }

    String address() {
        return address;
    }

    /** The mail server goes, and with it what was in it. */
    void close() {
        server.stop();
    }

    /** An empty one comes. */
    void open() {
        server = started();
    }

    private GreenMail started() {
        var mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        return mail;
    }

    /** All letters, once there are so many. */
    List<MimeMessage> letters(int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> letters().size() >= count);
        return letters();
    }

    /** The letters that are there. */
    List<MimeMessage> letters() {
        return Arrays.stream(server.getReceivedMessages()).filter(this::isOurs).toList();
    }

    private boolean isOurs(MimeMessage letter) {
        try {
            return letter.getAllRecipients()[0].toString().equals(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the link in a letter ends with. */
    static String token(MimeMessage letter) throws Exception {
        var found = TOKEN.matcher(text(letter));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    static String text(MimeMessage letter) throws Exception {
        return parts(letter).getFirst();
    }

    /** The letter as text and as HTML. */
    static List<String> parts(MimeMessage letter) throws Exception {
        var parts = (MimeMultipart) letter.getContent();
        return List.of(
                parts.getBodyPart(0).getContent().toString(),
                Jsoup.parse(parts.getBodyPart(1).getContent().toString()).outerHtml());
    }
}
