package id.sipakatau.complaint;

import id.sipakatau.city.City;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a method of {@link Complaint} gives back: the complaint afterwards, and what the journal is to say of it.
 *
 * @param facts codes and times only
 * @param words what people wrote, by name: {@code words} for the citizen, {@code reason} for whoever is turned down
 * @param begins the part of another agency that begins with it; empty where none does
 */
public record Change(
        Complaint after,
        Act act,
        Map<String, Object> facts,
        Map<String, Object> words,
        @Nullable Beginning begins) {

    /** A part of a complaint that another agency is asked to do. */
    public record Beginning(Subject subject, Map<String, Object> words) {

        /**
         * The part as a complaint of its own. It repeats the reporter's words and place, which never change and by which its
         * agency lists and finds it, and the switches, which follow those of the whole ({@link Passing#shieldAs}). Its
         * clocks are its own and begin now.
         */
        Complaint of(Complaint whole, UUID id, TrackingNumber number, Instant now, City city) {
            return new Complaint(
                    id,
                    number,
                    1,
                    whole.channel(),
                    now,
                    subject,
                    whole.description(),
                    whole.place(),
                    whole.privacy(),
                    new Verdict(Validation.VALID, null, null, false, null),
                    Handling.promised(Promises.by(subject, now, now, city)),
                    Custody.partOf(whole.id()),
                    null,
                    now);
        }

        /** What the first row of the part says. */
        static Map<String, Object> facts(Complaint part) {
            var facts = new HashMap<>(Change.facts(part));
            facts.put("involved", part.subject().agency());
            facts.put("partOf", String.valueOf(part.custody().partOf()));
            facts.put("emergency", part.subject().emergency());
            return facts;
        }
    }

    /** @param more facts beside those that are always told */
    static Change of(Complaint before, Complaint after, Act act, Map<String, Object> more, Map<String, Object> words) {
        var facts = new HashMap<>(more);
        facts.putAll(facts(after));
        if (before.publishedAt() != null && after.publishedAt() == null) {
            facts.put("withdrawn", true);
        }
        return new Change(after, act, facts, words, null);
    }

    Change beginning(Beginning part) {
        return new Change(after, act, facts, words, part);
    }

    /** What the journal always says: the facets. */
    static Map<String, Object> facts(Complaint complaint) {
        var subject = complaint.subject();
        var handling = complaint.handling();
        var facts = new HashMap<String, Object>();
        facts.put("kind", subject.kind().name());
        facts.put("agency", subject.agency());
        facts.put("category", subject.category());
        facts.put("validation", complaint.verdict().validation().name());
        facts.put("progress", handling.progress().name());
        facts.put("public", complaint.publishedAt() != null);
        if (handling.outcome() != null) {
            facts.put("outcome", handling.outcome().name());
        }
        if (handling.promisedBy() != null) {
            facts.put("promisedBy", handling.promisedBy().toString());
        }
        return facts;
    }
}
