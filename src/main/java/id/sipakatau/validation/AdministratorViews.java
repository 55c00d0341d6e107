package id.sipakatau.validation;

import id.sipakatau.complaint.Complaint;
import id.sipakatau.desk.ReporterLook;
import id.sipakatau.desk.StaffChanges;
import id.sipakatau.desk.StaffPhotos;
import id.sipakatau.identity.Reporter;
import id.sipakatau.identity.Roles;
import id.sipakatau.web.Problem;
import id.sipakatau.web.SecretPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** One complaint for the administrator: itself, its photos, and who reported it. */
@Path("/admin/aduan/{number}")
@RolesAllowed(Roles.ADMINISTRATOR)
@RunOnVirtualThread
class AdministratorViews {

    @CheckedTemplate(basePath = "validation")
    static class Templates {
        static native TemplateInstance reporter(Complaint complaint, Reporter reporter);
    }

    private final QueuePage queue;
    private final StaffChanges complaints;
    private final StaffPhotos photos;
    private final ReporterLook look;

    AdministratorViews(QueuePage queue, StaffChanges complaints, StaffPhotos photos, ReporterLook look) {
        this.queue = queue;
        this.complaints = complaints;
        this.photos = photos;
        this.look = look;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(String number) {
        return queue.with(find(number));
    }

    @GET
    @Path("foto/{photo}/{size: large|thumbnail}.jpg")
    public Response photo(String number, UUID photo, String size, @Context Request request) {
        return photos.picture(find(number), photo, size, request);
    }

    /** A post, since the look leaves a row in the journal. */
    @POST
    @Path("reporter")
    @SecretPage
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance reporter(String number) {
        var complaint = find(number);
        return Templates.reporter(complaint, look.at(complaint));
    }

    private Complaint find(String number) {
        return complaints.find(number).orElseThrow(() -> new Problem(404, "validation_no_such_complaint"));
    }
}
