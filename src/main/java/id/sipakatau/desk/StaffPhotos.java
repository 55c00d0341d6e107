package id.sipakatau.desk;

import id.sipakatau.complaint.Complaint;
import id.sipakatau.evidence.Photo;
import id.sipakatau.evidence.PhotoVault;
import id.sipakatau.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The pictures of a complaint for staff, whether it is public or not. */
@ApplicationScoped
public class StaffPhotos {

    private final Jdbi jdbi;
    private final PhotoVault vault;

    StaffPhotos(Jdbi jdbi, PhotoVault vault) {
        this.jdbi = jdbi;
        this.vault = vault;
    }

    /** @throws Problem 404 if the photo is of another complaint */
    public Response picture(Complaint complaint, UUID photo, String size, Request request) {
        var wanted = size.equals("large") ? Photo.Size.LARGE : Photo.Size.THUMBNAIL;
        return jdbi.withHandle(handle -> vault.withDetails(handle, complaint.id()).stream()
                        .filter(each -> each.id().equals(photo))
                        .findFirst())
                .flatMap(each -> vault.derivative(each, wanted))
                .map(picture -> picture.toOnePerson(request))
                .orElseThrow(() -> new Problem(404, "error_404"));
    }
}
