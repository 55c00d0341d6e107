package id.sipakatau.discussion;

import id.sipakatau.city.City;
import id.sipakatau.complaint.Headline;
import id.sipakatau.complaint.TrackingNumber;
import id.sipakatau.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Finds what people talk about. A complaint that is hidden answers as one that never was. */
@ApplicationScoped
class Subjects {

    private final Jdbi jdbi;
    private final City city;

    Subjects(Jdbi jdbi, City city) {
        this.jdbi = jdbi;
        this.city = city;
    }

    /** @throws Problem 404 where the public has no such complaint */
    Subject find(String number) {
        return TrackingNumber.parse(number, city.trackingPrefix())
                .flatMap(parsed -> jdbi.withHandle(handle -> handle.createQuery(
                                "SELECT id, tracking_number, description FROM public_complaint WHERE tracking_number = :number")
                        .bind("number", parsed.text())
                        .map((row, context) -> new Subject(
                                row.getObject("id", UUID.class),
                                row.getString("tracking_number"),
                                Headline.of(row.getString("description"))))
                        .findOne()))
                .orElseThrow(() -> new Problem(404, "monitoring_no_such_complaint"));
    }
}
