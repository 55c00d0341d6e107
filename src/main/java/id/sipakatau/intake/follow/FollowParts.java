package id.sipakatau.intake.follow;

import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.Involved;
import id.sipakatau.evidence.Photo;
import id.sipakatau.evidence.PhotoVault;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** What a reporter sees of the agencies that work on the complaint beside its own: the same as the public, where that may. */
@ApplicationScoped
class FollowParts {

    private final Complaints complaints;
    private final PhotoVault vault;

    FollowParts(Complaints complaints, PhotoVault vault) {
        this.complaints = complaints;
        this.vault = vault;
    }

    /** Those that began first first. */
    List<Involved> of(Handle handle, Complaint whole) {
        return complaints.parts(whole.id()).stream()
                .map(part -> involved(handle, part))
                .toList();
    }

    /**
     * What a page that is open has seen of the parts: differs as soon as there is anything else to see, and does not with what
     * stays inside their agencies, which moves the version of a part but not its time.
     */
    String seen(Complaint whole) {
        var parts = complaints.parts(whole.id());
        return parts.stream()
                .map(Complaint::updatedAt)
                .max(Comparator.naturalOrder())
                .map(last -> parts.size() + "." + last.toEpochMilli())
                .orElse("0");
    }

    /** All photos that the reporter may see: those of the complaint, and of what other agencies have done. */
    List<Photo> photos(Handle handle, Complaint whole) {
        var parts = complaints.parts(whole.id()).stream().flatMap(part -> vault.of(handle, part.id()).stream());
        return Stream.concat(vault.ofReporter(handle, whole.id()).stream(), parts)
                .toList();
    }

    private Involved involved(Handle handle, Complaint part) {
        var handling = part.handling();
        return new Involved(
                part.subject().agency(),
                handling.progress(),
                handling.outcome(),
                handling.startedAt(),
                handling.finishedAt(),
                handling.promisedBy(),
                Involved.words(handling.progress(), complaints.history(part.id())),
                vault.of(handle, part.id()).stream().map(Photo::id).toList());
    }
}
