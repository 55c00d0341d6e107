package id.sipakatau.intake.follow;

import id.sipakatau.city.Agency;
import id.sipakatau.city.Category;
import id.sipakatau.complaint.Act;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Filing.RefusedPhoto;
import id.sipakatau.complaint.Headline;
import id.sipakatau.complaint.Progress;
import id.sipakatau.complaint.Timeline;
import id.sipakatau.complaint.Validation;
import id.sipakatau.evidence.Photo;
import id.sipakatau.intake.Examined;
import id.sipakatau.intake.Promise;
import id.sipakatau.web.Page;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as its reporter sees it.
 *
 * @param events newest first
 * @param area kelurahan and kecamatan in words; empty without a place
 * @param into tracking number of the complaint that this one was merged into, where the public may see that one
 * @param answerable whether the reporter may confirm or contest now
 * @param words what the reporter wrote and could not be taken
 * @param error why it could not be taken
 */
record FollowView(
        Page page,
        String secret,
        Complaint complaint,
        Category category,
        Agency agency,
        @Nullable String area,
        Promise promise,
        List<Event> events,
        List<Photo> photos,
        List<RefusedPhoto> refused,
        @Nullable String into,
        boolean answerable,
        String words,
        @Nullable String error) {

    /**
     * One line of what happened, ready to be shown.
     *
     * @param mark style of the step of progress that it belongs to
     */
    record Event(Timeline.Step step, String title, String icon, String mark) {}

    FollowView again(String words, String error) {
        return new FollowView(
                page,
                secret,
                complaint,
                category,
                agency,
                area,
                promise,
                events,
                photos,
                refused,
                into,
                answerable,
                words,
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

    /** Whether there is anything that the reporter may answer. */
    public boolean isOpen() {
        return answerable || isAppealable();
    }

    public boolean isStarted() {
        return complaint.handling().progress() != Progress.NOT_STARTED;
    }

    public boolean isDone() {
        return complaint.handling().progress() == Progress.DONE;
    }

    /** By when the work is to be done; what was promised on arrival until the agency has it. */
    public Instant due() {
        var promised = complaint.handling().promisedBy();
        return promised == null ? promise.resolvedBy() : promised;
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

    private @Nullable String lastWords(Act act) {
        return events.stream()
                .map(Event::step)
                .filter(step -> step.act() == act)
                .findFirst()
                .map(Timeline.Step::words)
                .orElse(null);
    }
}
