package id.sipakatau.desk;

import id.sipakatau.complaint.Act;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.Involved;
import id.sipakatau.complaint.Progress;
import id.sipakatau.complaint.Timeline;
import id.sipakatau.deadline.Clock;
import id.sipakatau.deadline.Clocks;
import id.sipakatau.identity.Visitor;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The other agencies in a complaint, for the member of staff who is signed in. Each agency keeps its wall: it is told of the
 * others what everybody may know who may know the complaint, and what they asked each other.
 */
@RequestScoped
class Company {

    private final Jdbi jdbi;
    private final Complaints complaints;
    private final Clocks clocks;
    private final Remarks remarks;
    private final Visitor visitor;

    Company(Jdbi jdbi, Complaints complaints, Clocks clocks, Remarks remarks, Visitor visitor) {
        this.jdbi = jdbi;
        this.complaints = complaints;
        this.clocks = clocks;
        this.remarks = remarks;
        this.visitor = visitor;
    }

    Sheet.@Nullable Whole wholeOf(Complaint complaint, Timeline timeline) {
        if (!complaint.isPart()) {
            return null;
        }
        var whole = complaints.find(complaint.reported()).orElseThrow();
        return new Sheet.Whole(
                whole.trackingNumber().text(), whole.subject().agency(), remarks.page(whole), asked(timeline));
    }

    List<Sheet.Part> partsOf(Complaint complaint, Instant now) {
        return complaint.isPart()
                ? List.of()
                : complaints.parts(complaint.id()).stream()
                        .map(part -> part(part, complaint, now))
                        .toList();
    }

    private Sheet.Part part(Complaint part, Complaint whole, Instant now) {
        var history = complaints.history(part.id());
        return new Sheet.Part(
                part,
                asked(Timeline.of(history, Timeline.Reader.STAFF)),
                due(part.id(), now),
                Involved.words(part.handling().progress(), history),
                remarks.page(part),
                isRecallable(part, whole));
    }

    private static @Nullable String asked(Timeline timeline) {
        return timeline.last(Act.INVOLVED).map(Timeline.Step::words).orElse(null);
    }

    private Sheet.@Nullable Due due(UUID part, Instant now) {
        return jdbi.withHandle(handle -> clocks.running(handle, part, now)).stream()
                // That its completion waits for approval stays within its agency.
                .filter(run -> run.clock() == Clock.RESOLUTION)
                .findFirst()
                .map(run -> Sheet.Due.of(run, now))
                .orElse(null);
    }

    private boolean isRecallable(Complaint part, Complaint whole) {
        var person = visitor.staff();
        var begun = part.handling().progress() != Progress.NOT_STARTED;
        return switch (person.role()) {
            case OPERATOR -> !begun && whole.isHandledBy(String.valueOf(person.agency()));
            case ADMINISTRATOR -> !begun || part.custody().isDisputed();
            case MAYOR -> false;
        };
    }
}
