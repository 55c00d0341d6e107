package id.sipakatau.intake.follow;

import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.Headline;
import id.sipakatau.identity.AccountComplaints;
import id.sipakatau.identity.Citizen;
import id.sipakatau.identity.CitizensOnly;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** A citizen's own complaints, on whichever device they are signed in. */
@Path("/akun")
@PermitAll
@CitizensOnly
class OwnComplaintsPage {

    @CheckedTemplate(basePath = "intake")
    static class Templates {
        static native TemplateInstance akun(List<Own> complaints);
    }

    /**
     * A complaint in the list.
     *
     * @param state as on the phone's own list
     * @param mark style of the state
     */
    record Own(String number, String headline, Instant receivedAt, String state, String mark, String secret) {}

    private final AccountComplaints lists;
    private final Complaints complaints;
    private final Citizen citizen;
    private final Jdbi jdbi;

    OwnComplaintsPage(AccountComplaints lists, Complaints complaints, Citizen citizen, Jdbi jdbi) {
        this.lists = lists;
        this.complaints = complaints;
        this.citizen = citizen;
        this.jdbi = jdbi;
    }

    @GET
    @RunOnVirtualThread
    public TemplateInstance list() {
        var account = citizen.account().orElseThrow();
        var ids = jdbi.withHandle(handle -> lists.of(handle, account)).stream()
                .map(AccountComplaints.Kept::complaintId)
                .toList();
        return Templates.akun(complaints.all(ids).stream().map(this::own).toList());
    }

    private Own own(Complaint complaint) {
        var state = FollowPage.state(complaint);
        return new Own(
                complaint.trackingNumber().text(),
                Headline.of(complaint.description()),
                complaint.receivedAt(),
                state,
                mark(state),
                complaints.secretOf(complaint.id()).text());
    }

    private static String mark(String state) {
        return switch (state) {
            case "sedang", "telah" -> state;
            case "ditolak" -> "bad";
            default -> "belum";
        };
    }
}
