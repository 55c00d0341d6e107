package id.sipakatau.alerting.following;

import id.sipakatau.alerting.following.AlertsForm.Place;
import id.sipakatau.alerting.subscription.Followed;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.FollowSecret;
import id.sipakatau.web.Problem;
import id.sipakatau.web.SecretPage;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** What the reporter wants to be told, behind the secret link. */
@Path("/ikuti/{secret}/kabar")
@PermitAll
@SecretPage
@RunOnVirtualThread
class ReporterAlerts extends AlertsPage {

    private final Complaints complaints;

    ReporterAlerts(Complaints complaints, AlertsForm form) {
        super(form);
        this.complaints = complaints;
    }

    @POST
    @Path("{id}/berhenti")
    public Response end(@Context UriInfo address, @RestPath UUID id) {
        return form().end(place(address), id);
    }

    @Override
    Place place(MultivaluedMap<String, String> parameters) {
        var secret = parameters.getFirst("secret");
        var complaint = FollowSecret.parse(secret)
                .flatMap(complaints::find)
                .orElseThrow(() -> new Problem(404, "ikuti_unknown"));
        return Place.of(
                Followed.byReporter(complaint.id()), complaint.trackingNumber().text(), "/ikuti/" + secret);
    }
}
