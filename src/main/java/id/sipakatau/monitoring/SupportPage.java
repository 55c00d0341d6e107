package id.sipakatau.monitoring;

import id.sipakatau.city.City;
import id.sipakatau.complaint.SupportLimit;
import id.sipakatau.complaint.Supports;
import id.sipakatau.complaint.TrackingNumber;
import id.sipakatau.web.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
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
    private final SupportLimit limit;
    private final City city;

    SupportPage(PublicComplaints complaints, Supports supports, Supporter supporter, SupportLimit limit, City city) {
        this.complaints = complaints;
        this.supports = supports;
        this.supporter = supporter;
        this.limit = limit;
        this.city = city;
    }

    /** @param batal on to take it back */
    @POST
    public Response support(String number, @RestForm @Nullable String batal, HttpServerRequest request) {
        var found = TrackingNumber.parse(number, city.trackingPrefix())
                .flatMap(complaints::find)
                .orElseThrow(() -> new Problem(404, "monitoring_no_such_complaint"));
        if ("on".equals(batal)) {
            supports.remove(found.number(), supporter.digest());
        } else {
            if (!supporter.isKnown()) {
                limit.take(request.remoteAddress().hostAddress()).ifPresent(wait -> {
                    throw new Problem(429, "monitoring_support_too_many").retryAfter(wait);
                });
            }
            supports.add(found.number(), supporter.remembered());
        }
        return Response.seeOther(URI.create("/aduan/" + found.number() + "#dukungan"))
                .build();
    }
}
