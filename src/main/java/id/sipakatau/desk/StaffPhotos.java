package id.sipakatau.desk;

import id.sipakatau.complaint.Complaint;
import id.sipakatau.evidence.Photo;
import id.sipakatau.evidence.PhotoVault;
import id.sipakatau.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
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

    /**
     * All that staff see of a complaint. Whoever works on a part sees what the reporter sent to the whole as well: it is read
     * there rather than copied, so that a photo is one photo, whose findings and full file are those that everybody sees.
     * What the agency of the whole took itself stays with that agency.
     */
    List<Photo> of(Handle handle, Complaint complaint) {
        var own = vault.withDetails(handle, complaint.id());
        if (!complaint.isPart()) {
            return own;
        }
        var reported = vault.withDetails(handle, complaint.reported()).stream()
                .filter(photo -> photo.role() != Photo.Role.COMPLETION && photo.role() != Photo.Role.PROOF);
        return Stream.concat(reported, own.stream()).toList();
    }

    /** @throws Problem 404 if the photo is of another complaint */
    public Response picture(Complaint complaint, UUID photo, String size, Request request) {
        var wanted = size.equals("large") ? Photo.Size.LARGE : Photo.Size.THUMBNAIL;
        return jdbi.withHandle(handle -> of(handle, complaint).stream()
                        .filter(each -> each.id().equals(photo))
                        .findFirst())
                .flatMap(each -> vault.derivative(each, wanted))
                .map(picture -> picture.toOnePerson(request))
                .orElseThrow(() -> new Problem(404, "error_404"));
    }
}
