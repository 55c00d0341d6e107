package id.sipakatau.intake.follow;

import id.sipakatau.city.Agency;
import id.sipakatau.city.Category;
import id.sipakatau.city.City;
import id.sipakatau.complaint.Act;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Filing.RefusedPhoto;
import id.sipakatau.complaint.Headline;
import id.sipakatau.complaint.Involved;
import id.sipakatau.complaint.Progress;
import id.sipakatau.complaint.Promises;
import id.sipakatau.complaint.Timeline;
import id.sipakatau.complaint.Validation;
import id.sipakatau.evidence.Photo;
import id.sipakatau.intake.Examined;
import id.sipakatau.intake.Promise;
import id.sipakatau.web.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as its reporter sees it.
 *
 * @param version grows with what the reporter may know and with nothing else: what stays inside the agency does not move it
 * @param seen what a page that is open has seen, to be told from what there is later
 * @param events newest first
 * @param area kelurahan and kecamatan in words; empty without a place
 * @param together the agencies that work on it
 * @param remarks what was found about photos of the result, in words
 * @param into tracking number of the complaint that this one was merged into, where the public may see that one
 * @param answerable whether the reporter may confirm or contest now
 * @param typed what the reporter wrote and could not be taken
 * @param error why it could not be taken
 */
record FollowView(
        Page page,
        String secret,
        int version,
        Complaint complaint,
        String seen,
        Category category,
        Agency agency,
        @Nullable String area,
        Promise promise,
        Deadline deadline,
        List<Event> events,
        List<Photo> photos,
        Involved.Together together,
        Map<UUID, List<String>> remarks,
        List<RefusedPhoto> refused,
        @Nullable String into,
        boolean answerable,
        Typed typed,
        @Nullable String error) {

    /**
     * What the reporter wrote and could not be taken.
     *
     * @param form appeal, answer, confirmation or contest; empty for nothing
     * @param stars 0 where none were given
     */
    record Typed(String form, String words, int stars) {
        static final Typed NOTHING = new Typed("", "", 0);
    }

    /**
     * By when the work is to be done.
     *
     * @param due as it looks now; what was promised on arrival until the agency has it
     * @param standsUntil while the reporter is asked something: when the clock runs again without an answer
     * @param ranAgainAt since when it runs again, if the reporter has not answered in that time
     */
    record Deadline(
            Instant due,
            @Nullable Instant standsUntil,
            @Nullable Instant ranAgainAt) {
        static Deadline of(Complaint complaint, Promise promise, Instant now, City city) {
            var due = Promises.due(complaint, now, city);
            var asked = complaint.isAsked() ? complaint.handling().askedAt() : null;
            var until = asked == null ? null : Promises.pauseEnds(asked, city);
            var stands = Promises.stands(complaint, now, city);
            return new Deadline(due == null ? promise.resolvedBy() : due, stands ? until : null, stands ? null : until);
        }
    }

    /**
     * One line of what happened, ready to be shown.
     *
     * @param mark style of the step of progress that it belongs to
     */
    record Event(Timeline.Step step, String title, String icon, String mark) {}

    FollowView again(Typed typed, String error) {
        return new FollowView(
                page,
                secret,
                version,
                complaint,
                seen,
                category,
                agency,
                area,
                promise,
                deadline,
                events,
                photos,
                together,
                remarks,
                refused,
                into,
                answerable,
                typed,
                error);
    }

    public String headline() {
        return Headline.of(complaint.description());
    }

    public boolean isPending() {
        return complaint.verdict().validation() == Validation.PENDING;
    }

    public boolean isValid() {
        return complaint.verdict().validation() == Validation.VALID;
    }

    public boolean isDismissed() {
        return complaint.verdict().validation() == Validation.INVALID;
    }

    public boolean isMerged() {
        return complaint.verdict().validation() == Validation.MERGED;
    }

    public boolean isAppealable() {
        return isDismissed() && !complaint.verdict().appealed();
    }

    /** Whether the form that was sent still stands on the page. */
    public boolean isOpen() {
        return switch (typed.form) {
            case "appeal" -> isAppealable();
            case "answer" -> complaint.isAsked();
            default -> answerable;
        };
    }

    /** What was written in that form and could not be taken. */
    public String words(String form) {
        return typed.form.equals(form) ? typed.words : "";
    }

    /** Why what was written in that form could not be taken. */
    public @Nullable String fault(String form) {
        return typed.form.equals(form) ? error : null;
    }

    /** The agency's question that waits for an answer. */
    public @Nullable String question() {
        return complaint.isAsked() ? lastWords(Act.ASKED) : null;
    }

    public boolean isStarted() {
        return complaint.handling().progress() != Progress.NOT_STARTED;
    }

    public boolean isDone() {
        return complaint.handling().progress() == Progress.DONE;
    }

    public Instant due() {
        return deadline.due;
    }

    /** What the administrator wrote to the dismissal. */
    public @Nullable String dismissal() {
        return lastWords(Act.DISMISSED);
    }

    /** The agency's newest words of the step that stands. */
    public @Nullable String answer() {
        return lastWords(isDone() ? Act.FINISHED : Act.STARTED);
    }

    /** Why a photo was not kept. */
    public String why(RefusedPhoto photo) {
        return Examined.because(photo).words(page);
    }

    /** The full address of this page, to be kept. */
    public String address() {
        return page.address("/ikuti/" + secret);
    }

    public List<Photo> own() {
        return photos.stream()
                .filter(photo -> photo.role() == Photo.Role.REPORT)
                .toList();
    }

    public List<Photo> results() {
        return photos.stream()
                .filter(photo -> photo.role() == Photo.Role.COMPLETION)
                .toList();
    }

    /** What was found about a photo of the result. */
    public List<String> remarks(Photo photo) {
        return remarks.getOrDefault(photo.id(), List.of());
    }

    /** What came later with answers, and to show what is not done. */
    public List<Photo> later() {
        return photos.stream()
                .filter(photo -> photo.role() == Photo.Role.ANSWER || photo.role() == Photo.Role.CONTEST)
                .toList();
    }

    private @Nullable String lastWords(Act act) {
        return events.stream()
                .map(Event::step)
                .filter(step -> step.act() == act)
                .findFirst()
                .map(Timeline.Step::words)
                .orElse(null);
    }
}
