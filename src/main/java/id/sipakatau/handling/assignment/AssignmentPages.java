package id.sipakatau.handling.assignment;

import id.sipakatau.handling.agency.OwnCases;
import id.sipakatau.identity.Roles;
import id.sipakatau.identity.Visitor;
import id.sipakatau.web.Page;
import id.sipakatau.web.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Gives one case to a person or a team. */
@Path("/operator/aduan/{number}/assignment")
@RolesAllowed(Roles.OPERATOR)
@RunOnVirtualThread
class AssignmentPages {

    private final OwnCases own;
    private final Assignments assignments;
    private final Visitor visitor;
    private final Page page;

    AssignmentPages(OwnCases own, Assignments assignments, Visitor visitor, Page page) {
        this.own = own;
        this.assignments = assignments;
        this.visitor = visitor;
        this.page = page;
    }

    /**
     * @param version of the assignment that was seen
     * @param kepada whom, as {@link Assignee#value} writes it
     */
    @POST
    public Response assign(@RestPath String number, @RestForm int version, @RestForm @DefaultValue("") String kepada) {
        var complaint = own.find(number);
        var address = UriBuilder.fromPath("/operator/aduan/{number}").build(complaint.trackingNumber());
        var to = Assignee.parse(kepada)
                .orElseThrow(() -> new Problem(422, "handling_assign_NO_SUCH_ASSIGNEE").back(address.toString()));
        var refusal = assignments.assign(complaint.id(), version, to, visitor.actor());
        if (refusal != null) {
            throw new Problem(refusal == Assignments.Refusal.NO_SUCH_ASSIGNEE ? 422 : 409, "handling_assign_" + refusal)
                    .back(address.toString());
        }
        page.leaveNotice("handling_assigned");
        return Response.seeOther(address).build();
    }
}
