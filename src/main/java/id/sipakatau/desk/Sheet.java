package id.sipakatau.desk;

import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Headline;
import id.sipakatau.complaint.Progress;
import id.sipakatau.complaint.Timeline;
import id.sipakatau.deadline.Clock;
import id.sipakatau.deadline.ClockRun;
import id.sipakatau.evidence.Photo;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A complaint with all that staff need to judge it.
 *
 * @param whole of a part: what it is a part of; empty otherwise
 * @param parts what other agencies were asked to do, those that began first first
 * @param dues what somebody is waited for, the nearest first
 * @param reporterKnown whether the reporter left a name or contact; reading them is a step of its own
 */
public record Sheet(
        Complaint complaint,
        @Nullable Whole whole,
        List<Part> parts,
        List<Evidence> evidence,
        Timeline timeline,
        List<Due> dues,
        boolean reporterKnown) {

    /**
     * The complaint that a reporter sent, seen from the part of another agency.
     *
     * @param agency whose complaint it is, which the reporter deals with
     * @param page where this reader can open it; empty where they may not
     * @param asked what the agency of the part was asked to do
     */
    public record Whole(
            String number,
            String agency,
            @Nullable String page,
            @Nullable String asked) {}

    /**
     * The part of another agency.
     *
     * @param asked what that agency was asked to do
     * @param due by when it is to be done; empty when it is
     * @param words what that agency wrote to everybody; empty if it wrote nothing
     * @param page where this reader can open it; empty where they may not
     * @param recallable whether this reader may do without it
     */
    public record Part(
            Complaint complaint,
            @Nullable String asked,
            @Nullable Due due,
            @Nullable String words,
            @Nullable String page,
            boolean recallable) {
        public String number() {
            return complaint.trackingNumber().text();
        }

        public boolean open() {
            return complaint.handling().progress() != Progress.DONE;
        }
    }

    /** Parts that are not done: before they are, it can't be finished. */
    public List<Part> open() {
        return parts.stream().filter(Part::open).toList();
    }

    /**
     * What somebody is waited for.
     *
     * @param at when it is due as it looks now
     * @param standsUntil when it runs again by itself; empty while it runs
     * @param ranAgainAt since when it runs again although the reporter has not answered; empty otherwise
     * @param urgency name of the style
     */
    public record Due(
            Clock clock,
            Instant at,
            @Nullable Instant standsUntil,
            @Nullable Instant ranAgainAt,
            String urgency) {
        static Due of(ClockRun run, Instant now) {
            var until = run.standsUntil();
            var stands = run.stands(now);
            return new Due(run.clock(), run.due(now), stands ? until : null, stands ? null : until, run.urgency(now));
        }
    }

    /** A photo, in words what its file says of its taking, and what was found about it as a proof. */
    public record Evidence(Photo photo, List<String> capture, List<Remark> findings) {
        /** Whether it is a proof of work that is not finished yet. */
        public boolean waiting() {
            return photo.role() == Photo.Role.PROOF;
        }

        public boolean proof() {
            return photo.role() == Photo.Role.COMPLETION;
        }

        /** Whether it is a full file that came after the validation, so that nobody has checked it. */
        public boolean unchecked() {
            return photo.role() == Photo.Role.DETAIL;
        }

        /** Whether it came with the answer to a question; nobody has checked it. */
        public boolean answer() {
            return photo.role() == Photo.Role.ANSWER;
        }

        /** Whether it is to show that the work is not done; nobody has checked it. */
        public boolean contest() {
            return photo.role() == Photo.Role.CONTEST;
        }
    }

    /** Until when the open question stops the clock; empty where none does. */
    public @Nullable Instant standsUntil() {
        return dues.stream()
                .map(Due::standsUntil)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Since when the clock runs again although the question was not answered; empty where it does not. */
    public @Nullable Instant ranAgainAt() {
        return dues.stream()
                .map(Due::ranAgainAt)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /**
     * What was found about a proof.
     *
     * @param page the other complaint on a page that this reader may open, if there is one
     */
    public record Remark(String words, @Nullable String page) {}

    /** All but the proofs of work that is not finished yet. */
    public List<Evidence> shown() {
        return evidence.stream().filter(piece -> !piece.waiting()).toList();
    }

    /** The proofs of work that is not finished yet. */
    public List<Evidence> proofs() {
        return evidence.stream().filter(Evidence::waiting).toList();
    }

    /** Whether something was found about one of them, so that a reason is needed to finish. */
    public boolean doubtful() {
        return proofs().stream().anyMatch(piece -> !piece.findings.isEmpty());
    }

    /** Why its completion was sent back; empty where none was, or the agency has proposed it again since. */
    public @Nullable String returned() {
        String reason = null;
        for (var step : timeline.steps()) {
            switch (step.act()) {
                case RETURNED -> reason = step.words();
                case PROPOSED, STARTED, FINISHED, HANDED_OVER, SETTLED -> reason = null;
                default -> {}
            }
        }
        return reason;
    }

    /**
     * Why there is work to do with this agency, or once more: the reporter's objection, or the handing over by another
     * agency or the administrator; empty where it simply came in, or was finished since.
     */
    public Timeline.@Nullable Step occasion() {
        Timeline.Step occasion = null;
        for (var step : timeline.steps()) {
            switch (step.act()) {
                case CONTESTED, HANDED_OVER, SETTLED -> occasion = step;
                case FINISHED -> occasion = null;
                default -> {}
            }
        }
        return occasion;
    }

    /** Photos of the reporter, beside which the proofs are looked at. */
    public List<Evidence> before() {
        return evidence.stream()
                .filter(piece -> piece.photo.role() == Photo.Role.REPORT || piece.contest())
                .toList();
    }

    public String title() {
        return Headline.of(complaint.description());
    }

    public String number() {
        return complaint.trackingNumber().text();
    }
}
