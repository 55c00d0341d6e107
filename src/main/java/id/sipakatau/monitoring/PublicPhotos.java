package id.sipakatau.monitoring;

import id.sipakatau.evidence.Derivative;
import id.sipakatau.evidence.Photo;
import id.sipakatau.evidence.PhotoVault;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The photos of public complaints. */
@ApplicationScoped
class PublicPhotos {

    private final Jdbi jdbi;
    private final PhotoVault vault;
    private final PublicComplaints complaints;
    private final PublicParts parts;

    PublicPhotos(Jdbi jdbi, PhotoVault vault, PublicComplaints complaints, PublicParts parts) {
        this.jdbi = jdbi;
        this.vault = vault;
        this.complaints = complaints;
        this.parts = parts;
    }

    /** A photo on a page; {@code proof} if the agency took it after the work. */
    record Shown(UUID id, boolean proof) {}

    List<Shown> of(PublicComplaint complaint) {
        return jdbi.withHandle(handle -> vault.of(handle, complaint.id())).stream()
                .map(photo -> new Shown(photo.id(), photo.role() == Photo.Role.COMPLETION))
                .toList();
    }

    /** Address of a small picture of each complaint that has one, by one query. */
    Map<UUID, String> thumbnails(Collection<PublicComplaint> shown) {
        var ids = shown.stream().map(PublicComplaint::id).toList();
        var addresses = new HashMap<UUID, String>();
        jdbi.withHandle(handle -> vault.of(handle, ids))
                .forEach((complaint, photos) -> photos.stream()
                        .filter(photo -> photo.role() == Photo.Role.REPORT)
                        .findFirst()
                        .ifPresent(photo -> addresses.put(complaint, "/foto/" + photo.id() + "/thumbnail.jpg")));
        return addresses;
    }

    /** The large picture of the first photo that the reporter sent. */
    Optional<Derivative> first(PublicComplaint complaint) {
        return jdbi.withHandle(handle -> vault.of(handle, complaint.id())).stream()
                .filter(photo -> photo.role() == Photo.Role.REPORT)
                .findFirst()
                .flatMap(photo -> vault.derivative(photo, Photo.Size.LARGE));
    }

    /** A picture of a photo, if its complaint is public, or that of which it is a part. */
    Optional<Derivative> picture(UUID id, Photo.Size size) {
        return jdbi.withHandle(handle -> vault.find(handle, id))
                .filter(photo ->
                        !complaints.among(List.of(photo.complaintId())).isEmpty() || parts.isShown(photo.complaintId()))
                .flatMap(photo -> vault.derivative(photo, size));
    }
}
