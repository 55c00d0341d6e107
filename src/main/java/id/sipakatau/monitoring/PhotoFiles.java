package id.sipakatau.monitoring;

import id.sipakatau.evidence.Photo;
import id.sipakatau.web.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** The pictures of public complaints. A photo of a complaint that is not public answers as one that never was. */
@Path("/foto/{id}/{size: large|thumbnail}.jpg")
@PermitAll
@RunOnVirtualThread
class PhotoFiles {

    private final PublicPhotos photos;

    PhotoFiles(PublicPhotos photos) {
        this.photos = photos;
    }

    @GET
    public Response picture(UUID id, String size, @Context Request request) {
        var wanted = size.equals("large") ? Photo.Size.LARGE : Photo.Size.THUMBNAIL;
        return photos.picture(id, wanted)
                // A reader's own copy only: a shared cache would go on serving what was withdrawn.
                .map(picture -> picture.toOnePerson(request))
                .orElseThrow(() -> new Problem(404, "error_404"));
    }
}
