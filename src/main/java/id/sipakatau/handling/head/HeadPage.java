package id.sipakatau.handling.head;

import id.sipakatau.handling.agency.OwnCases;
import id.sipakatau.identity.Roles;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The page of an agency's head. */
@Path("/operator/kepala")
@RolesAllowed(Roles.HEAD)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class HeadPage {

    @CheckedTemplate(basePath = "handling")
    static class Templates {
        static native TemplateInstance head(
                String agency, List<Waiting.Item> waiting, List<Workload.Share> shares, List<Workload.Overdue> overdue);
    }

    private final Workload workload;
    private final OwnCases own;
    private final Waiting waiting;

    HeadPage(Workload workload, OwnCases own, Waiting waiting) {
        this.workload = workload;
        this.own = own;
        this.waiting = waiting;
    }

    @GET
    public TemplateInstance show() {
        return Templates.head(own.agency(), waiting.all(), workload.of(own.agency()), workload.overdue(own.agency()));
    }
}
