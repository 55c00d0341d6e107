package id.sipakatau.handling.agency;

import id.sipakatau.complaint.Complaint;
import id.sipakatau.desk.StaffChanges;
import id.sipakatau.identity.Visitor;
import id.sipakatau.web.Problem;
import jakarta.enterprise.context.RequestScoped;
import java.util.Objects;
import java.util.UUID;

/** The complaints of the operator's own agency. One of another agency answers as one that does not exist. */
@RequestScoped
public class OwnCases {

    private final StaffChanges complaints;
    private final Visitor visitor;

    OwnCases(StaffChanges complaints, Visitor visitor) {
        this.complaints = complaints;
        this.visitor = visitor;
    }

    /** @throws Problem 404 if there is none, or it is with another agency, or does not concern one yet */
    public Complaint find(String number) {
        return complaints
                .find(number)
                .filter(complaint -> complaint.isHandledBy(agency()))
                .orElseThrow(() -> new Problem(404, "handling_not_ours"));
    }

    /** The agency of the operator who is signed in. */
    public String agency() {
        return Objects.requireNonNull(visitor.staff().agency());
    }

    /** The operator who is signed in. */
    public UUID operator() {
        return visitor.staff().account();
    }
}
