package id.sipakatau.alerting;

import id.sipakatau.alerting.AlertsForm.Place;
import id.sipakatau.alerting.Subscription.Audience;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.FollowSecret;
import id.sipakatau.web.Problem;
import id.sipakatau.web.SecretPage;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What the reporter wants to be told, behind the secret link. */
@Path("/ikuti/{secret}/kabar")
@PermitAll
@SecretPage
@RunOnVirtualThread
class ReporterAlerts {

    private final Complaints complaints;
    private final AlertsForm form;

    ReporterAlerts(Complaints complaints, AlertsForm form) {
        this.complaints = complaints;
        this.form = form;
    }

    @GET
    public TemplateInstance show(@RestPath String secret) {
        return form.show(place(secret));
    }

    @POST
    public Response ask(@RestPath String secret, @RestForm @Nullable String email) {
        return form.ask(place(secret), email);
    }

    @POST
    @Path("{id}/berhenti")
    public Response end(@RestPath String secret, @RestPath UUID id) {
        return form.end(place(secret), id);
    }

    /** A browser wants messages; sent by {@code js/alerts.js}. */
    @POST
    @Path("dorong")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@RestPath String secret, @Nullable SentBrowser browser) {
        return form.add(place(secret), browser);
    }

    @POST
    @Path("dorong/berhenti")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response end(@RestPath String secret, @Nullable SentBrowser browser) {
        return form.end(place(secret), browser);
    }

    private Place place(String secret) {
        var complaint = FollowSecret.parse(secret)
                .flatMap(complaints::find)
                .orElseThrow(() -> new Problem(404, "ikuti_unknown"));
        return new Place(complaint.id(), complaint.trackingNumber().text(), Audience.REPORTER, "/ikuti/" + secret);
    }
}
