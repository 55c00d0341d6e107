package id.sipakatau.desk;

import id.sipakatau.city.City;
import id.sipakatau.complaint.ChangedMeanwhile;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.IllegalTransition;
import id.sipakatau.complaint.TrackingNumber;
import id.sipakatau.identity.Visitor;
import id.sipakatau.web.Page;
import id.sipakatau.web.Problem;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;

/** Changes of a complaint by the person who is signed in. A refusal becomes a sentence that says what happened. */
@RequestScoped
public class StaffChanges {

    private final Complaints complaints;
    private final City city;
    private final Visitor visitor;
    private final Page page;

    StaffChanges(Complaints complaints, City city, Visitor visitor, Page page) {
        this.complaints = complaints;
        this.city = city;
        this.visitor = visitor;
        this.page = page;
    }

    /** The complaint with a number as it stands in an address or was typed. */
    public Optional<Complaint> find(String number) {
        return TrackingNumber.parse(number, city.trackingPrefix()).flatMap(complaints::find);
    }

    /**
     * Changes a complaint.
     *
     * @param version the version that the person saw
     * @param typed what the person wrote, to be shown again where it could not be taken; may be empty
     * @throws Problem 409 if somebody else was faster or the complaint does not allow it, 422 if something is missing
     */
    public Complaint change(
            Complaint complaint, int version, String typed, Complaints.Step step, Complaints.Beside beside) {
        return change(complaint, version, typed, List.of(step), beside, complaint);
    }

    /** The same for several steps, all or none of which are taken. */
    public Complaint change(Complaint complaint, int version, String typed, List<Complaints.Step> steps) {
        return change(complaint, version, typed, steps, Complaints.Beside.NOTHING, complaint);
    }

    /** The same from the page of another complaint, to which a refusal leads back. */
    Complaint change(Complaint complaint, int version, Complaint from, Complaints.Step step) {
        return change(complaint, version, "", List.of(step), Complaints.Beside.NOTHING, from);
    }

    private Complaint change(
            Complaint complaint,
            int version,
            String typed,
            List<Complaints.Step> steps,
            Complaints.Beside beside,
            Complaint from) {
        try {
            return complaints.change(complaint.id(), version, visitor.actor(), steps, beside);
        } catch (ChangedMeanwhile faster) {
            var act = page.text("desk_act_" + faster.last().act());
            var at = page.formats().moment(faster.last().at());
            throw back(from, typed, new Problem(409, "desk_changed_meanwhile", act, at));
        } catch (IllegalTransition refused) {
            throw back(from, typed, new Problem(status(refused.why()), "desk_refused_" + refused.why()));
        }
    }

    public Complaint change(Complaint complaint, int version, String typed, Complaints.Step step) {
        return change(complaint, version, typed, step, Complaints.Beside.NOTHING);
    }

    private Problem back(Complaint complaint, String typed, Problem problem) {
        var console = visitor.staff().role().home();
        problem.back(console + "/aduan/" + complaint.trackingNumber());
        return typed.isBlank() ? problem : problem.keeping(typed);
    }

    private static int status(IllegalTransition.Why why) {
        return switch (why) {
            case NOT_YOUR_ROLE, ANOTHER_AGENCY, NOT_AN_APPROVER, OWN_COMPLETION -> 403;
            case WRONG_STATE,
                    TOO_LATE,
                    APPROVAL_NEEDED,
                    AWAITS_APPROVAL,
                    NOTHING_PROPOSED,
                    ALREADY_INVOLVED,
                    PARTS_OPEN,
                    PART,
                    ASK_LEAD -> 409;
            case UNKNOWN_CATEGORY,
                    WORDS_MISSING,
                    WORDS_TOO_LONG,
                    GIVEN_AWAY,
                    PROOF_MISSING,
                    FINDING_UNEXPLAINED,
                    WRONG_OUTCOME,
                    STARS_MISSING -> 422;
        };
    }
}
