package id.sipakatau.desk;

import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.evidence.Finding;
import id.sipakatau.identity.StaffRole;
import id.sipakatau.identity.Visitor;
import id.sipakatau.web.Page;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was found about proofs, in words for the member of staff who is signed in. Of another complaint an administrator is
 * told the number, an operator only if it is with the own agency or public.
 */
@RequestScoped
class Remarks {

    private final Complaints complaints;
    private final Visitor visitor;
    private final Page page;

    Remarks(Complaints complaints, Visitor visitor, Page page) {
        this.complaints = complaints;
        this.visitor = visitor;
        this.page = page;
    }

    List<Sheet.Remark> of(List<Finding> findings, Complaint complaint) {
        return findings.stream().map(finding -> remark(finding, complaint)).toList();
    }

    private Sheet.Remark remark(Finding finding, Complaint complaint) {
        // To who works on a part the photos of the whole are those of the own complaint.
        var own = complaint.reported().equals(finding.otherComplaint()) ? complaint.reported() : complaint.id();
        var other = Optional.ofNullable(finding.otherComplaint())
                .filter(id -> !id.equals(own))
                .flatMap(complaints::find);
        var address = other.map(this::page).orElse(null);
        var number = address == null
                ? null
                : other.map(found -> found.trackingNumber().text()).orElse(null);
        return new Sheet.Remark(finding.words(page, own, number), address);
    }

    /** Where this person can open it; empty if it is nothing they may know of. */
    @Nullable
    String page(Complaint other) {
        var person = visitor.staff();
        if (person.role() == StaffRole.ADMINISTRATOR
                || (person.agency() != null && other.isHandledBy(person.agency()))) {
            return person.role().home() + "/aduan/" + other.trackingNumber();
        }
        return other.publishedAt() == null ? null : "/aduan/" + other.trackingNumber();
    }
}
