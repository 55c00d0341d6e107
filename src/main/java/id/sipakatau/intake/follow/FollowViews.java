package id.sipakatau.intake.follow;

import id.sipakatau.city.City;
import id.sipakatau.complaint.Act;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.Filing.RefusedPhoto;
import id.sipakatau.complaint.Involved;
import id.sipakatau.complaint.Outcome;
import id.sipakatau.complaint.Timeline;
import id.sipakatau.evidence.Finding;
import id.sipakatau.evidence.Photo;
import id.sipakatau.evidence.PhotoVault;
import id.sipakatau.evidence.Proofs;
import id.sipakatau.intake.Promise;
import id.sipakatau.intake.follow.FollowView.Event;
import id.sipakatau.intake.follow.FollowView.Typed;
import id.sipakatau.journal.Recorded;
import id.sipakatau.web.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Gathers what a reporter's page shows, in the reader's language. */
@ApplicationScoped
class FollowViews {

    private final Complaints complaints;
    private final PhotoVault vault;
    private final Proofs proofs;
    private final FollowParts parts;
    private final City city;
    private final Page page;
    private final Jdbi jdbi;
    private final InstantSource clock;

    FollowViews(
            Complaints complaints,
            PhotoVault vault,
            Proofs proofs,
            FollowParts parts,
            City city,
            Page page,
            Jdbi jdbi,
            InstantSource clock) {
        this.complaints = complaints;
        this.vault = vault;
        this.proofs = proofs;
        this.parts = parts;
        this.city = city;
        this.page = page;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * How many steps of a complaint its reporter may know of. The complaint's own version would tell that staff are at work on
     * what stays inside.
     */
    int version(UUID complaint) {
        return version(complaints.history(complaint));
    }

    private static int version(List<Recorded> history) {
        return (int) history.stream()
                .flatMap(row -> Act.named(row.act()).stream())
                .filter(act -> !act.isTold() && !Act.staysInside(act.name()))
                .count();
    }

    /** What a page that is open has seen, to be told from what there is later. */
    String seen(Complaint complaint) {
        return seen(version(complaint.id()), complaint);
    }

    private String seen(int version, Complaint complaint) {
        return version + "." + parts.seen(complaint);
    }

    FollowView of(UUID id, String secret) {
        // Before the complaint itself: what comes between the two is shown at once and asked for once more.
        var history = complaints.history(id);
        var complaint = complaints.find(id).orElseThrow();
        var photos = jdbi.withHandle(handle -> vault.ofReporter(handle, complaint.id()));
        var category = city.category(complaint.subject().category()).orElseThrow();
        var now = clock.instant();
        var promise = Promise.of(complaint.subject().kind(), category, complaint.receivedAt(), city);
        return new FollowView(
                page,
                secret,
                version(history),
                complaint,
                seen(version(history), complaint),
                category,
                city.agency(category.agencyId()).orElseThrow(),
                area(complaint),
                promise,
                FollowView.Deadline.of(complaint, promise, now, city),
                Timeline.of(history, Timeline.Reader.REPORTER).steps().reversed().stream()
                        .map(this::event)
                        .toList(),
                photos,
                new Involved.Together(
                        complaint.subject().agency(),
                        complaint.handling().progress(),
                        jdbi.withHandle(handle -> parts.of(handle, complaint))),
                remarks(photos, complaint),
                RefusedPhoto.in(history.getFirst()),
                into(complaint),
                complaint.isAnswerable(now),
                Typed.NOTHING,
                null);
    }

    /** Of another complaint a reporter is told only what the public may read. */
    private Map<UUID, List<String>> remarks(List<Photo> photos, Complaint complaint) {
        return jdbi.withHandle(handle -> proofs.findings(handle, photos)).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        found -> found.getValue().stream()
                                .map(finding -> finding.words(page, complaint.id(), publicNumber(finding)))
                                .toList()));
    }

    private @Nullable String publicNumber(Finding finding) {
        return Optional.ofNullable(finding.otherComplaint())
                .flatMap(complaints::find)
                .filter(other -> other.publishedAt() != null)
                .map(other -> other.trackingNumber().text())
                .orElse(null);
    }

    private @Nullable String area(Complaint complaint) {
        return Optional.ofNullable(complaint.place().kelurahan())
                .flatMap(city.areas()::kelurahan)
                .map(kelurahan ->
                        kelurahan.name() + ", " + kelurahan.kecamatan().name())
                .orElse(null);
    }

    private @Nullable String into(Complaint complaint) {
        return Optional.ofNullable(complaint.verdict().mergedInto())
                .flatMap(complaints::find)
                .filter(other -> other.publishedAt() != null)
                .map(other -> other.trackingNumber().text())
                .orElse(null);
    }

    private Event event(Timeline.Step step) {
        var whose = step.act().isOfAnotherAgency() ? String.valueOf(step.from()) : step.agency();
        var agency = city.agency(whose)
                .map(found -> found.shortName().in(page.locale()))
                .orElse(whose);
        if (step.silent()) {
            return new Event(step, page.text("ikuti_silence"), icon(step), mark(step.act()));
        }
        var title = step.outcome() == null
                ? page.text("ikuti_act_" + step.act(), agency)
                : page.text("ikuti_finished_" + step.outcome(), agency);
        return new Event(step, title, icon(step), mark(step.act()));
    }

    private static String icon(Timeline.Step step) {
        return switch (step.act()) {
            case FILED -> "send";
            case ACCEPTED -> "badge-check";
            case DISMISSED -> "circle-x";
            case MERGED -> "link";
            case APPEALED -> "scale";
            case SHARPENED -> "image";
            case CORRECTED -> "pencil";
            case SHIELDED -> "eye-off";
            case STARTED -> "loader";
            case ASKED, REPLIED -> "message-square";
            case FINISHED -> step.outcome() == Outcome.DECLINED ? "circle-x" : "circle-check";
            case INVOLVED -> "users";
            case PART_STARTED -> "loader";
            case PART_FINISHED -> "circle-check";
            case PART_RECALLED, RECALLED -> "undo-2";
            case PROPOSED, RETURNED, WITHDRAWN -> throw new IllegalStateException(step.act() + " stays inside");
            case HANDED_OVER -> "arrow-right-left";
            case DISPUTED, SETTLED -> "scale";
            case CONTESTED -> "undo-2";
            case CONFIRMED -> "thumbs-up";
            case RESCHEDULED -> "calendar";
        };
    }

    private static String mark(Act act) {
        return switch (act) {
            case STARTED, PART_STARTED -> "sedang";
            case FINISHED, CONFIRMED, PART_FINISHED -> "telah";
            case CONTESTED, HANDED_OVER, SETTLED, ACCEPTED -> "belum";
            case DISMISSED -> "bad";
            default -> "";
        };
    }
}
