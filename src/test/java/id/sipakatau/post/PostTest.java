package id.sipakatau.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import id.sipakatau.launch.Ready;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Letters to a real mail server, short messages to a real HTTP server. */
class PostTest {

    private static final Letter LETTER = new Letter(
            "warga@example.com",
            "Aduan MKS-7F3K-9QXT: sudah beres – é",
            "Sudah beres.",
            "<p>Sudah <b>beres</b>.</p>",
            Locale.of("id"),
            Map.of("Message-ID", "<satu@sipakatau>", "List-Unsubscribe", "<https://example.com/kabar/x>"));

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final LinkedBlockingQueue<String> gateway = new LinkedBlockingQueue<>();
    private HttpServer http;
    private volatile int answer = 200;

    @BeforeEach
    void start() throws Exception {
        mail.start();
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/sms", exchange -> {
            gateway.add(exchange.getRequestHeaders().getFirst("X-Key") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        http.start();
    }

    @AfterEach
    void stop() {
        mail.stop();
        http.stop(0);
    }

    @Test
    void letter_arrives_in_both_parts_with_its_headers() throws Exception {
        post(smtp()).mail(LETTER);
        var arrived = mail.getReceivedMessages()[0];
        assertThat(arrived.getSubject()).isEqualTo(LETTER.subject());
        assertThat(arrived.getFrom()[0]).hasToString("SIPAKATAU <lapor@example.go.id>");
        assertThat(arrived.getMessageID()).isEqualTo("<satu@sipakatau>");
        assertThat(arrived.getHeader("List-Unsubscribe")).containsExactly("<https://example.com/kabar/x>");
        assertThat(arrived.getHeader("Content-Language")).containsExactly("id");
        var parts = (MimeMultipart) arrived.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(List.of(content(parts.getBodyPart(0)), content(parts.getBodyPart(1))))
                .containsExactly(LETTER.text(), LETTER.html());
    }

    @Test
    void letter_to_no_address_is_not_worth_another_try() {
        var letter = new Letter("bukan alamat\r\nBcc: lain@example.com", "", "", "", Locale.of("id"), Map.of());
        var failure = catchThrowableOfType(NotSent.class, () -> post(smtp()).mail(letter));
        assertThat(failure.isWorthRetrying()).isFalse();
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void mail_server_that_is_away_is_worth_another_try() {
        var post = post(smtp());
        mail.stop();
        var failure = catchThrowableOfType(NotSent.class, () -> post.mail(LETTER));
        assertThat(failure.isWorthRetrying()).isTrue();
        assertThat(failure).hasMessageNotContaining("warga@example.com");
    }

    @Test
    void server_without_encryption_gets_nothing_where_encryption_is_wanted() {
        var settings = smtp();
        settings.put("sipakatau.smtp.security", "STARTTLS");
        assertThat(catchThrowableOfType(NotSent.class, () -> post(settings).mail(LETTER)))
                .isNotNull();
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void short_message_is_posted_as_the_gateway_wants_it() throws Exception {
        post(sms()).sms("+628001112222", "Kode \"123\"\nberlaku 5 menit");
        assertThat(gateway.take())
                .isEqualTo("rahasia {\"msisdn\":\"+628001112222\",\"isi\":\"Kode \\\"123\\\"\\nberlaku 5 menit\"}");
    }

    @Test
    void gateway_that_is_busy_is_worth_another_try_and_one_that_refuses_is_not() {
        var post = post(sms());
        for (var expected : Map.of(503, true, 429, true, 400, false).entrySet()) {
            answer = expected.getKey();
            var failure = catchThrowableOfType(NotSent.class, () -> post.sms("08001112222", "halo"));
            assertThat(failure.isWorthRetrying()).as("%d", answer).isEqualTo(expected.getValue());
        }
    }

    @Test
    void without_settings_only_a_demo_takes_anything_and_only_to_its_log() {
        var post = post(new HashMap<>());
        assertThat(post.canMail()).isFalse();
        assertThat(post.canSms()).isFalse();
        assertThat(catchThrowableOfType(NotSent.class, () -> post.mail(LETTER)).isWorthRetrying())
                .isFalse();
        post.ready(new Ready(true, URI.create("http://localhost"), List.of()));
        assertThat(post.canMail()).isTrue();
        post.mail(LETTER);
        post.sms("08001112222", "halo");
    }

    @Test
    void mail_server_without_a_sender_is_refused_at_the_start() {
        var settings = smtp();
        settings.remove("sipakatau.smtp.from");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> post(settings))
                .withMessageContaining("sipakatau.smtp.from");
    }

    private static String content(BodyPart part) throws Exception {
        return part.getContent().toString();
    }

    private Map<String, String> smtp() {
        return new HashMap<>(Map.of(
                "sipakatau.smtp.host", "127.0.0.1",
                "sipakatau.smtp.port", String.valueOf(mail.getSmtp().getPort()),
                "sipakatau.smtp.security", "NONE",
                "sipakatau.smtp.from", "SIPAKATAU <lapor@example.go.id>"));
    }

    private Map<String, String> sms() {
        return new HashMap<>(Map.of(
                "sipakatau.sms.url", "http://127.0.0.1:" + http.getAddress().getPort() + "/sms",
                "sipakatau.sms.header", "X-Key",
                "sipakatau.sms.token", "rahasia",
                "sipakatau.sms.body", "{\"msisdn\":\"{number}\",\"isi\":\"{text}\"}"));
    }

    private static Post post(Map<String, String> settings) {
        var config = new SmallRyeConfigBuilder()
                .withMapping(SmtpSettings.class)
                .withMapping(SmsSettings.class)
                .withSources(new PropertiesConfigSource(settings, "test", 1))
                .withConverter(SmtpSettings.Security.class, 1, SmtpSettings.Security::valueOf)
                .build();
        return new Post(config.getConfigMapping(SmtpSettings.class), config.getConfigMapping(SmsSettings.class));
    }
}
