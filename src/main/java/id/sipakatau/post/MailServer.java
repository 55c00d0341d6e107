package id.sipakatau.post;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** Hands letters to the mail server, each on a connection of its own. */
final class MailServer {

    private static final String UTF_8 = "UTF-8";

    private final String host;
    private final SmtpSettings settings;
    private final InternetAddress from;
    private final Session session;

    /** @throws IllegalArgumentException if the sender is missing or no address */
    MailServer(String host, SmtpSettings settings) {
        this.host = host;
        this.settings = settings;
        try {
            this.from = new InternetAddress(
                    settings.from()
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "sipakatau.smtp.from is wanted: the address from which letters come")),
                    true);
        } catch (AddressException wrong) {
            throw new IllegalArgumentException("sipakatau.smtp.from is no address of e-mail", wrong);
        }
        this.session = Session.getInstance(properties(settings));
    }

    private static Properties properties(SmtpSettings settings) {
        var patience = String.valueOf(settings.patience().toMillis());
        var properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", patience);
        properties.put("mail.smtp.timeout", patience);
        properties.put("mail.smtp.writetimeout", patience);
        properties.put("mail.smtp.auth", String.valueOf(settings.user().isPresent()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        switch (settings.security()) {
            case NONE -> {}
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.put("mail.smtp.ssl.enable", "true");
        }
        return properties;
    }

    void send(Letter letter) {
        try (var transport = session.getTransport("smtp")) {
            var message = message(letter);
            transport.connect(
                    host,
                    settings.port(),
                    settings.user().orElse(null),
                    settings.password().orElse(null));
            transport.sendMessage(message, message.getAllRecipients());
        } catch (AddressException wrong) {
            throw new NotSent("The receiver is no address of e-mail", false, null);
        } catch (MessagingException e) {
            // The exception may name the receiver, so its kind and the server's code are all that is kept of it.
            throw new NotSent(
                    "The mail server did not take a letter: " + e.getClass().getSimpleName() + " " + code(e),
                    code(e) < 500,
                    null);
        }
    }

    private MimeMessage message(Letter letter) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText(letter.text(), UTF_8);
        var html = new MimeBodyPart();
        html.setText(letter.html(), UTF_8, "html");
        var message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                var given = letter.headers().get("Message-ID");
                if (given == null) {
                    super.updateMessageID();
                } else {
                    setHeader("Message-ID", given);
                }
            }
        };
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
        message.setSubject(letter.subject(), UTF_8);
        message.setSentDate(new Date());
        message.setHeader("Content-Language", letter.language().getLanguage());
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: nobody's out-of-office answers it
        for (var header : letter.headers().entrySet()) {
            message.setHeader(header.getKey(), header.getValue());
        }
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        return message;
    }

    /** The server's code; 0 where it gave none. */
    private static int code(@Nullable Exception failure) {
        return switch (failure) {
            case SMTPAddressFailedException refused -> refused.getReturnCode();
            case SMTPSendFailedException refused when refused.getReturnCode() > 0 -> refused.getReturnCode();
            case SendFailedException several -> code(several.getNextException());
            case null, default -> 0;
        };
    }
}
