package id.sipakatau.alerting.letters;

import id.sipakatau.alerting.subscription.Rhythm;
import id.sipakatau.alerting.subscription.Subscription;
import id.sipakatau.alerting.subscription.Subscription.Audience;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.post.Letter;
import id.sipakatau.web.Texts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes the letters: one in plain words and one as a page, saying the same. */
@ApplicationScoped
public class Letters {

    /** So many complaints are listed; of the others a letter says only how many they are. */
    static final int LISTED = 20;

    @CheckedTemplate(basePath = "alerting")
    static class Templates {
        static native TemplateInstance letter(String language, Draft draft, String stop);
    }

    /**
     * What a letter says.
     *
     * @param items complaints, each with the address of its page
     * @param why why one gets it
     */
    public record Draft(
            String title, List<String> paragraphs, List<News.Item> items, String button, String link, String why) {}

    private final LetterLinks links;
    private final Complaints complaints;
    private final Names names;

    Letters(LetterLinks links, Complaints complaints, Names names) {
        this.links = links;
        this.complaints = complaints;
        this.names = names;
    }

    /** Asks whether notices are wanted. It goes to an address that anybody may have typed, so it shows no secret. */
    public Letter question(String site, Subscription subscription) {
        var texts = Texts.of(subscription.locale());
        var name = names.of(subscription.followed(), subscription.locale()).orElseThrow();
        var draft = new Draft(
                texts.text("letter_confirm_title", name),
                List.of(texts.text("letter_confirm", name), texts.text("letter_confirm_days")),
                List.of(),
                texts.text("letter_confirm_button"),
                site + "/kabar/" + links.of(subscription.id()),
                texts.text("letter_confirm_why"));
        return letter(subscription, texts, draft, site, "<%s@sipakatau>".formatted(subscription.id()));
    }

    /** Tells what happened to a complaint. */
    public Letter notice(String site, Subscription subscription, Complaint complaint, Notice notice, long seq) {
        var texts = Texts.of(subscription.locale());
        var draft = new Draft(
                notice.title(),
                Stream.of(notice.happened(), notice.next())
                        .filter(words -> !words.isEmpty())
                        .toList(),
                List.of(),
                texts.text("letter_open"),
                site + page(subscription, complaint),
                texts.text("letter_why"));
        return letter(subscription, texts, draft, site, "<%d.%s@sipakatau>".formatted(seq, subscription.id()));
    }

    /** Tells what is new where somebody follows all complaints of a place or kind. */
    public Letter news(String site, Subscription subscription, News news, long lastSeq) {
        var texts = Texts.of(subscription.locale());
        var notice = notice(subscription, news);
        var paragraphs = new ArrayList<>(List.of(notice.happened()));
        var more = news.items().size() - LISTED;
        if (more > 0) {
            paragraphs.add(texts.text("areas_more", LISTED, more));
        }
        var draft = new Draft(
                notice.title(),
                paragraphs,
                news.items().stream()
                        .limit(LISTED)
                        .map(item -> new News.Item(item.words(), site + item.page()))
                        .toList(),
                texts.text(news.items().size() == 1 ? "letter_open" : "areas_open"),
                site + news.page(),
                texts.text("areas_why", Rhythm.LETTERS.toHours()));
        return letter(subscription, texts, draft, site, "<%d.%s@sipakatau>".formatted(lastSeq, subscription.id()));
    }

    /** The same as one notice: the complaint itself if it is one, otherwise how many. */
    public Notice notice(Subscription subscription, News news) {
        var texts = Texts.of(subscription.locale());
        var name = names.of(subscription.followed(), subscription.locale()).orElseThrow();
        var sum = Stream.of(
                        news.opened() == 0 ? "" : texts.text("areas_sum_new", news.opened()),
                        news.done() == 0 ? "" : texts.text("areas_sum_done", news.done()))
                .filter(words -> !words.isEmpty())
                .toList();
        var happened = news.items().size() == 1 ? news.items().getFirst().words() : String.join(", ", sum) + ".";
        return new Notice(texts.text("areas_news", name), happened, "");
    }

    /** Path of the page that a notice leads to; the reporter's own is a secret. */
    public String page(Subscription subscription, Complaint complaint) {
        return subscription.audience() == Audience.REPORTER
                ? "/ikuti/" + complaints.secretOf(complaint.id()).text()
                : "/aduan/" + complaint.trackingNumber();
    }

    private Letter letter(Subscription subscription, Texts texts, Draft draft, String site, String messageId) {
        var stop = site + "/kabar/" + links.of(subscription.id());
        var text = new ArrayList<String>();
        text.add(draft.title);
        text.addAll(draft.paragraphs);
        // The link of one is the button's.
        if (draft.items.size() > 1) {
            draft.items.forEach(item -> text.add("- " + item.words() + "\n  " + item.page()));
        }
        text.add(draft.button + ":\n" + draft.link);
        text.add(draft.why + " " + texts.text("letter_stop") + ":\n" + stop);
        var html = Templates.letter(subscription.language(), draft, stop)
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
        return new Letter(
                subscription.target(),
                draft.title,
                String.join("\n\n", text) + "\n",
                html,
                subscription.locale(),
                headers);
    }
}
