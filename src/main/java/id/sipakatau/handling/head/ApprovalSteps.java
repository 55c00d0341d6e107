package id.sipakatau.handling.head;

import id.sipakatau.desk.Approval;
import id.sipakatau.handling.agency.OwnCases;
import id.sipakatau.identity.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import org.jboss.resteasy.reactive.RestForm;

/** What a head says to a completion that waits for approval. */
@Path("/operator/aduan/{number}")
@RolesAllowed(Roles.HEAD)
@RunOnVirtualThread
class ApprovalSteps {

    private final OwnCases cases;
    private final Approval approval;

    ApprovalSteps(OwnCases cases, Approval approval) {
        this.cases = cases;
        this.approval = approval;
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
        approval.sendBack(cases.find(number), version, reason);
        return toTheList();
    }

    private static Response toTheList() {
        return Response.seeOther(UriBuilder.fromPath("/operator/kepala").build())
                .build();
    }
}
