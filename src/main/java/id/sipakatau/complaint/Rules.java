package id.sipakatau.complaint;

import static id.sipakatau.complaint.IllegalTransition.Why.*;

import id.sipakatau.city.City;
import id.sipakatau.city.Kind;
import id.sipakatau.complaint.IllegalTransition.Why;
import id.sipakatau.journal.Actor;
import id.sipakatau.journal.Actor.Role;
import java.time.Instant;
import java.util.Map;

/** What the methods of {@link Complaint} ask for before anything changes; what is not so is an {@link IllegalTransition}. */
final class Rules {

    private Rules() {}

    static void require(Act act, boolean condition, Why otherwise) {
        if (!condition) {
            throw new IllegalTransition(act, otherwise);
        }
    }

    static void requireRole(Act act, Actor actor, Role role) {
        require(act, actor.role() == role, NOT_YOUR_ROLE);
    }

    /** Whoever works on it, as long as nothing waits for approval. */
    static void requireWorker(Act act, Complaint complaint, Actor actor) {
        requireHandler(act, complaint, actor);
        require(act, complaint.handling().proposal() == null, AWAITS_APPROVAL);
    }

    static void requireHandler(Act act, Complaint complaint, Actor actor) {
        requireRole(act, actor, Role.OPERATOR);
        require(act, complaint.subject().agency().equals(actor.agency()), ANOTHER_AGENCY);
        require(act, complaint.reachedTheAgency(), WRONG_STATE);
    }

    static void requireAnswerable(Act act, Complaint complaint, Instant now) {
        require(act, complaint.awaitsAnswer(), WRONG_STATE);
        require(act, complaint.isAnswerable(now), TOO_LATE);
    }

    static String words(Act act, String words) {
        require(act, !words.isBlank(), WORDS_MISSING);
        // Browsers send a line break as two characters and count it as one.
        var text = words.replace("\r\n", "\n").strip();
        require(act, text.codePointCount(0, text.length()) <= Complaint.LONGEST_WORDS, WORDS_TOO_LONG);
        return text;
    }

    static Map<String, Object> optionalWords(Act act, String words) {
        return words.isBlank() ? Map.of() : Map.of("words", words(act, words));
    }

    static Subject subjectOf(Act act, Kind kind, String category, City city) {
        return city.category(category)
                .map(found -> Subject.of(kind, found))
                .orElseThrow(() -> new IllegalTransition(act, UNKNOWN_CATEGORY));
    }
}
