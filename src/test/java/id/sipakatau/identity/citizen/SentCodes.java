package id.sipakatau.identity.citizen;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

/** A mail server and a gateway for short messages, real ones, at the ports that {@code PostOffice} has set. */
public final class SentCodes implements AutoCloseable {

    private static final Pattern CODE = Pattern.compile("(?<![0-9+])[0-9]{6}(?![0-9])");

    private final GreenMail mail;
    private final HttpServer gateway;
    private final List<String> messages = new CopyOnWriteArrayList<>();

    public SentCodes() {
        var config = ConfigProvider.getConfig();
        mail = new GreenMail(new ServerSetup(
                config.getValue("sipakatau.smtp.port", Integer.class), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try {
            var url = config.getValue("sipakatau.sms.url", URI.class);
            gateway = HttpServer.create(new InetSocketAddress("127.0.0.1", url.getPort()), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        gateway.createContext("/sms", exchange -> {
            messages.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        gateway.start();
    }

    /** The code that was sent last to an address, waited for. */
    public String latest(String address) {
        return await().until(
                        () -> letters(address)
                                .reduce((earlier, later) -> later)
                                .flatMap(SentCodes::code)
                                .orElse(null),
                        Objects::nonNull);
    }

    /** The letter that was sent last to an address, waited for. */
    MimeMessage letter(String address) {
        return await().until(
                        () -> Arrays.stream(mail.getReceivedMessages())
                                .filter(message -> isTo(message, address))
                                .reduce((earlier, later) -> later)
                                .orElse(null),
                        Objects::nonNull);
    }

    private java.util.stream.Stream<String> letters(String address) {
        var letters = Arrays.stream(mail.getReceivedMessages())
                .filter(message -> isTo(message, address))
                .map(SentCodes::plainWords);
        var digits = address.replace("+", "");
        return java.util.stream.Stream.concat(
                letters,
                messages.stream()
                        .filter(message -> message.contains(digits))
                        .map(message -> message.replace(digits, "")));
    }

    private static boolean isTo(MimeMessage message, String address) {
        try {
            return message.getAllRecipients()[0].toString().equals(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String plainWords(MimeMessage message) {
        try {
            return message.getContent() instanceof jakarta.mail.Multipart parts
                    ? String.valueOf(parts.getBodyPart(0).getContent())
                    : GreenMailUtil.getBody(message);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> code(String words) {
        var found = CODE.matcher(words);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }

    @Override
    public void close() {
        mail.stop();
        gateway.stop(0);
    }
}
