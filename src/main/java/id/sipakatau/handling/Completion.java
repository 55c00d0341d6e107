package id.sipakatau.handling;

import id.sipakatau.city.City;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Outcome;
import id.sipakatau.complaint.Progress;
import id.sipakatau.complaint.Proof;
import id.sipakatau.desk.StaffChanges;
import id.sipakatau.evidence.Finding;
import id.sipakatau.evidence.Photo;
import id.sipakatau.evidence.PhotoVault;
import id.sipakatau.evidence.PhotoVault.Intake;
import id.sipakatau.evidence.PreparedPhoto;
import id.sipakatau.evidence.Proofs;
import id.sipakatau.handling.CasePage.Entered;
import id.sipakatau.handling.agency.OwnCases;
import id.sipakatau.handling.field.FieldActs;
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
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The end of the work. Photos that are sent stay with the case at once, with what was found about them; the work is finished
 * with those that are there then, or proposed with them where somebody else has to approve. Whatever is refused, photos and
 * words stay.
 */
@Path("/operator/aduan/{number}")
@RolesAllowed(Roles.OPERATOR)
@RunOnVirtualThread
class Completion {

    private static final int MOST_PHOTOS = 4;

    private final OwnCases cases;
    private final StaffChanges changes;
    private final CasePage casePage;
    private final PhotoVault vault;
    private final Proofs proofs;
    private final FieldActs acts;
    private final Jdbi jdbi;
    private final City city;
    private final Visitor visitor;
    private final Page page;

    Completion(
            OwnCases cases,
            StaffChanges changes,
            CasePage casePage,
            PhotoVault vault,
            Proofs proofs,
            FieldActs acts,
            Jdbi jdbi,
            City city,
            Visitor visitor,
            Page page) {
        this.cases = cases;
        this.changes = changes;
        this.casePage = casePage;
        this.vault = vault;
        this.proofs = proofs;
        this.acts = acts;
        this.jdbi = jdbi;
        this.city = city;
        this.visitor = visitor;
        this.page = page;
    }

    /** What the form to finish sends, whichever of its buttons was pressed. */
    static class Form {
        @RestForm
        int version;

        @RestForm
        @DefaultValue("")
        String outcome = "";

        @RestForm
        @DefaultValue("")
        String words = "";

        @RestForm
        @DefaultValue("")
        String findingReason = "";

        /** Id of the step and its account, where a phone sends it that may send it again. */
        @RestForm
        @Nullable
        String kiriman;

        @RestForm
        @Nullable
        String petugas;

        /** Taken with the camera of the page, or where there is none with that of the phone. */
        @RestForm("camera")
        List<FileUpload> taken = List.of();

        /** Chosen from what was there. */
        @RestForm("photos")
        List<FileUpload> chosen = List.of();

        Entered entered() {
            return new Entered(outcome, words, findingReason);
        }
    }

    /** Puts photos to the case without finishing, so that what was found about them can be seen before. */
    @POST
    @Path("proof")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response add(String number, Form form) {
        var complaint = cases.find(number);
        acts.checkOwner(form.petugas);
        if (acts.isLater()) {
            return addLater(complaint, form);
        }
        var error = keep(complaint, form);
        return page(error == null ? 200 : 422, complaint, form, error);
    }

    /** A photo belongs to the work, not to what the page said when it was taken; the same file sent again is there once. */
    private Response addLater(Complaint complaint, Form form) {
        if (complaint.handling().progress() != Progress.IN_PROGRESS) {
            throw new Problem(409, "desk_refused_WRONG_STATE");
        }
        form.version = complaint.version();
        var error = keep(complaint, form);
        return error == null
                ? acts.taken(complaint.version(), () -> page(200, complaint, form, null))
                : acts.missing(error);
    }

    @POST
    @Path("proof/{photo}/removal")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response remove(String number, UUID photo, Form form) {
        var complaint = cases.find(number);
        if (complaint.handling().proposal() != null) {
            throw new Problem(409, "desk_refused_AWAITS_APPROVAL")
                    .back("/operator/aduan/" + complaint.trackingNumber());
        }
        jdbi.useTransaction(transaction -> {
            if (!hold(transaction, complaint)) {
                throw new Problem(409, "desk_refused_WRONG_STATE")
                        .back("/operator/aduan/" + complaint.trackingNumber());
            }
            proofs.remove(transaction, complaint.id(), photo);
        });
        return page(200, complaint, form, null);
    }

    @POST
    @Path("completion")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response finish(String number, Form form) {
        var complaint = cases.find(number);
        acts.checkOwner(form.petugas);
        var error = keep(complaint, form);
        if (error != null) {
            return page(422, complaint, form, error);
        }
        var outcome = Arrays.stream(Outcome.values())
                .filter(each -> each.name().equals(form.outcome))
                .findFirst();
        if (outcome.isEmpty()) {
            return page(422, complaint, form, page.text("handling_no_outcome"));
        }
        var shown = jdbi.withHandle(handle -> proofs.waiting(handle, complaint.id()));
        var proof = Proof.of(shown.size(), codes(shown), form.findingReason);
        var actor = visitor.actor();
        int after;
        var proposes = complaint.needsApproval(city);
        try {
            after = acts.once(
                    form.kiriman,
                    form.petugas,
                    complaint,
                    beside -> changes.change(
                            complaint,
                            form.version,
                            form.words,
                            (c, now) -> proposes
                                    ? c.propose(actor, now, outcome.get(), form.words, proof, city)
                                    : c.finish(actor, now, outcome.get(), form.words, proof, city),
                            (transaction, c) -> {
                                requireSame(transaction, c, shown);
                                if (!proposes) {
                                    proofs.accept(transaction, c.id(), shown);
                                }
                                beside.store(transaction, c);
                            }));
        } catch (Problem refused) {
            if (refused.status() == 422) {
                return page(422, complaint, form, page.text(refused.key()));
            }
            throw refused;
        }
        return acts.taken(after, () -> finished(complaint, proposes));
    }

    private Response finished(Complaint complaint, boolean proposed) {
        page.leaveNotice(proposed ? "handling_proposed" : "handling_finished");
        return Response.seeOther(UriBuilder.fromPath("/operator/aduan/{number}").build(complaint.trackingNumber()))
                .build();
    }

    /** What is proposed or done was judged by its photos: a colleague may have taken one away meanwhile. */
    private void requireSame(Handle transaction, Complaint complaint, List<Photo> shown) {
        var ids = proofs.waiting(transaction, complaint.id()).stream()
                .map(Photo::id)
                .toList();
        if (!ids.equals(shown.stream().map(Photo::id).toList())) {
            throw new Problem(409, "handling_photos_changed").back("/operator/aduan/" + complaint.trackingNumber());
        }
    }

    private List<String> codes(Collection<Photo> photos) {
        return jdbi.withHandle(handle -> proofs.findings(handle, photos)).values().stream()
                .flatMap(List::stream)
                .map(Finding::code)
                .map(Finding.Code::name)
                .toList();
    }

    /** Keeps the photos that can be taken, and says in words why one can't; a case that is not at work keeps none. */
    private @Nullable String keep(Complaint complaint, Form form) {
        if (complaint.handling().progress() != Progress.IN_PROGRESS
                || complaint.handling().proposal() != null
                || complaint.version() != form.version) {
            return null;
        }
        var prepared = new ArrayList<PreparedPhoto>();
        var refused = prepare(form.taken, Photo.Source.CAMERA, prepared);
        var alsoRefused = prepare(form.chosen, Photo.Source.GALLERY, prepared);
        var place = complaint.place();
        var expected = new Proofs.Expected(place.position(), place.accuracyMetres(), complaint.needsProof(city));
        boolean room = jdbi.inTransaction(transaction -> {
            if (!hold(transaction, complaint)) {
                return true;
            }
            for (var photo : prepared) {
                if (proofs.waiting(transaction, complaint.id()).size() >= MOST_PHOTOS) {
                    return false;
                }
                proofs.add(transaction, complaint.id(), photo, expected);
            }
            return true;
        });
        if (refused != null || alsoRefused != null) {
            return refused == null ? alsoRefused : refused;
        }
        return room ? null : page.text("handling_photos_hint");
    }

    /** Lets nobody change the case before the transaction ends; false if somebody has done so since it was read. */
    private static boolean hold(Handle transaction, Complaint complaint) {
        return transaction
                .createQuery("SELECT id FROM agency_complaint WHERE id = :id AND version = :version FOR NO KEY UPDATE")
                .bind("id", complaint.id()) // index complaint_pkey
                .bind("version", complaint.version())
                .mapTo(UUID.class)
                .findOne()
                .isPresent();
    }

    private @Nullable String prepare(List<FileUpload> uploads, Photo.Source source, List<PreparedPhoto> prepared) {
        String refused = null;
        for (var upload : uploads.stream()
                .filter(each -> each.size() > 0)
                .limit(MOST_PHOTOS)
                .toList()) {
            switch (vault.prepare(upload.uploadedFile(), source, city.zone())) {
                case Intake.Kept(var photo) -> prepared.add(photo);
                case Intake.Refused(var reason) -> refused = page.text(reason.key());
            }
        }
        return refused;
    }

    private Response page(int status, Complaint complaint, Form form, @Nullable String error) {
        if (error != null && acts.isLater()) {
            return acts.missing(error);
        }
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(casePage.show(complaint, form.entered(), error))
                .build();
    }
}
