package id.sipakatau.identity.citizen;

import id.sipakatau.post.Letter;
import id.sipakatau.post.NotSent;
import id.sipakatau.post.Post;
import id.sipakatau.web.Texts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Takes codes to people, after the answer to their request and apart from it: how long that takes tells nobody anything, and
 * a mail server that hangs holds nobody up. A code that does not arrive is asked for again; it is written down nowhere.
 */
@ApplicationScoped
public class CodeDelivery {

    private static final Logger LOG = Logger.getLogger(CodeDelivery.class);
    private static final int AT_ONCE = 8;
    private static final int MOST_TRIES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    @CheckedTemplate(basePath = "citizen")
    static class Templates {
        static native TemplateInstance surat(String code, long minutes, String language);
    }

    private final Post post;
    private final ExecutorService carriers = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore free = new Semaphore(AT_ONCE);

    CodeDelivery(Post post) {
        this.post = post;
    }

    /** Whether this installation can send anything to addresses of a kind. */
    public boolean reaches(Contact.Kind kind) {
        return switch (kind) {
            case EMAIL -> post.canMail();
            case PHONE -> post.canSms();
        };
    }

    public boolean reachesMail() {
        return reaches(Contact.Kind.EMAIL);
    }

    public boolean reachesPhones() {
        return reaches(Contact.Kind.PHONE);
    }

    /** Sends a code, some time soon. */
    void send(Contact contact, String code, Locale language) {
        carriers.execute(() -> {
            try {
                free.acquire();
                try {
                    carry(contact, code, language);
                } finally {
                    free.release();
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException fault) {
                LOG.errorf(fault, "A code by %s was not sent", contact.kind());
            }
        });
    }

    private void carry(Contact contact, String code, Locale language) throws InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                sendNow(contact, code, language);
                return;
            } catch (NotSent refused) {
                if (tries == MOST_TRIES || !refused.isWorthRetrying()) {
                    throw refused;
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private void sendNow(Contact contact, String code, Locale language) {
        var texts = Texts.of(language);
        var minutes = Codes.LIFE.toMinutes();
        switch (contact.kind()) {
            case PHONE -> post.sms(contact.address(), texts.text("akun_sms", code, minutes));
            case EMAIL ->
                post.mail(new Letter(
                        contact.address(),
                        texts.text("akun_mail_subject"),
                        texts.text("akun_mail_text", code, minutes),
                        html(code, minutes, language),
                        language,
                        Map.of()));
        }
    }

    private static String html(String code, long minutes, Locale language) {
        return Templates.surat(code, minutes, language.getLanguage())
                .setLocale(language)
                .render();
    }

    @PreDestroy
    void stop() {
        carriers.shutdownNow();
    }
}
