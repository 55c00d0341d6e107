package id.sipakatau.intake.follow;

import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.FollowSecret;
import id.sipakatau.evidence.Photo;
import id.sipakatau.evidence.PhotoVault;
import id.sipakatau.web.Problem;
import id.sipakatau.web.SecretPage;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jdbi.v3.core.Jdbi;

/** The pictures of a complaint for its reporter, also before the public may see any. */
@Path("/ikuti/{secret}/foto/{photo}/{size: large|thumbnail}.jpg")
@PermitAll
@SecretPage
class FollowPhotos {

    private final Complaints complaints;
    private final PhotoVault vault;
    private final FollowParts parts;
    private final Jdbi jdbi;

    FollowPhotos(Complaints complaints, PhotoVault vault, FollowParts parts, Jdbi jdbi) {
        this.complaints = complaints;
        this.vault = vault;
        this.parts = parts;
        this.jdbi = jdbi;
    }

    @GET
    @RunOnVirtualThread
    public Response picture(
            @RestPath String secret, @RestPath UUID photo, @RestPath String size, @Context Request request) {
        var complaint = FollowSecret.parse(secret).flatMap(complaints::find).orElseThrow(FollowPhotos::unknown);
        return jdbi.withHandle(handle -> parts.photos(handle, complaint)).stream()
                .filter(each -> each.id().equals(photo))
                .findFirst()
                .flatMap(own -> vault.derivative(own, Photo.Size.valueOf(size.toUpperCase(Locale.ROOT))))
                .orElseThrow(FollowPhotos::unknown)
                .toOnePerson(request);
    }

    private static Problem unknown() {
        return new Problem(404, "ikuti_unknown");
    }
}
