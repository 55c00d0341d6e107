package id.sipakatau.discussion;

import id.sipakatau.identity.Roles;
import id.sipakatau.identity.Visitor;
import id.sipakatau.web.Page;
import id.sipakatau.web.Problem;
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
import java.util.UUID;

/** Where an administrator reads comments and what people point at. */
@Path("/admin/percakapan")
@RolesAllowed(Roles.ADMINISTRATOR)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class ModerationPage {

    @CheckedTemplate(basePath = "discussion")
    static class Templates {
        static native TemplateInstance moderation(
                List<Moderation.Item> waiting, List<Moderation.Raised> raised, List<Moderation.Item> decided);
    }

    private final Moderation moderation;
    private final Visitor visitor;
    private final Page page;

    ModerationPage(Moderation moderation, Visitor visitor, Page page) {
        this.moderation = moderation;
        this.visitor = visitor;
        this.page = page;
    }

    @GET
    public TemplateInstance all() {
        return Templates.moderation(moderation.waiting(), moderation.raised(), moderation.decided());
    }

    @POST
    @Path("komentar/{comment}/tampil")
    public Response show(UUID comment) {
        return decided(moderation.decide(comment, true, visitor.actor()), "discussion_now_shown");
    }

    @POST
    @Path("komentar/{comment}/tolak")
    public Response refuse(UUID comment) {
        return decided(moderation.decide(comment, false, visitor.actor()), "discussion_now_refused");
    }

    @POST
    @Path("tanda/{flag}/selesai")
    public Response settle(UUID flag) {
        return decided(moderation.settle(flag, visitor.actor()), "discussion_now_settled");
    }

    private Response decided(boolean found, String notice) {
        if (!found) {
            throw new Problem(404, "discussion_gone");
        }
        page.leaveNotice(notice);
        return Response.seeOther(URI.create("/admin/percakapan")).build();
    }
}
