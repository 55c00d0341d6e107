package id.sipakatau.desk;

import id.sipakatau.city.City;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.evidence.Proofs;
import id.sipakatau.identity.Visitor;
import id.sipakatau.web.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;

/** The two answers to a completion that waits, by the person who is signed in; who may is for the complaint to say. */
@RequestScoped
public class Approval {

    private final StaffChanges changes;
    private final Approvers approvers;
    private final Proofs proofs;
    private final City city;
    private final Visitor visitor;
    private final Page page;
    private final Event<SentBack> sentBack;

    Approval(
            StaffChanges changes,
            Approvers approvers,
            Proofs proofs,
            City city,
            Visitor visitor,
            Page page,
            Event<SentBack> sentBack) {
        this.changes = changes;
        this.approvers = approvers;
        this.proofs = proofs;
        this.city = city;
        this.visitor = visitor;
        this.page = page;
        this.sentBack = sentBack;
    }

    /** The work is done, with the photos that wait. */
    public void approve(Complaint complaint, int version) {
        var actor = visitor.actor();
        var led = approvers.isLed(complaint);
        changes.change(
                complaint,
                version,
                "",
                (c, now) -> c.approve(actor, now, led, city),
                (transaction, c) -> proofs.accept(transaction, c.id(), proofs.waiting(transaction, c.id())));
        page.leaveNotice("desk_approved");
    }

    /** The agency works on; its photos stay with the case, and whoever proposed it is told, both or neither. */
    public void sendBack(Complaint complaint, int version, String reason) {
        var actor = visitor.actor();
        var led = approvers.isLed(complaint);
        var proposal = complaint.handling().proposal();
        changes.change(complaint, version, reason, (c, now) -> c.sendBack(actor, led, reason), (transaction, c) -> {
            if (proposal != null) {
                sentBack.fire(new SentBack(transaction, c, proposal.by(), actor, reason));
            }
        });
        page.leaveNotice("desk_returned");
    }
}
