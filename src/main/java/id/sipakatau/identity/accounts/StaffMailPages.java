package id.sipakatau.identity.accounts;

import id.sipakatau.identity.Roles;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Where letters to somebody of the staff go, as administrators enter it. */
@Path("/admin/petugas/{id}/surel")
@RolesAllowed(Roles.ADMINISTRATOR)
@RunOnVirtualThread
class StaffMailPages {

    private final MailForm form;

    StaffMailPages(MailForm form) {
        this.form = form;
    }

    @GET
    public TemplateInstance show(@RestPath UUID id) {
        return form.form(id, "/admin/petugas/" + id + "/surel");
    }

    @POST
    public Response change(
            @RestPath UUID id,
            @RestForm @DefaultValue("") String email,
            @RestForm @DefaultValue("false") boolean digest,
            @RestForm @DefaultValue("") String language) {
        return form.change(id, "/admin/petugas/" + id + "/surel", email, digest, language, "/admin/petugas");
    }
}
