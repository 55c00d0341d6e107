package id.sipakatau.complaint;

import static id.sipakatau.complaint.IllegalTransition.Why.NOT_YOUR_ROLE;
import static id.sipakatau.complaint.IllegalTransition.Why.UNKNOWN_CATEGORY;
import static id.sipakatau.complaint.IllegalTransition.Why.WORDS_MISSING;
import static id.sipakatau.complaint.IllegalTransition.Why.WORDS_TOO_LONG;

import id.sipakatau.city.City;
import id.sipakatau.city.Kind;
import id.sipakatau.complaint.IllegalTransition.Why;
import id.sipakatau.journal.Actor;
import id.sipakatau.journal.Actor.Role;
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
