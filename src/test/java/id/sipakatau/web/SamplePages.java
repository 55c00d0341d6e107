package id.sipakatau.web;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Pages that exist in tests only, to look at what the kit does around them. */
@Path("/sample")
@PermitAll
public class SamplePages {

    @Inject
    Template sample;

    @Inject
    Engine engine;

    @Inject
    Page page;

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page() {
        return sample.data("at", Instant.parse("2024-11-24T02:42:00Z"), "count", 5104);
    }

    @GET
    @Path("look/{template}")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance look(@PathParam("template") String template) {
        return engine.getTemplate(template)
                .data("at", Instant.now(), "count", 5104)
                .data("steps", List.of("NOT_STARTED", "IN_PROGRESS", "DONE"))
                .data("icons", List.of("trash-2", "shield", "flame", "waves", "tree-palm"));
    }

    @POST
    public Response change() {
        page.leaveNotice("nav_report");
        return Response.seeOther(URI.create("/sample")).build();
    }

    @GET
    @Path("problem")
    public String problem() {
        throw new Problem(409, "error_409").field("description", "error_400").retryAfter(Duration.ofSeconds(30));
    }

    @GET
    @Path("fault")
    public String fault() {
        throw new IllegalStateException("SELECT secret FROM somewhere");
    }

    @GET
    @Path("status/{status}")
    public String status(@PathParam("status") int status) {
        throw new WebApplicationException(status);
    }

    @GET
    @Path("staff")
    @RolesAllowed("administrator")
    public String staff() {
        return "staff";
    }

    @GET
    @Path("secret")
    @SecretPage
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance secret() {
        return page();
    }
}
