package id.sipakatau.alerting.following;

import id.sipakatau.alerting.following.AlertsForm.Place;
import id.sipakatau.alerting.subscription.Followed;
import id.sipakatau.city.City;
import id.sipakatau.complaint.TrackingNumber;
import id.sipakatau.web.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Following a published complaint. One that is not published answers as one that never was. */
@Path("/aduan/{number}/kabar")
@PermitAll
@RunOnVirtualThread
class PublicAlerts extends AlertsPage {

    private final Jdbi jdbi;
    private final City city;

    PublicAlerts(Jdbi jdbi, City city, AlertsForm form) {
        super(form);
        this.jdbi = jdbi;
        this.city = city;
    }

    @Override
    Place place(MultivaluedMap<String, String> parameters) {
        return TrackingNumber.parse(parameters.getFirst("number"), city.trackingPrefix())
                .flatMap(number ->
                        published(number).map(id -> Place.of(Followed.byPublic(id), number.text(), "/aduan/" + number)))
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
