package id.sipakatau.handling.notes;

import id.sipakatau.handling.agency.OwnCases;
import id.sipakatau.identity.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Where an operator writes a note on a case; it is read on the case's own page. */
@Path("/operator/aduan/{number}/note")
@RolesAllowed(Roles.OPERATOR)
@RunOnVirtualThread
class NotePages {

    private final OwnCases own;
    private final NoteForm form;

    NotePages(OwnCases own, NoteForm form) {
        this.own = own;
        this.form = form;
    }

    @POST
    public Response write(@RestPath String number, @RestForm @DefaultValue("") String words) {
        return form.written(own.find(number), own.agency(), words, "/operator/aduan/{number}");
    }
}
