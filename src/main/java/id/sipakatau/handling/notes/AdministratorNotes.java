package id.sipakatau.handling.notes;

import id.sipakatau.complaint.Complaint;
import id.sipakatau.desk.StaffChanges;
import id.sipakatau.identity.Roles;
import id.sipakatau.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** All notes on a complaint for an administrator, whichever agency wrote them. */
@Path("/admin/aduan/{number}/note")
@RolesAllowed(Roles.ADMINISTRATOR)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class AdministratorNotes {

    @CheckedTemplate(basePath = "handling")
    static class Templates {
        static native TemplateInstance allNotes(Complaint complaint, List<Notes.Note> notes);
    }

    private final Notes notes;
    private final StaffChanges changes;
    private final NoteForm form;

    AdministratorNotes(Notes notes, StaffChanges changes, NoteForm form) {
        this.notes = notes;
        this.changes = changes;
        this.form = form;
    }

    @GET
    public TemplateInstance all(@RestPath String number) {
        var complaint = find(number);
        return Templates.allNotes(complaint, notes.all(complaint.id()));
    }

    /** Writes to the agency that has the complaint now. */
    @POST
    public Response write(@RestPath String number, @RestForm @DefaultValue("") String words) {
        var complaint = find(number);
        return form.written(complaint, complaint.subject().agency(), words, "/admin/aduan/{number}/note");
    }

    private Complaint find(String number) {
        return changes.find(number).orElseThrow(() -> new Problem(404, "validation_no_such_complaint"));
    }
}
