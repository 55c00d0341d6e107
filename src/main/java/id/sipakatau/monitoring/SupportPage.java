package id.sipakatau.monitoring;

import id.sipakatau.city.City;
import id.sipakatau.complaint.Supports;
import id.sipakatau.complaint.TrackingNumber;
import id.sipakatau.web.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Supporting a published complaint, and taking it back. One that is not published answers as one that never was. */
@Path("/aduan/{number}/dukungan")
@PermitAll
@RunOnVirtualThread
class SupportPage {

    private final PublicComplaints complaints;
    private final Supports supports;
    private final Supporter supporter;
    private final City city;

    SupportPage(PublicComplaints complaints, Supports supports, Supporter supporter, City city) {
        this.complaints = complaints;
        this.supports = supports;
        this.supporter = supporter;
        this.city = city;
    }

    /** @param batal on to take it back */
    @POST
    public Response support(String number, @RestForm @Nullable String batal) {
        var found = TrackingNumber.parse(number, city.trackingPrefix())
                .flatMap(complaints::find)
                .orElseThrow(() -> new Problem(404, "monitoring_no_such_complaint"));
        if ("on".equals(batal)) {
            supports.remove(found.number(), supporter.digest());
        } else {
            supports.add(found.number(), supporter.remembered());
        }
        return Response.seeOther(URI.create("/aduan/" + found.number() + "#dukungan"))
                .build();
    }
}
