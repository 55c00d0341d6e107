package id.sipakatau.monitoring;

import id.sipakatau.city.City;
import id.sipakatau.complaint.TrackingNumber;
import id.sipakatau.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Finding a complaint by its number. A number that is not public gets the same answer whether it exists or not: who
 * reported it opens it by the secret link.
 */
@Path("/lacak")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class TrackPage {

    @CheckedTemplate(basePath = "monitoring")
    static class Templates {
        static native TemplateInstance track(String typed, @Nullable String error, String prefix);
    }

    private static final int LONGEST = 60;

    private final PublicComplaints complaints;
    private final City city;
    private final Page page;

    TrackPage(PublicComplaints complaints, City city, Page page) {
        this.complaints = complaints;
        this.city = city;
        this.page = page;
    }

    @GET
    public Response find(@RestQuery @DefaultValue("") String nomor) {
        if (nomor.isBlank()) {
            return Response.ok(Templates.track("", null, city.trackingPrefix())).build();
        }
        var number = TrackingNumber.parse(nomor, city.trackingPrefix());
        var found = number.flatMap(complaints::find);
        if (found.isPresent()) {
            return Response.seeOther(UriBuilder.fromPath("/aduan/{number}")
                            .build(found.get().number()))
                    .build();
        }
        var error = page.text(number.isPresent() ? "monitoring_track_not_public" : "monitoring_track_mistyped");
        var typed = nomor.substring(0, Math.min(LONGEST, nomor.length()));
        return Response.status(number.isPresent() ? 404 : 422)
                .entity(Templates.track(typed, error, city.trackingPrefix()))
                .build();
    }
}
