package id.sipakatau.validation;

import id.sipakatau.city.City;
import id.sipakatau.city.Kind;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.DismissalReason;
import id.sipakatau.desk.Approval;
import id.sipakatau.desk.Involvement;
import id.sipakatau.desk.StaffChanges;
import id.sipakatau.evidence.Proofs;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;

/** What an administrator decides on a complaint. Each decision is a resource of its own, made by posting to it. */
@Path("/admin/aduan/{number}")
@RolesAllowed(Roles.ADMINISTRATOR)
@RunOnVirtualThread
class Decisions {

    private final StaffChanges changes;
    private final Approval approval;
    private final Proofs proofs;
    private final Involvement involvement;
    private final Queue queue;
    private final City city;
    private final Visitor visitor;
    private final Page page;

    Decisions(
            StaffChanges changes,
            Approval approval,
            Proofs proofs,
            Involvement involvement,
            Queue queue,
            City city,
            Visitor visitor,
            Page page) {
        this.changes = changes;
        this.approval = approval;
        this.proofs = proofs;
        this.involvement = involvement;
        this.queue = queue;
        this.city = city;
        this.visitor = visitor;
        this.page = page;
    }

    /**
     * Accepting is a positive act: it says that the complaint was looked at for what must not become public.
     *
     * @param involve categories of further agencies that are to do their part
     * @param asked what is asked of them
     */
    @POST
    @Path("acceptance")
    public Response accept(
            String number,
            @RestForm int version,
            @RestForm @DefaultValue("false") boolean checked,
            @RestForm List<String> involve,
            @RestForm @DefaultValue("") String asked) {
        if (!checked) {
            throw new Problem(422, "validation_unchecked");
        }
        var actor = visitor.actor();
        var steps = new ArrayList<Complaints.Step>();
        steps.add((complaint, now) -> complaint.accept(actor, now, city));
        involve.stream()
                .filter(category -> !category.isBlank())
                .forEach(category -> steps.add(involvement.step(category, asked)));
        return decided(number, version, asked, steps, "validation_accepted");
    }

    @POST
    @Path("dismissal")
    public Response dismiss(
            String number,
            @RestForm int version,
            @RestForm @DefaultValue("") String reason,
            @RestForm @DefaultValue("") String words) {
        var chosen = Arrays.stream(DismissalReason.values())
                .filter(each -> each.name().equals(reason))
                .findFirst()
                .orElseThrow(() -> new Problem(422, "validation_no_reason"));
        var actor = visitor.actor();
        return decided(
                number,
                version,
                words,
                (complaint, now) -> complaint.dismiss(actor, now, chosen, words),
                "validation_dismissed");
    }

    @POST
    @Path("merger")
    public Response merge(String number, @RestForm int version, @RestForm @DefaultValue("") String into) {
        var other = changes.find(into).orElseThrow(() -> new Problem(422, "validation_no_such_other"));
        var actor = visitor.actor();
        return decided(
                number, version, "", (complaint, now) -> complaint.merge(actor, now, other), "validation_merged");
    }

    /** @param kind empty to leave it as it is */
    @POST
    @Path("correction")
    public Response correct(
            String number,
            @RestForm int version,
            @RestForm @DefaultValue("") String kind,
            @RestForm @DefaultValue("") String category) {
        var chosen = Arrays.stream(Kind.values())
                .filter(each -> each.name().equals(kind))
                .findFirst();
        var actor = visitor.actor();
        return stays(
                number,
                version,
                (complaint, now) -> complaint.correct(
                        actor, now, chosen.orElse(complaint.subject().kind()), category, city),
                "validation_corrected");
    }

    /** Asks another agency to do its part of what was accepted. */
    @POST
    @Path("involvement")
    public Response involve(
            String number,
            @RestForm int version,
            @RestForm @DefaultValue("") String category,
            @RestForm @DefaultValue("") String words) {
        var complaint = find(number);
        involvement.involve(complaint, version, category, words);
        return to("/admin/aduan/{number}", complaint.trackingNumber().text());
    }

    /** Does without the part of an agency. */
    @POST
    @Path("part/{part}/recall")
    public Response recall(String number, String part, @RestForm int version) {
        var complaint = find(number);
        involvement.recall(complaint, part, version);
        return to("/admin/aduan/{number}", complaint.trackingNumber().text());
    }

    /** Says which agency is responsible where they disagree. */
    @POST
    @Path("custody")
    public Response settle(
            String number,
            @RestForm int version,
            @RestForm @DefaultValue("") String category,
            @RestForm @DefaultValue("") String reason) {
        var actor = visitor.actor();
        var complaint = find(number);
        changes.change(
                complaint,
                version,
                reason,
                (c, now) -> c.settle(actor, now, category, reason, city),
                without(complaint));
        page.leaveNotice("validation_settled");
        return to("/admin/sengketa");
    }

    /** Where an agency has nobody else who could. */
    @POST
    @Path("approval")
    public Response approve(String number, @RestForm int version) {
        approval.approve(find(number), version);
        return to("/admin/persetujuan");
    }

    @POST
    @Path("return")
    public Response sendBack(String number, @RestForm int version, @RestForm @DefaultValue("") String reason) {
        approval.sendBack(find(number), version, reason);
        return to("/admin/persetujuan");
    }

    @POST
    @Path("protection")
    public Response shield(
            String number,
            @RestForm int version,
            @RestForm @DefaultValue("false") boolean anonymous,
            @RestForm @DefaultValue("false") boolean confidential) {
        var actor = visitor.actor();
        return stays(
                number,
                version,
                (complaint, now) -> complaint.shield(actor, now, anonymous, confidential),
                "validation_shielded");
    }

    /** Decides and goes on to the next complaint that waits. */
    private Response decided(String number, int version, String typed, Complaints.Step step, String notice) {
        return decided(number, version, typed, List.of(step), notice);
    }

    private Response decided(String number, int version, String typed, List<Complaints.Step> steps, String notice) {
        var waiting = queue.pending();
        var complaint = find(number);
        changes.change(complaint, version, typed, steps);
        page.leaveNotice(notice);
        return queue.next(waiting, complaint.trackingNumber().text())
                .map(next -> to("/admin/aduan/{number}", next))
                .orElseGet(() -> to("/admin"));
    }

    private Response stays(String number, int version, Complaints.Step step, String notice) {
        var complaint = find(number);
        changes.change(complaint, version, "", step, without(complaint));
        page.leaveNotice(notice);
        return to("/admin/aduan/{number}", complaint.trackingNumber().text());
    }

    /** Where another agency gets it, without the proofs of what the one before did. */
    private Complaints.Beside without(Complaint before) {
        return (transaction, after) -> {
            if (!after.subject().agency().equals(before.subject().agency())) {
                proofs.removeAll(transaction, after.id());
            }
        };
    }

    private Complaint find(String number) {
        return changes.find(number).orElseThrow(() -> new Problem(404, "validation_no_such_complaint"));
    }

    private static Response to(String path, Object... values) {
        return Response.seeOther(UriBuilder.fromPath(path).build(values)).build();
    }
}
