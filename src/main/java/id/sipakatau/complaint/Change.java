package id.sipakatau.complaint;

import java.util.HashMap;
import java.util.Map;

/**
 * What a method of {@link Complaint} gives back: the complaint afterwards, and what the journal is to say of it.
 *
 * @param facts codes and times only
 * @param words what people wrote, by name: {@code words} for the citizen, {@code reason} for whoever is turned down
 */
public record Change(Complaint after, Act act, Map<String, Object> facts, Map<String, Object> words) {

    /** @param more facts beside those that are always told */
    static Change of(Complaint before, Complaint after, Act act, Map<String, Object> more, Map<String, Object> words) {
        var facts = new HashMap<>(more);
        facts.putAll(facts(after));
        if (before.publishedAt() != null && after.publishedAt() == null) {
            facts.put("withdrawn", true);
        }
        return new Change(after, act, facts, words);
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
