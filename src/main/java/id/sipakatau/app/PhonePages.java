package id.sipakatau.app;

import id.sipakatau.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;

/** The pages that belong to the phone. None of them asks the database, so they are there at once. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class PhonePages {

    @CheckedTemplate(basePath = "app")
    static class Templates {
        static native TemplateInstance mine();

        static native TemplateInstance install();

        static native TemplateInstance offline();
    }

    private final Page page;

    PhonePages(Page page) {
        this.page = page;
    }

    /** What was sent from this phone and what still waits on it; the list itself is drawn by a script. */
    @GET
    @Path("saya")
    public TemplateInstance mine() {
        return Templates.mine();
    }

    @POST
    @Path("saya/hemat")
    public Response saveData(@RestForm @DefaultValue("false") boolean on) {
        page.saveData(on);
        return Response.seeOther(URI.create("/saya")).build();
    }

    @GET
    @Path("pasang")
    public TemplateInstance install() {
        return Templates.install();
    }

    /** Kept on the phone and shown where a page is asked for that is not. */
    @GET
    @Path("luring")
    public TemplateInstance offline() {
        return Templates.offline();
    }

    /** Where a phone shares photos to; the worker takes them before they get here, and without it the form asks for them. */
    @POST
    @Path("bagikan")
    public Response shared() {
        page.leaveNotice("shared_photos_again");
        return Response.seeOther(URI.create("/lapor")).build();
    }
}
