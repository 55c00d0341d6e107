package id.sipakatau.handling;

import id.sipakatau.city.City;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.desk.Involvement;
import id.sipakatau.desk.StaffChanges;
import id.sipakatau.evidence.Proofs;
import id.sipakatau.handling.agency.OwnCases;
import id.sipakatau.handling.field.FieldActs;
import id.sipakatau.identity.Roles;
import id.sipakatau.identity.Visitor;
import id.sipakatau.web.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The steps of an operator. Each is a resource of its own, taken by posting to it. */
@Path("/operator/aduan/{number}")
@RolesAllowed(Roles.OPERATOR)
@RunOnVirtualThread
class Steps {

    private final OwnCases cases;
    private final StaffChanges changes;
    private final Proofs proofs;
    private final Involvement involvement;
    private final FieldActs acts;
    private final City city;
    private final Visitor visitor;
    private final Page page;

    Steps(
            OwnCases cases,
            StaffChanges changes,
            Proofs proofs,
            Involvement involvement,
            FieldActs acts,
            City city,
            Visitor visitor,
            Page page) {
        this.cases = cases;
        this.changes = changes;
        this.proofs = proofs;
        this.involvement = involvement;
        this.acts = acts;
        this.city = city;
        this.visitor = visitor;
        this.page = page;
    }

    /**
     * @param kiriman id of the step and {@code petugas} its account, where a phone sends it that may send it again
     */
    @POST
    @Path("start")
    public Response start(
            String number,
            @RestForm int version,
            @RestForm @DefaultValue("") String words,
            @RestForm @Nullable String kiriman,
            @RestForm @Nullable String petugas) {
        var complaint = cases.find(number);
        var actor = visitor.actor();
        var after = acts.once(
                kiriman,
                petugas,
                complaint,
                beside -> changes.change(complaint, version, words, (c, now) -> c.start(actor, now, words), beside));
        return acts.taken(after, () -> backTo(complaint, "handling_started"));
    }

    /** Asks the reporter something; what is asked and answered the public never reads. */
    @POST
    @Path("question")
    public Response ask(String number, @RestForm int version, @RestForm @DefaultValue("") String words) {
        var complaint = cases.find(number);
        var actor = visitor.actor();
        changes.change(complaint, version, words, (c, now) -> c.ask(actor, now, words));
        return backTo(complaint, "handling_asked");
    }

    /** Asks the administrator whose it is; it stays on the board meanwhile. */
    @POST
    @Path("dispute")
    public Response dispute(String number, @RestForm int version, @RestForm @DefaultValue("") String reason) {
        var complaint = cases.find(number);
        var actor = visitor.actor();
        changes.change(complaint, version, reason, (c, now) -> c.dispute(actor, now, reason));
        return backTo(complaint, "handling_disputed");
    }

    /** Asks another agency to do its part, under one of its categories. */
    @POST
    @Path("involvement")
    public Response involve(
            String number,
            @RestForm int version,
            @RestForm @DefaultValue("") String category,
            @RestForm @DefaultValue("") String words) {
        var complaint = cases.find(number);
        involvement.involve(complaint, version, category, words);
        return to(complaint);
    }

    /** Does without the part of an agency that has not begun. */
    @POST
    @Path("part/{part}/recall")
    public Response recall(String number, String part, @RestForm int version) {
        var complaint = cases.find(number);
        involvement.recall(complaint, part, version);
        return to(complaint);
    }

    /** Takes back a completion that waits for approval. */
    @POST
    @Path("withdrawal")
    public Response withdraw(String number, @RestForm int version) {
        var complaint = cases.find(number);
        var actor = visitor.actor();
        changes.change(complaint, version, "", (c, now) -> c.withdraw(actor));
        return backTo(complaint, "handling_withdrawn");
    }

    /** Handing over sends the operator back to the board: the complaint is no longer theirs to see. */
    @POST
    @Path("handover")
    public Response handOver(
            String number,
            @RestForm int version,
            @RestForm @DefaultValue("") String category,
            @RestForm @DefaultValue("") String reason) {
        var complaint = cases.find(number);
        var actor = visitor.actor();
        changes.change(
                complaint,
                version,
                reason,
                (c, now) -> c.handOver(actor, now, category, reason, city),
                (transaction, c) -> proofs.removeAll(transaction, c.id()));
        page.leaveNotice("handling_handed_over");
        return Response.seeOther(UriBuilder.fromPath("/operator").build()).build();
    }

    private Response backTo(Complaint complaint, String notice) {
        page.leaveNotice(notice);
        return to(complaint);
    }

    private static Response to(Complaint complaint) {
        return Response.seeOther(UriBuilder.fromPath("/operator/aduan/{number}").build(complaint.trackingNumber()))
                .build();
    }
}
