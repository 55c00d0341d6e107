package id.sipakatau.desk;

import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.Timeline;
import id.sipakatau.deadline.Clocks;
import id.sipakatau.evidence.Photo;
import id.sipakatau.evidence.Proofs;
import id.sipakatau.identity.Reporters;
import id.sipakatau.web.Page;
import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Puts together what staff see of a complaint. */
@RequestScoped
public class Sheets {

    private final Jdbi jdbi;
    private final Complaints complaints;
    private final StaffPhotos staffPhotos;
    private final Company company;
    private final Reporters reporters;
    private final Clocks clocks;
    private final InstantSource clock;
    private final Proofs proofs;
    private final Remarks remarks;
    private final Page page;

    Sheets(
            Jdbi jdbi,
            Complaints complaints,
            StaffPhotos staffPhotos,
            Company company,
            Reporters reporters,
            Clocks clocks,
            InstantSource clock,
            Proofs proofs,
            Remarks remarks,
            Page page) {
        this.jdbi = jdbi;
        this.complaints = complaints;
        this.staffPhotos = staffPhotos;
        this.company = company;
        this.reporters = reporters;
        this.clocks = clocks;
        this.clock = clock;
        this.proofs = proofs;
        this.remarks = remarks;
        this.page = page;
    }

    public Sheet of(Complaint complaint) {
        var timeline = Timeline.of(complaints.history(complaint.id()), Timeline.Reader.STAFF);
        var now = clock.instant();
        var whole = company.wholeOf(complaint, timeline);
        var parts = company.partsOf(complaint, now);
        return jdbi.withHandle(handle -> {
            var photos = staffPhotos.of(handle, complaint);
            var findings = proofs.findings(handle, photos);
            return new Sheet(
                    complaint,
                    whole,
                    parts,
                    photos.stream()
                            .map(photo -> new Sheet.Evidence(
                                    photo,
                                    capture(photo, complaint),
                                    remarks.of(findings.getOrDefault(photo.id(), List.of()), complaint)))
                            .toList(),
                    timeline,
                    clocks.running(handle, complaint.id(), now).stream()
                            .map(run -> Sheet.Due.of(run, now))
                            .toList(),
                    reporters.isKnown(handle, complaint.reported()));
        });
    }

    /** "40 m from the pin, 3 minutes before sending": what an administrator compares first. */
    private List<String> capture(Photo photo, Complaint complaint) {
        var words = new ArrayList<String>();
        words.add(page.text("desk_source_" + photo.source()));
        if (photo.isReduced()) {
            words.add(page.text("desk_reduced"));
        }
        var position = photo.capture().position();
        var pin = complaint.place().position();
        if (position != null && pin != null) {
            var distance = page.formats().distance(position.metresTo(pin));
            var accuracy = photo.capture().accuracyMetres();
            words.add(
                    accuracy == null
                            ? page.text("desk_from_pin", distance)
                            : page.text(
                                    "desk_from_pin_within",
                                    distance,
                                    page.formats().distance(accuracy)));
        }
        var direction = photo.capture().directionDegrees();
        if (direction != null) {
            words.add(page.text("desk_facing", Math.round(direction)));
        }
        var taken = photo.capture().takenAt();
        if (taken == null) {
            words.add(page.text("desk_time_unknown"));
        } else {
            // A full file comes later than the complaint that it belongs to.
            var sent = photo.role() == Photo.Role.DETAIL ? complaint.receivedAt() : photo.receivedAt();
            words.add(before(Duration.between(taken, sent)));
        }
        return words;
    }

    private String before(Duration age) {
        if (age.isNegative()) {
            return page.text("desk_taken_later");
        } else if (age.toHours() < 1) {
            return page.text("desk_minutes_before", age.toMinutes());
        } else if (age.toDays() < 1) {
            return page.text("desk_hours_before", age.toHours());
        }
        return page.text("desk_days_before", age.toDays());
    }
}
