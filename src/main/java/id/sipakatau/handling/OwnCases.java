package id.sipakatau.handling;

import id.sipakatau.complaint.Complaint;
import id.sipakatau.desk.StaffChanges;
import id.sipakatau.identity.Visitor;
import id.sipakatau.web.Problem;
import jakarta.enterprise.context.RequestScoped;
import java.util.Objects;

/** The complaints of the operator's own agency. One of another agency answers as one that does not exist. */
@RequestScoped
class OwnCases {

    private final StaffChanges complaints;
    private final Visitor visitor;

    OwnCases(StaffChanges complaints, Visitor visitor) {
        this.complaints = complaints;
        this.visitor = visitor;
    }

    /** @throws Problem 404 if there is none, or it is with another agency, or does not concern one yet */
    Complaint find(String number) {
        var agency = Objects.requireNonNull(visitor.staff().agency());
        return complaints
                .find(number)
                .filter(complaint -> complaint.isHandledBy(agency))
                .orElseThrow(() -> new Problem(404, "handling_not_ours"));
    }
}
