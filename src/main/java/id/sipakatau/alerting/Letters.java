package id.sipakatau.alerting;

import id.sipakatau.alerting.Subscription.Audience;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.post.Letter;
import id.sipakatau.web.Texts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the letters: one in plain words and one as a page, saying the same. */
@ApplicationScoped
class Letters {

    @CheckedTemplate(basePath = "alerting")
    static class Templates {
        static native TemplateInstance letter(
                String language,
                String title,
                List<String> paragraphs,
                String button,
                String link,
                String why,
                String stop);
    }

    private final LetterLinks links;
    private final Complaints complaints;

    Letters(LetterLinks links, Complaints complaints) {
        this.links = links;
        this.complaints = complaints;
    }

    /** Asks whether notices are wanted. It goes to an address that anybody may have typed, so it shows no secret. */
    Letter question(String site, Subscription subscription, Complaint complaint) {
        var texts = Texts.of(subscription.locale());
        var number = complaint.trackingNumber().text();
        return letter(
                subscription,
                texts,
                texts.text("letter_confirm_title", number),
                Stream.of(texts.text("letter_confirm", number), texts.text("letter_confirm_days")),
                texts.text("letter_confirm_button"),
                site + "/kabar/" + links.of(subscription.id()),
                texts.text("letter_confirm_why"),
                site,
                "<%s@sipakatau>".formatted(subscription.id()));
    }

    /** Tells what happened. */
    Letter notice(String site, Subscription subscription, Complaint complaint, Notice notice, long seq) {
        var texts = Texts.of(subscription.locale());
        return letter(
                subscription,
                texts,
                notice.title(),
                Stream.of(notice.happened(), notice.next()),
                texts.text("letter_open"),
                site + page(subscription, complaint),
                texts.text("letter_why"),
                site,
                "<%d.%s@sipakatau>".formatted(seq, subscription.id()));
    }

    /** Path of the page that a notice leads to; the reporter's own is a secret. */
    String page(Subscription subscription, Complaint complaint) {
        return subscription.audience() == Audience.REPORTER
                ? "/ikuti/" + complaints.secretOf(complaint.id()).text()
                : "/aduan/" + complaint.trackingNumber();
    }

    private Letter letter(
            Subscription subscription,
            Texts texts,
            String title,
            Stream<String> words,
            String button,
            String link,
            String why,
            String site,
            String messageId) {
        var stop = site + "/kabar/" + links.of(subscription.id());
        var paragraphs = words.filter(word -> !word.isEmpty()).toList();
        var text = Stream.of(
                        Stream.of(title),
                        paragraphs.stream(),
                        Stream.of(button + ":\n" + link, why + " " + texts.text("letter_stop") + ":\n" + stop))
                .flatMap(part -> part)
                .collect(Collectors.joining("\n\n", "", "\n"));
        var html = Templates.letter(subscription.language(), title, paragraphs, button, link, why, stop)
                .setLocale(subscription.locale())
                .render();
        // RFC 8058: the mail program's own button ends it, without a page to open.
        var headers = Map.of(
                "Message-ID",
                messageId,
                "List-Unsubscribe",
                "<" + stop + ">",
                "List-Unsubscribe-Post",
                "List-Unsubscribe=One-Click");
        return new Letter(subscription.target(), title, text, html, subscription.locale(), headers);
    }
}
