package id.sipakatau.handling.notes;

import id.sipakatau.handling.agency.OwnCases;
import id.sipakatau.identity.Roles;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** The notes that call an operator by name. */
@Path("/operator/disebut")
@RolesAllowed(Roles.OPERATOR)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class MentionPages {

    @CheckedTemplate(basePath = "handling")
    static class Templates {
        static native TemplateInstance mentions(String agency, List<Notes.Mention> mentions, boolean unread);
    }

    private final Notes notes;
    private final OwnCases own;

    MentionPages(Notes notes, OwnCases own) {
        this.notes = notes;
        this.own = own;
    }

    @GET
    public TemplateInstance list() {
        var mentions = notes.mentions(own.operator(), own.agency());
        return Templates.mentions(own.agency(), mentions, mentions.stream().anyMatch(Notes.Mention::unread));
    }

    @POST
    @Path("dibaca")
    public Response read() {
        notes.read(own.operator(), own.agency());
        return Response.seeOther(URI.create("/operator/disebut")).build();
    }
}
