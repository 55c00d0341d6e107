package id.sipakatau.handling;

import id.sipakatau.city.City;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Outcome;
import id.sipakatau.desk.StaffChanges;
import id.sipakatau.evidence.Photo;
import id.sipakatau.evidence.PhotoVault;
import id.sipakatau.evidence.PhotoVault.Intake;
import id.sipakatau.evidence.PreparedPhoto;
import id.sipakatau.identity.Roles;
import id.sipakatau.identity.Visitor;
import id.sipakatau.web.Page;
import id.sipakatau.web.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The steps of an operator. Each is a resource of its own, taken by posting to it. */
@Path("/operator/aduan/{number}")
@RolesAllowed(Roles.OPERATOR)
@RunOnVirtualThread
class Steps {

    private static final int MOST_PHOTOS = 4;

    private final OwnCases cases;
    private final StaffChanges changes;
    private final CasePage casePage;
    private final PhotoVault vault;
    private final City city;
    private final Visitor visitor;
    private final Page page;

    Steps(
            OwnCases cases,
            StaffChanges changes,
            CasePage casePage,
            PhotoVault vault,
            City city,
            Visitor visitor,
            Page page) {
        this.cases = cases;
        this.changes = changes;
        this.casePage = casePage;
        this.vault = vault;
        this.city = city;
        this.visitor = visitor;
        this.page = page;
    }

    @POST
    @Path("start")
    public Response start(String number, @RestForm int version, @RestForm @DefaultValue("") String words) {
        var complaint = cases.find(number);
        var actor = visitor.actor();
        changes.change(complaint, version, words, (c, now) -> c.start(actor, now, words));
        return backTo(complaint, "handling_started");
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

    /** A photo that can't be taken sends the form back with everything that was typed. */
    @POST
    @Path("completion")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response finish(
            String number,
            @RestForm int version,
            @RestForm @DefaultValue("") String outcome,
            @RestForm @DefaultValue("") String words,
            @RestForm("photos") List<FileUpload> uploads) {
        var complaint = cases.find(number);
        var entered = new CasePage.Entered(outcome, words);
        var chosen = Arrays.stream(Outcome.values())
                .filter(each -> each.name().equals(outcome))
                .findFirst();
        if (chosen.isEmpty()) {
            return again(complaint, entered, page.text("handling_no_outcome"));
        }
        var photos = new ArrayList<PreparedPhoto>();
        for (var upload : uploads.stream()
                .filter(each -> each.size() > 0)
                .limit(MOST_PHOTOS)
                .toList()) {
            switch (vault.prepare(upload.uploadedFile(), Photo.Source.UNKNOWN, city.zone())) {
                case Intake.Kept(var photo) -> photos.add(photo);
                case Intake.Refused(var reason) -> {
                    return again(complaint, entered, page.text(reason.key()));
                }
            }
        }
        var actor = visitor.actor();
        try {
            changes.change(
                    complaint,
                    version,
                    words,
                    (c, now) -> c.finish(actor, now, chosen.get(), words, photos.size(), city),
                    (transaction, c) -> {
                        for (int i = 0; i < photos.size(); i++) {
                            vault.attach(transaction, c.id(), Photo.Role.COMPLETION, i, photos.get(i));
                        }
                    });
        } catch (Problem refused) {
            if (refused.status() == 422) {
                return again(complaint, entered, page.text(refused.key()));
            }
            throw refused;
        }
        return backTo(complaint, "handling_finished");
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
        changes.change(complaint, version, reason, (c, now) -> c.handOver(actor, now, category, reason, city));
        page.leaveNotice("handling_handed_over");
        return Response.seeOther(UriBuilder.fromPath("/operator").build()).build();
    }

    private Response backTo(Complaint complaint, String notice) {
        page.leaveNotice(notice);
        return Response.seeOther(UriBuilder.fromPath("/operator/aduan/{number}").build(complaint.trackingNumber()))
                .build();
    }

    private Response again(Complaint complaint, CasePage.Entered entered, String error) {
        return Response.status(422)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(casePage.show(complaint, entered, error))
                .build();
    }
}
