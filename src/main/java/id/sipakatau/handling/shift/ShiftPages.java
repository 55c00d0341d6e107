package id.sipakatau.handling.shift;

import id.sipakatau.handling.agency.OwnCases;
import id.sipakatau.identity.Roles;
import id.sipakatau.web.Page;
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
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Where a shift writes what the next one has to know. */
@Path("/operator/serah-terima")
@RolesAllowed(Roles.OPERATOR)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class ShiftPages {

    @CheckedTemplate(basePath = "handling")
    static class Templates {
        static native TemplateInstance shift(
                String agency, List<ShiftNotes.ShiftNote> notes, String typed, @Nullable String error);
    }

    private final ShiftNotes notes;
    private final OwnCases own;
    private final Page page;

    ShiftPages(ShiftNotes notes, OwnCases own, Page page) {
        this.notes = notes;
        this.own = own;
        this.page = page;
    }

    @GET
    public TemplateInstance list() {
        return Templates.shift(own.agency(), notes.last(own.agency()), "", null);
    }

    @POST
    public Response write(@RestForm @DefaultValue("") String words) {
        var text = words.replace("\r\n", "\n").strip();
        if (text.isEmpty() || text.codePointCount(0, text.length()) > ShiftNotes.LONGEST) {
            var error = page.text("handling_shift_wrong", ShiftNotes.LONGEST);
            return Response.status(422)
                    .entity(Templates.shift(own.agency(), notes.last(own.agency()), words, error))
                    .build();
        }
        notes.write(own.agency(), own.operator(), text);
        page.leaveNotice("handling_shift_kept");
        return Response.seeOther(URI.create("/operator/serah-terima")).build();
    }

    @POST
    @Path("{id}/dibaca")
    public Response read(@RestPath UUID id) {
        notes.read(own.agency(), id, own.operator());
        return Response.seeOther(URI.create("/operator")).build();
    }
}
