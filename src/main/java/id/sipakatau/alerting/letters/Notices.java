package id.sipakatau.alerting.letters;

import id.sipakatau.alerting.subscription.Subscription.Audience;
import id.sipakatau.city.City;
import id.sipakatau.city.Kind;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Handling;
import id.sipakatau.complaint.Timeline;
import id.sipakatau.journal.Actor;
import id.sipakatau.journal.Recorded;
import id.sipakatau.web.Formats;
import id.sipakatau.web.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Puts what happened into words: never those that somebody wrote, and no more than the receiver may know. Notices are read
 * over shoulders and on locked screens, so one about a complaint that is not open says only that there is news.
 */
@ApplicationScoped
public class Notices {

    private final City city;

    Notices(City city) {
        this.city = city;
    }

    /** What a row of the journal means to a receiver; empty if it is nothing that they are told. */
    public Optional<Notice> of(Recorded row, Complaint complaint, Audience audience, Locale locale) {
        var isPublic = audience == Audience.PUBLIC;
        if (isPublic ? complaint.publishedAt() == null : row.actorRole() == Actor.Role.REPORTER) {
            return Optional.empty();
        }
        var reader = isPublic ? Timeline.Reader.PUBLIC : Timeline.Reader.REPORTER;
        return Timeline.of(List.of(row), reader).steps().stream()
                .findFirst()
                .flatMap(step -> words(step, complaint, isPublic, Texts.of(locale)));
    }

    private Optional<Notice> words(Timeline.Step step, Complaint complaint, boolean isPublic, Texts texts) {
        var outcome = step.outcome() == null ? "" : "_" + step.outcome();
        var what = (step.act() + outcome).toLowerCase(Locale.ROOT);
        if (!texts.has("notice_" + what)) {
            return Optional.empty();
        }
        var number = complaint.trackingNumber().text();
        var kind = complaint.subject().kind();
        if (isDiscreet(complaint)) {
            return Optional.of(new Notice(texts.text("notice_of", number), "", ""));
        }
        var formats = new Formats(texts.locale(), city.zone());
        var whose = step.act().isOfAnotherAgency() ? String.valueOf(step.from()) : step.agency();
        var agency = city.agency(whose)
                .map(found -> found.shortName().in(texts.locale()))
                .orElse(whose);
        return Optional.of(new Notice(
                texts.text(inItsWords("notice_of", kind, texts), number),
                texts.text(inItsWords("notice_" + what, kind, texts), agency),
                isPublic ? texts.text("notice_next_public") : next(what, texts, formats, complaint.handling())));
    }

    /** A wish and a question have words of their own where those for a complaint would be wrong. */
    private static String inItsWords(String key, Kind kind, Texts texts) {
        var own = key + "_" + kind;
        return texts.has(own) ? own : key;
    }

    private static String next(String what, Texts texts, Formats formats, Handling handling) {
        var at = what.startsWith("finished_") ? handling.contestableUntil() : handling.promisedBy();
        var key = "notice_next_" + what;
        return texts.has(key) && at != null ? texts.text(key, formats.full(at)) : texts.text("notice_next_own");
    }

    private boolean isDiscreet(Complaint complaint) {
        return complaint.privacy().confidential()
                || city.category(complaint.subject().category())
                        .filter(category -> category.publishable())
                        .isEmpty();
    }
}
