package id.sipakatau.intake;

import id.sipakatau.evidence.Digest;
import id.sipakatau.evidence.Photo;
import id.sipakatau.evidence.PhotoVault;
import id.sipakatau.web.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Photos sent ahead of their complaint, one by one, so that a line that breaks costs the photo on its way and no other. The
 * complaint then names them by their digests. Sending one again is harmless.
 */
@Path("/api/v1/complaints/{id}/photos/{sha256: [0-9a-f]{64}}")
@PermitAll
class PhotosAhead {

    /** The answer to a photo that is kept: a network in between that answers everything with a page of its own says no such. */
    record Kept(String sha256) {}

    private final KeptPhotos kept;
    private final PhotoUploads uploads;
    private final PhotoVault vault;
    private final Jdbi jdbi;

    PhotosAhead(KeptPhotos kept, PhotoUploads uploads, PhotoVault vault, Jdbi jdbi) {
        this.kept = kept;
        this.uploads = uploads;
        this.vault = vault;
        this.jdbi = jdbi;
    }

    @HEAD
    @RunOnVirtualThread
    public Response isKept(@RestPath String id, @RestPath String sha256) {
        if (!isKept(complaint(id), new Digest(sha256))) {
            throw unknown();
        }
        return Response.ok().build();
    }

    /**
     * @param id the id that the complaint will have
     * @param sha256 of the body
     * @param source {@code camera} or {@code gallery}
     */
    @PUT
    @Consumes(MediaType.WILDCARD)
    @RunOnVirtualThread
    public Response keep(
            @RestPath String id,
            @RestPath String sha256,
            @RestHeader("Photo-Source") @Nullable String source,
            InputStream body,
            HttpServerRequest request) {
        var complaint = complaint(id);
        var digest = new Digest(sha256);
        if (isKept(complaint, digest)) {
            return answer(200, digest);
        }
        try (var arrival = uploads.receive(body, digest, request)) {
            var isNew = kept.keep(complaint, digest, source(source), arrival);
            if (isFiled(complaint, digest)) {
                kept.forget(complaint);
            }
            return answer(isNew ? 201 : 200, digest);
        }
    }

    private boolean isKept(UUID complaint, Digest photo) {
        return kept.has(complaint, photo) || isFiled(complaint, photo);
    }

    /** Whether it belongs to its complaint already: a line may repeat a photo long after. */
    private boolean isFiled(UUID complaint, Digest photo) {
        return jdbi.withHandle(handle -> vault.of(handle, complaint)).stream()
                .anyMatch(own -> photo.equals(own.original()) || photo.equals(own.reduced()));
    }

    private static Response answer(int status, Digest kept) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new Kept(kept.hex()))
                .build();
    }

    private static UUID complaint(String id) {
        return FormReading.clientId(id).orElseThrow(PhotosAhead::unknown);
    }

    private static Photo.Source source(@Nullable String said) {
        return said == null ? Photo.Source.UNKNOWN : SentPhoto.source(said);
    }

    private static Problem unknown() {
        return new Problem(404, "error_404");
    }
}
