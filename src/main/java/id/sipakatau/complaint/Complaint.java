package id.sipakatau.complaint;

import static id.sipakatau.complaint.IllegalTransition.Why.*;
import static id.sipakatau.complaint.Rules.*;

import id.sipakatau.city.Category;
import id.sipakatau.city.City;
import id.sipakatau.city.Kind;
import id.sipakatau.journal.Actor;
import id.sipakatau.journal.Actor.Role;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One complaint, immutable. Its three facets are {@link Verdict} (the administrator), {@link Privacy} (the reporter)
 * and {@link Handling} (the operator). What may happen to it are its methods, each named as people name it; a method
 * returns what would be, and {@link Complaints#change} makes it so. What is not allowed is an
 * {@link IllegalTransition}, never a silent no.
 *
 * @param version grows by one with every change; two people changing the same version can't both win
 * @param description in the reporter's words, 1 to 5,000 characters
 * @param publishedAt since when the public may see it; empty while it may not
 */
public record Complaint(
        UUID id,
        TrackingNumber trackingNumber,
        int version,
        Channel channel,
        Instant receivedAt,
        Subject subject,
        String description,
        Place place,
        Privacy privacy,
        Verdict verdict,
        Handling handling,
        Custody custody,
        @Nullable Instant publishedAt,
        Instant updatedAt) {

    /** Longest description, in characters of Unicode: an emoji counts once, as in the database. */
    public static final int LONGEST_DESCRIPTION = 5_000;

    /** Longest words of an operator, administrator or reporter that go with a change, counted likewise. */
    public static final int LONGEST_WORDS = 2_000;

    /** The best a reporter can say of the work; the least is one. */
    public static final int MOST_STARS = 5;

    /**
     * The reporter's two switches; the administrator may add one, never remove one.
     *
     * @param anonymous the name is hidden from the agency too; from the public it always is
     * @param confidential the content is hidden from the public
     */
    public record Privacy(boolean anonymous, boolean confidential) {}

    /** The administrator found it valid: it goes to its agency, and to the public unless something forbids that. */
    public Change accept(Actor actor, Instant now, City city) {
        requireRole(Act.ACCEPTED, actor, Role.ADMINISTRATOR);
        require(Act.ACCEPTED, verdict.validation() == Validation.PENDING, WRONG_STATE);
        var accepted = new Verdict(Validation.VALID, null, null, verdict.appealed(), now);
        // An emergency is at work already: its clock started when it arrived.
        var promised = handling.promisedBy() == null
                ? withHandling(Handling.promised(Promises.by(subject, receivedAt, now, city)))
                : this;
        // What is done already could not be contested until now.
        var open = promised.withHandling(promised.handling.contestable(now, city));
        var after = open.withVerdict(accepted).published(now, city).at(now);
        return change(after, Act.ACCEPTED, Map.of(), Map.of());
    }

    /** The administrator turned it down; it never becomes public, and the reporter reads why. */
    public Change dismiss(Actor actor, Instant now, DismissalReason reason, String words) {
        requireRole(Act.DISMISSED, actor, Role.ADMINISTRATOR);
        require(Act.DISMISSED, verdict.validation() == Validation.PENDING, WRONG_STATE);
        var text = words(Act.DISMISSED, words);
        var after = turnedDown(new Verdict(Validation.INVALID, reason, null, verdict.appealed(), now));
        return change(after.at(now), Act.DISMISSED, Map.of("reason", reason.name()), Map.of("reason", text));
    }

    /** It repeats another complaint, which its reporter follows from now on. */
    public Change merge(Actor actor, Instant now, Complaint into) {
        requireRole(Act.MERGED, actor, Role.ADMINISTRATOR);
        require(Act.MERGED, verdict.validation() == Validation.PENDING, WRONG_STATE);
        require(Act.MERGED, !into.id.equals(id) && into.verdict.validation() == Validation.VALID, WRONG_STATE);
        require(Act.MERGED, !into.isPart(), PART);
        var after = turnedDown(new Verdict(Validation.MERGED, null, into.id, verdict.appealed(), now));
        return change(after.at(now), Act.MERGED, Map.of("into", into.id.toString()), Map.of());
    }

    /** What its agency proposed or asked the administrator is nothing any more. */
    private Complaint turnedDown(Verdict found) {
        return withVerdict(found).withHandling(handling.withoutProposal()).withCustody(custody.settled());
    }

    /** The reporter asks to look again at a dismissal; possible once. */
    public Change appeal(Actor actor, Instant now, String words) {
        requireRole(Act.APPEALED, actor, Role.REPORTER);
        require(Act.APPEALED, verdict.validation() == Validation.INVALID && !verdict.appealed(), WRONG_STATE);
        var text = words(Act.APPEALED, words);
        var appealed = new Verdict(Validation.PENDING, null, null, true, null);
        return change(withVerdict(appealed).at(now), Act.APPEALED, Map.of(), Map.of("words", text));
    }

    /** The full file of a photo takes its reduced copy's place, until the validation: what was judged stays what it was. */
    public Change sharpen(Actor actor, Instant now) {
        requireRole(Act.SHARPENED, actor, Role.REPORTER);
        require(Act.SHARPENED, verdict.validation() == Validation.PENDING, WRONG_STATE);
        return change(at(now), Act.SHARPENED, Map.of(), Map.of());
    }

    /** The administrator makes another kind of it, or puts it under another category and agency, before accepting it. */
    public Change correct(Actor actor, Instant now, Kind kind, String category, City city) {
        requireRole(Act.CORRECTED, actor, Role.ADMINISTRATOR);
        require(Act.CORRECTED, verdict.validation() == Validation.PENDING, WRONG_STATE);
        var corrected = subjectOf(Act.CORRECTED, kind, category, city);
        require(Act.CORRECTED, !corrected.equals(subject), UNKNOWN_CATEGORY);
        var moved = withSubject(corrected);
        var after = corrected.agency().equals(subject.agency()) && corrected.emergency() == subject.emergency()
                ? moved
                : moved.withHandling(Promises.onArrival(corrected, receivedAt, now, city))
                        .withCustody(custody.settled());
        var facts = Map.<String, Object>of("fromKind", subject.kind().name(), "fromCategory", subject.category());
        return change(after.at(now), Act.CORRECTED, facts, Map.of());
    }

    /** Whoever called for help says what it is: another emergency of the same agency, as long as nobody has judged it. */
    public Change name(Actor actor, Instant now, String category, City city) {
        requireRole(Act.CORRECTED, actor, Role.REPORTER);
        require(Act.CORRECTED, subject.emergency() && verdict.validation() == Validation.PENDING, WRONG_STATE);
        var named = subjectOf(Act.CORRECTED, subject.kind(), category, city);
        require(Act.CORRECTED, named.emergency() && named.agency().equals(subject.agency()), UNKNOWN_CATEGORY);
        var facts = Map.<String, Object>of("fromKind", subject.kind().name(), "fromCategory", subject.category());
        return change(withSubject(named).at(now), Act.CORRECTED, facts, Map.of());
    }

    /** The administrator adds a switch that the reporter forgot, at any time; a public complaint vanishes at once. */
    public Change shield(Actor actor, Instant now, boolean anonymous, boolean confidential) {
        requireRole(Act.SHIELDED, actor, Role.ADMINISTRATOR);
        require(Act.SHIELDED, !isPart(), PART);
        var shielded = new Privacy(privacy.anonymous || anonymous, privacy.confidential || confidential);
        require(Act.SHIELDED, !shielded.equals(privacy), WRONG_STATE);
        var facts = Map.<String, Object>of("anonymous", shielded.anonymous, "confidential", shielded.confidential);
        return change(withPrivacy(shielded).at(now), Act.SHIELDED, facts, Map.of());
    }

    /** Sedang diproses: the agency began. With words it is its first answer. */
    public Change start(Actor actor, Instant now, String words) {
        requireHandler(Act.STARTED, this, actor);
        require(Act.STARTED, handling.progress() == Progress.NOT_STARTED, WRONG_STATE);
        var said = optionalWords(Act.STARTED, words);
        return change(
                withHandling(handling.started(now)).at(now), Act.STARTED, Map.of("answered", !said.isEmpty()), said);
    }

    /** The agency can't go on without a word of the reporter; one question at a time; the clock stands, see Promises. */
    public Change ask(Actor actor, Instant now, String words) {
        requireWorker(Act.ASKED, this, actor);
        require(Act.ASKED, !isPart(), ASK_LEAD);
        require(Act.ASKED, handling.progress() != Progress.DONE && handling.askedAt() == null, WRONG_STATE);
        var text = words(Act.ASKED, words);
        return change(withHandling(handling.asked(now)).at(now), Act.ASKED, Map.of(), Map.of("words", text));
    }

    /**
     * The reporter answers: the clock goes on, and the city's promise moves by the time that was waited.
     *
     * @param photos how many photos go with it
     */
    public Change reply(Actor actor, Instant now, String words, int photos, City city) {
        requireRole(Act.REPLIED, actor, Role.REPORTER);
        require(Act.REPLIED, isAsked(), WRONG_STATE);
        var text = words(Act.REPLIED, words);
        var after = withHandling(handling.answered(Promises.resumed(this, now, city)));
        return change(after.at(now), Act.REPLIED, Map.of("photos", photos), Map.of("words", text));
    }

    /**
     * Telah diproses: the agency is done.
     *
     * @param words what the citizen is told; never empty
     * @param proof photos of the result, at least one where the category asks for proof; a finding in one needs a reason
     */
    public Change finish(Actor actor, Instant now, Outcome outcome, String words, Proof proof, City city) {
        return Ending.finish(this, actor, now, outcome, words, proof, city);
    }

    /** The same where somebody else approves it first ({@link #needsApproval}): until then only staff know of it. */
    public Change propose(Actor actor, Instant now, Outcome outcome, String words, Proof proof, City city) {
        return Ending.propose(this, actor, now, outcome, words, proof, city);
    }

    /**
     * The work is done as it was proposed: a head of the agency says so, never whoever proposed it.
     *
     * @param led whether there is such a head; where there is none an administrator says so
     */
    public Change approve(Actor actor, Instant now, boolean led, City city) {
        return Ending.approve(this, actor, now, led, city);
    }

    /** The agency works on; whoever could approve says why, to the agency alone. */
    public Change sendBack(Actor actor, boolean led, String reason) {
        return Ending.sendBack(this, actor, led, reason);
    }

    /** The agency takes back what it proposed, and works on. */
    public Change withdraw(Actor actor) {
        return Ending.withdraw(this, actor);
    }

    /** "Not ours" is no end: another agency takes it, under the same number; its clock starts anew. */
    public Change handOver(Actor actor, Instant now, String category, String reason, City city) {
        return Passing.handOver(this, actor, now, category, reason, city);
    }

    /** Two agencies disagree whose it is: the administrator is asked. It stays where it is meanwhile. */
    public Change dispute(Actor actor, Instant now, String reason) {
        return Passing.dispute(this, actor, now, reason);
    }

    /** The administrator says whose it is. An agency that keeps it keeps its clock; another one begins anew. */
    public Change settle(Actor actor, Instant now, String category, String reason, City city) {
        return Passing.settle(this, actor, now, category, reason, city);
    }

    /**
     * Another agency is asked to do its part of it, by this one or an administrator. The part is a complaint of its own, with
     * its own clocks; this one can't be finished before it.
     *
     * @param category one of that agency's; of what is public only one that may be public
     * @param words what is asked of it, 1 to 2,000 characters, for staff
     */
    public Change involve(Actor actor, Instant now, String category, String words, City city) {
        return Passing.involve(this, actor, now, category, words, city);
    }

    /**
     * Whoever involved its agency does without this part: the agency that has the whole before the work begins, an
     * administrator also when its agency says that it is not its own.
     */
    public Change recall(Actor actor, Instant now, Complaint whole) {
        return Passing.recall(this, actor, now, whole);
    }

    /** What is public stays so, unless its category forbids it. */
    Complaint stillPublished(City city) {
        return publishedAt == null ? this : published(publishedAt, city);
    }

    /**
     * The reporter says in time that it is not done: back to belum diproses, with a new promise.
     *
     * @param photos how many photos go with it
     */
    public Change contest(Actor actor, Instant now, String words, int photos, City city) {
        return Ending.contest(this, actor, now, words, photos, city);
    }

    /**
     * The reporter says in time that it is done.
     *
     * @param stars how well, 1 to 5
     * @param words for the staff; may be empty
     */
    public Change confirm(Actor actor, Instant now, int stars, String words) {
        return Ending.confirm(this, actor, now, stars, words);
    }

    /** The reporter said nothing until it was too late to: it counts as done. */
    public Change confirmBySilence(Actor actor, Instant now) {
        return Ending.confirmBySilence(this, actor, now);
    }

    /**
     * The city's calendar has changed, and with it what is waited for.
     *
     * @param promised by when the work is to be done now; empty until the agency has it
     * @param moved the clocks that moved, as the journal is to remember them
     */
    public Change reschedule(Actor actor, Instant now, @Nullable Instant promised, Map<String, Object> moved) {
        requireRole(Act.RESCHEDULED, actor, Role.SYSTEM);
        return change(withHandling(handling.promising(promised)).at(now), Act.RESCHEDULED, moved, Map.of());
    }

    /** Whether work that is done has to be shown by a photo. A question is answered in words. */
    public boolean needsProof(City city) {
        var required = city.category(subject.category()).map(Category::proofRequired);
        return subject.kind() != Kind.INFORMATION && required.orElse(false);
    }

    /** Whether its completion is approved by somebody else before it counts. */
    public boolean needsApproval(City city) {
        return Promises.approval(this, city) != null;
    }

    /** Whether it is the part of one agency in a complaint that a reporter sent. */
    public boolean isPart() {
        return custody.partOf() != null;
    }

    /** Id of the complaint that the reporter sent: of a part its whole, else its own. */
    public UUID reported() {
        return custody.partOf() == null ? id : custody.partOf();
    }

    /** Whether operators of that agency have it on their board. */
    public boolean isHandledBy(String agency) {
        return subject.agency().equals(agency) && reachedTheAgency();
    }

    /** Whether the agency waits for an answer of the reporter. */
    public boolean isAsked() {
        return handling.askedAt() != null && reachedTheAgency();
    }

    /** Whether the reporter may confirm or contest now. */
    public boolean isAnswerable(Instant now) {
        var until = handling.contestableUntil();
        return awaitsAnswer() && until != null && !now.isAfter(until);
    }

    boolean awaitsAnswer() {
        return handling.progress() == Progress.DONE
                && handling.confirmedAt() == null
                && !isPart()
                && verdict.validation() == Validation.VALID;
    }

    boolean reachedTheAgency() {
        return verdict.validation() == Validation.VALID
                || (subject.emergency() && verdict.validation() == Validation.PENDING);
    }

    Change change(Complaint after, Act act, Map<String, Object> more, Map<String, Object> words) {
        return Change.of(this, after, act, more, words);
    }

    private Complaint published(Instant since, City city) {
        var allowed = city.category(subject.category()).map(Category::publishable);
        var publishable = allowed.orElse(false) && !privacy.confidential;
        return copy(subject, privacy, verdict, handling, custody, publishable ? since : null, updatedAt);
    }

    Complaint withSubject(Subject subject) {
        return copy(subject, privacy, verdict, handling, custody, publishedAt, updatedAt);
    }

    Complaint withPrivacy(Privacy privacy) {
        return copy(subject, privacy, verdict, handling, custody, privacy.confidential ? null : publishedAt, updatedAt);
    }

    Complaint withVerdict(Verdict verdict) {
        return copy(subject, privacy, verdict, handling, custody, publishedAt, updatedAt);
    }

    Complaint withHandling(Handling handling) {
        return copy(subject, privacy, verdict, handling, custody, publishedAt, updatedAt);
    }

    Complaint withCustody(Custody custody) {
        return copy(subject, privacy, verdict, handling, custody, publishedAt, updatedAt);
    }

    Complaint at(Instant updatedAt) {
        return copy(subject, privacy, verdict, handling, custody, publishedAt, updatedAt);
    }

    private Complaint copy(
            Subject s, Privacy p, Verdict v, Handling h, Custody c, @Nullable Instant published, Instant updated) {
        return new Complaint(
                id,
                trackingNumber,
                version,
                channel,
                receivedAt,
                s,
                description,
                place,
                p,
                v,
                h,
                c,
                published,
                updated);
    }
}
