package id.sipakatau.identity.accounts;

import id.sipakatau.identity.Roles;
import id.sipakatau.identity.Visitor;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;

/** Where letters to whoever is signed in go, and whether they want one each morning. */
@Path("/surel")
@RolesAllowed({Roles.ADMINISTRATOR, Roles.OPERATOR, Roles.MAYOR})
@RunOnVirtualThread
class MailPages {

    private static final String HERE = "/surel";

    private final MailForm form;
    private final Visitor visitor;

    MailPages(MailForm form, Visitor visitor) {
        this.form = form;
        this.visitor = visitor;
    }

    @GET
    public TemplateInstance show() {
        return form.form(visitor.staff().account(), HERE);
    }

    @POST
    public Response change(
            @RestForm @DefaultValue("") String email,
            @RestForm @DefaultValue("false") boolean digest,
            @RestForm @DefaultValue("") String language) {
        return form.change(visitor.staff().account(), HERE, email, digest, language, HERE);
    }
}
