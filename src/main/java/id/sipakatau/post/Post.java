package id.sipakatau.post;

import id.sipakatau.launch.Ready;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/**
 * Sends letters and short messages. Without a mail server or a gateway in the settings nothing can be sent, and whoever
 * would offer it asks first; only an installation with demo data then writes to the log what it would have sent.
 */
@ApplicationScoped
public class Post {

    private final @Nullable MailServer mailServer;
    private final @Nullable SmsGateway smsGateway;
    private volatile boolean demo;

    /** @throws IllegalArgumentException if a mail server is set without a sender */
    Post(SmtpSettings smtp, SmsSettings sms) {
        mailServer = smtp.host().map(host -> new MailServer(host, smtp)).orElse(null);
        smsGateway = sms.url().map(url -> new SmsGateway(url, sms)).orElse(null);
    }

    /** Being made at the start, it finds wrong settings before anybody waits for a letter. */
    void start(@Observes StartupEvent started) {
        Log.debugf("Letters are %s, short messages are %s", word(mailServer), word(smsGateway));
    }

    private static String word(@Nullable Object way) {
        return way == null ? "not set up" : "set up";
    }

    void ready(@Observes Ready ready) {
        demo = ready.demo();
    }

    /** Whether letters can be sent, so that it makes sense to ask somebody for an address. */
    public boolean canMail() {
        return mailServer != null || demo;
    }

    /** Whether short messages can be sent. */
    public boolean canSms() {
        return smsGateway != null || demo;
    }

    /**
     * Sends a letter; returns when the mail server has taken it.
     *
     * @throws NotSent if it did not leave
     */
    public void mail(Letter letter) {
        if (mailServer != null) {
            mailServer.send(letter);
        } else {
            logOnly("letter", letter.to(), letter.subject() + "\n" + letter.text());
        }
    }

    /**
     * Sends a short message; returns when the gateway has taken it.
     *
     * @param number of the phone, with or without a plus sign in front, digits only
     * @throws NotSent if it did not leave
     */
    public void sms(String number, String text) {
        if (smsGateway != null) {
            smsGateway.send(number, text);
        } else {
            logOnly("short message", number, text);
        }
    }

    private void logOnly(String kind, String to, String words) {
        if (!demo) {
            throw new NotSent("Nothing is set up that could send a " + kind, false, null);
        }
        Log.infof("Demo, not sent: %s to %s\n%s", kind, to, words);
    }
}
