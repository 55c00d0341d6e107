package id.sipakatau.complaint;

import static id.sipakatau.complaint.IllegalTransition.Why.*;
import static id.sipakatau.complaint.Rules.*;
import static java.util.Objects.requireNonNull;

import id.sipakatau.city.City;
import id.sipakatau.journal.Actor;
import id.sipakatau.journal.Actor.Role;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the work on a {@link Complaint} ends, there where its methods say what each step is. */
final class Ending {

    private Ending() {}

    static Change finish(
            Complaint before, Actor actor, Instant now, Outcome outcome, String words, Proof proof, City city) {
        var said = completed(Act.FINISHED, before, actor, outcome, words, proof, city);
        require(Act.FINISHED, !before.needsApproval(city), APPROVAL_NEEDED);
        var promised = Promises.resumed(before, now, city);
        var after = done(before, outcome, now, city, promised);
        return before.change(after, Act.FINISHED, proof.facts(), said);
    }

    /** The time of the last change stays: reporter and public see that time, and for them nothing has changed. */
    static Change propose(
            Complaint before, Actor actor, Instant now, Outcome outcome, String words, Proof proof, City city) {
        var said = completed(Act.PROPOSED, before, actor, outcome, words, proof, city);
        var term = Promises.approval(before, city);
        require(Act.PROPOSED, term != null, WRONG_STATE);
        var proposal = new Proposal(outcome, words(Act.PROPOSED, words), now, requireNonNull(actor.account()));
        var after = before.withHandling(before.handling().proposed(proposal, Promises.resumed(before, now, city)));
        var facts = new HashMap<>(proof.facts());
        facts.put("proposed", outcome.name());
        facts.put("approvalBy", city.calendar().after(now, requireNonNull(term)).toString());
        return before.change(after, Act.PROPOSED, facts, said);
    }

    static Change approve(Complaint before, Actor actor, Instant now, boolean led, City city) {
        var proposal = decidable(Act.FINISHED, before, actor, led);
        var after =
                done(before, proposal.outcome(), now, city, before.handling().promisedBy());
        var facts = Map.<String, Object>of(
                "approved", true, "proposedAt", proposal.at().toString());
        return before.change(after, Act.FINISHED, facts, Map.of("words", proposal.words()));
    }

    static Change sendBack(Complaint before, Actor actor, boolean led, String reason) {
        decidable(Act.RETURNED, before, actor, led);
        var text = words(Act.RETURNED, reason);
        var after = before.withHandling(before.handling().withoutProposal());
        return before.change(after, Act.RETURNED, Map.of(), Map.of("reason", text));
    }

    static Change withdraw(Complaint before, Actor actor) {
        requireHandler(Act.WITHDRAWN, before, actor);
        require(Act.WITHDRAWN, before.handling().proposal() != null, NOTHING_PROPOSED);
        var after = before.withHandling(before.handling().withoutProposal());
        return before.change(after, Act.WITHDRAWN, Map.of(), Map.of());
    }

    static Change contest(Complaint before, Actor actor, Instant now, String words, int photos, City city) {
        requireRole(Act.CONTESTED, actor, Role.REPORTER);
        requireAnswerable(Act.CONTESTED, before, now);
        var text = words(Act.CONTESTED, words);
        var promised = Promises.by(before.subject(), before.receivedAt(), now, city);
        var after = before.withHandling(Handling.promised(promised)).at(now);
        return before.change(after, Act.CONTESTED, Map.of("photos", photos), Map.of("words", text));
    }

    static Change confirm(Complaint before, Actor actor, Instant now, int stars, String words) {
        requireRole(Act.CONFIRMED, actor, Role.REPORTER);
        requireAnswerable(Act.CONFIRMED, before, now);
        require(Act.CONFIRMED, stars >= 1 && stars <= Complaint.MOST_STARS, STARS_MISSING);
        var said = optionalWords(Act.CONFIRMED, words);
        var after = before.withHandling(before.handling().confirmed(now, stars)).at(now);
        return before.change(after, Act.CONFIRMED, Map.of("stars", stars), said);
    }

    static Change confirmBySilence(Complaint before, Actor actor, Instant now) {
        requireRole(Act.CONFIRMED, actor, Role.SYSTEM);
        require(Act.CONFIRMED, before.awaitsAnswer() && !before.isAnswerable(now), WRONG_STATE);
        var after = before.withHandling(before.handling().confirmed(now, null)).at(now);
        return before.change(after, Act.CONFIRMED, Map.of("silence", true), Map.of());
    }

    /** What finishing and proposing both ask for; the words for the citizen, and those for staff. */
    private static Map<String, Object> completed(
            Act act, Complaint before, Actor actor, Outcome outcome, String words, Proof proof, City city) {
        requireWorker(act, before, actor);
        require(act, before.handling().progress() == Progress.IN_PROGRESS, WRONG_STATE);
        require(act, before.custody().involved().isEmpty(), PARTS_OPEN);
        var said = new HashMap<String, Object>(Map.of("words", words(act, words)));
        require(act, Outcome.of(before.subject().kind()).contains(outcome), WRONG_OUTCOME);
        require(act, outcome != Outcome.RESOLVED || proof.photos() > 0 || !before.needsProof(city), PROOF_MISSING);
        require(act, proof.isExplained(), FINDING_UNEXPLAINED);
        if (!proof.findings().isEmpty()) {
            said.put("findingReason", words(act, proof.reason()));
        }
        return said;
    }

    private static Complaint done(
            Complaint before, Outcome outcome, Instant now, City city, @Nullable Instant promised) {
        var finished = before.handling().finished(outcome, now, city, promised);
        // Of a part the reporter says nothing by itself: neither words nor silence wait for it.
        return before.withHandling(before.isPart() ? finished.unanswerable() : finished)
                .withCustody(before.custody().settled())
                .at(now);
    }

    /** The completion that waits, for whoever may decide on it. */
    private static Proposal decidable(Act act, Complaint before, Actor actor, boolean led) {
        switch (actor.role()) {
            case OPERATOR -> {
                requireHandler(act, before, actor);
                require(act, actor.head(), NOT_AN_APPROVER);
            }
            case ADMINISTRATOR -> {
                require(act, !led, NOT_AN_APPROVER);
                require(act, before.reachedTheAgency(), WRONG_STATE);
            }
            case REPORTER, MAYOR, SYSTEM -> throw new IllegalTransition(act, NOT_YOUR_ROLE);
        }
        var proposal = before.handling().proposal();
        if (proposal == null) {
            throw new IllegalTransition(act, NOTHING_PROPOSED);
        }
        require(act, !proposal.by().equals(actor.account()), OWN_COMPLETION);
        return proposal;
    }
}
