package id.sipakatau.alerting;

import id.sipakatau.alerting.AlertsForm.Place;
import id.sipakatau.alerting.Subscription.Audience;
import id.sipakatau.city.City;
import id.sipakatau.complaint.TrackingNumber;
import id.sipakatau.web.Problem;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Following a published complaint. One that is not published answers as one that never was. */
@Path("/aduan/{number}/kabar")
@PermitAll
@RunOnVirtualThread
class PublicAlerts {

    private final Jdbi jdbi;
    private final City city;
    private final AlertsForm form;

    PublicAlerts(Jdbi jdbi, City city, AlertsForm form) {
        this.jdbi = jdbi;
        this.city = city;
        this.form = form;
    }

    @GET
    public TemplateInstance show(@RestPath String number) {
        return form.show(place(number));
    }

    @POST
    public Response ask(@RestPath String number, @RestForm @Nullable String email) {
        return form.ask(place(number), email);
    }

    /** A browser wants messages; sent by {@code js/alerts.js}. */
    @POST
    @Path("dorong")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@RestPath String number, @Nullable SentBrowser browser) {
        return form.add(place(number), browser);
    }

    @POST
    @Path("dorong/berhenti")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response end(@RestPath String number, @Nullable SentBrowser browser) {
        return form.end(place(number), browser);
    }

    private Place place(String typed) {
        return TrackingNumber.parse(typed, city.trackingPrefix())
                .flatMap(number ->
                        published(number).map(id -> new Place(id, number.text(), Audience.PUBLIC, "/aduan/" + number)))
                .orElseThrow(() -> new Problem(404, "monitoring_no_such_complaint"));
    }

    private Optional<UUID> published(TrackingNumber number) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT id FROM public_complaint WHERE tracking_number = :number")
                        .bind("number", number.text()) // the unique index
                        .mapTo(UUID.class)
                        .findOne());
    }
}
