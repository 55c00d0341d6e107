package id.sipakatau.handling.head;

import id.sipakatau.complaint.Complaint;
import id.sipakatau.desk.Approval;
import id.sipakatau.handling.agency.OwnCases;
import id.sipakatau.handling.notes.Notes;
import id.sipakatau.identity.Roles;
import id.sipakatau.identity.Staff;
import id.sipakatau.identity.Visitor;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jdbi.v3.core.Jdbi;

/** What a head says to a completion that waits for approval. */
@Path("/operator/aduan/{number}")
@RolesAllowed(Roles.HEAD)
@RunOnVirtualThread
class ApprovalSteps {

    private final OwnCases cases;
    private final Approval approval;
    private final Notes notes;
    private final Staff staff;
    private final Visitor visitor;
    private final Jdbi jdbi;

    ApprovalSteps(OwnCases cases, Approval approval, Notes notes, Staff staff, Visitor visitor, Jdbi jdbi) {
        this.cases = cases;
        this.approval = approval;
        this.notes = notes;
        this.staff = staff;
        this.visitor = visitor;
        this.jdbi = jdbi;
    }

    @POST
    @Path("approval")
    public Response approve(String number, @RestForm int version) {
        approval.approve(cases.find(number), version);
        return toTheList();
    }

    @POST
    @Path("return")
    public Response sendBack(String number, @RestForm int version, @RestForm @DefaultValue("") String reason) {
        var complaint = cases.find(number);
        var proposal = complaint.handling().proposal();
        approval.sendBack(complaint, version, reason);
        if (proposal != null) {
            call(complaint, proposal.by(), reason);
        }
        return toTheList();
    }

    /** A note calls whoever proposed it, so that they need not find out by themselves. */
    private void call(Complaint complaint, UUID proposer, String reason) {
        jdbi.withHandle(handle -> staff.find(handle, proposer)).ifPresent(person -> {
            var words = "@" + person.username() + " " + reason.strip();
            var fitting = words.substring(0, Math.min(words.length(), Notes.LONGEST));
            notes.write(complaint.id(), cases.agency(), visitor.actor(), fitting);
        });
    }

    private static Response toTheList() {
        return Response.seeOther(UriBuilder.fromPath("/operator/kepala").build())
                .build();
    }
}
