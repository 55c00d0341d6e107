package id.sipakatau.complaint;

import static id.sipakatau.complaint.IllegalTransition.Why.*;
import static id.sipakatau.complaint.Rules.*;

import id.sipakatau.city.City;
import id.sipakatau.journal.Actor;
import id.sipakatau.journal.Actor.Role;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a {@link Complaint} passes from one agency to another, and how further agencies are involved in it, there where its
 * methods say what each step is. A part stays with the agency that was asked: one that says that it is not its own asks the
 * administrator, who decides that it stays or recalls it.
 */
final class Passing {

    private Passing() {}

    static Change handOver(Complaint before, Actor actor, Instant now, String category, String reason, City city) {
        requireWorker(Act.HANDED_OVER, before, actor);
        require(Act.HANDED_OVER, !before.isPart(), PART);
        requireMovable(Act.HANDED_OVER, before);
        var by = subjectOf(Act.HANDED_OVER, before.subject().kind(), category, city);
        var from = before.subject().agency();
        require(Act.HANDED_OVER, !by.agency().equals(from), UNKNOWN_CATEGORY);
        require(Act.HANDED_OVER, !before.custody().wasWith(by.agency()), GIVEN_AWAY);
        require(Act.HANDED_OVER, !before.custody().involves(by.agency()), ALREADY_INVOLVED);
        var said = Map.<String, Object>of("reason", words(Act.HANDED_OVER, reason));
        var after = taken(before, by, now, city).at(now);
        return before.change(after, Act.HANDED_OVER, Map.of("fromAgency", from), said);
    }

    static Change dispute(Complaint before, Actor actor, Instant now, String reason) {
        requireWorker(Act.DISPUTED, before, actor);
        requireMovable(Act.DISPUTED, before);
        var said = Map.<String, Object>of("reason", words(Act.DISPUTED, reason));
        var after = before.withCustody(before.custody().disputed(now)).at(now);
        return before.change(after, Act.DISPUTED, Map.of(), said);
    }

    static Change settle(Complaint before, Actor actor, Instant now, String category, String reason, City city) {
        requireRole(Act.SETTLED, actor, Role.ADMINISTRATOR);
        require(Act.SETTLED, before.custody().isDisputed(), WRONG_STATE);
        var decided = subjectOf(Act.SETTLED, before.subject().kind(), category, city);
        var from = before.subject().agency();
        // What the whole may show to everybody was looked at when the agency was involved under its category.
        require(Act.SETTLED, !before.isPart() || decided.equals(before.subject()), PART);
        require(Act.SETTLED, !before.custody().involves(decided.agency()), ALREADY_INVOLVED);
        var said = Map.<String, Object>of("reason", words(Act.SETTLED, reason));
        var after = decided.agency().equals(from)
                ? before.withSubject(decided)
                        .withCustody(before.custody().settled())
                        .stillPublished(city)
                : taken(before, decided, now, city);
        return before.change(after.at(now), Act.SETTLED, Map.of("fromAgency", from), said);
    }

    static Change involve(Complaint whole, Actor actor, Instant now, String category, String words, City city) {
        if (actor.role() == Role.OPERATOR) {
            requireHandler(Act.INVOLVED, whole, actor);
        } else {
            requireRole(Act.INVOLVED, actor, Role.ADMINISTRATOR);
        }
        require(Act.INVOLVED, !whole.isPart(), PART);
        require(Act.INVOLVED, whole.verdict().validation() == Validation.VALID, WRONG_STATE);
        require(Act.INVOLVED, whole.handling().progress() != Progress.DONE, WRONG_STATE);
        require(Act.INVOLVED, whole.handling().proposal() == null, AWAITS_APPROVAL);
        var subject = subjectOf(Act.INVOLVED, whole.subject().kind(), category, city);
        // Of what is public everybody sees who is involved: not in something that must not be public.
        require(Act.INVOLVED, whole.publishedAt() == null || isPublishable(subject, city), UNKNOWN_CATEGORY);
        var agency = subject.agency();
        var isNew = !agency.equals(whole.subject().agency()) && !whole.custody().involves(agency);
        require(Act.INVOLVED, isNew, ALREADY_INVOLVED);
        var said = Map.<String, Object>of("words", words(Act.INVOLVED, words));
        var after = whole.withCustody(whole.custody().involving(agency)).at(now);
        return whole.change(after, Act.INVOLVED, Map.of("involved", agency), said)
                .beginning(new Change.Beginning(subject, said));
    }

    static Change recall(Complaint part, Actor actor, Instant now, Complaint whole) {
        if (actor.role() == Role.OPERATOR) {
            require(Act.RECALLED, whole.isHandledBy(String.valueOf(actor.agency())), ANOTHER_AGENCY);
        } else {
            requireRole(Act.RECALLED, actor, Role.ADMINISTRATOR);
        }
        require(Act.RECALLED, whole.id().equals(part.custody().partOf()), WRONG_STATE);
        require(Act.RECALLED, part.verdict().validation() == Validation.VALID, WRONG_STATE);
        // Work that has begun is not taken out of anybody's hands, unless the agency itself says that it is not its
        // own.
        var begun = part.handling().progress() != Progress.NOT_STARTED;
        var given = actor.role() == Role.ADMINISTRATOR && part.custody().isDisputed();
        require(Act.RECALLED, !begun || given, WRONG_STATE);
        var after = part.withVerdict(new Verdict(Validation.RECALLED, null, null, false, now))
                .withCustody(part.custody().settled())
                .withHandling(part.handling().withoutProposal());
        return part.change(after.at(now), Act.RECALLED, Map.of(), Map.of());
    }

    /** A part is shielded with its whole, by whoever shielded that; empty if it is already. */
    static Optional<Change> shieldAs(Complaint part, Complaint whole, Instant now) {
        var privacy = whole.privacy();
        if (part.privacy().equals(privacy)) {
            return Optional.empty();
        }
        var facts = Map.<String, Object>of("anonymous", privacy.anonymous(), "confidential", privacy.confidential());
        var after = part.withPrivacy(privacy).at(now);
        return Optional.of(part.change(after, Act.SHIELDED, facts, Map.of()));
    }

    /** The whole tells what happened to a part of it; it has not changed itself. */
    static Map<String, Object> toldBy(Complaint whole, Complaint part) {
        var facts = new HashMap<>(Change.facts(whole));
        facts.put("involved", part.subject().agency());
        return facts;
    }

    private static void requireMovable(Act act, Complaint before) {
        var movable = before.handling().progress() != Progress.DONE
                && !before.custody().isDisputed();
        require(act, movable, WRONG_STATE);
    }

    private static boolean isPublishable(Subject subject, City city) {
        return city.category(subject.category())
                .map(category -> category.publishable())
                .orElse(false);
    }

    private static Complaint taken(Complaint before, Subject by, Instant now, City city) {
        var received = before.receivedAt();
        var begun = before.verdict().validation() == Validation.VALID
                ? Handling.promised(Promises.by(by, received, now, city))
                : Promises.onArrival(by, received, now, city);
        var passed = before.custody().passed(before.subject().agency(), by.agency());
        return before.withSubject(by).withHandling(begun).withCustody(passed).stillPublished(city);
    }
}
