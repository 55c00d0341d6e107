package id.sipakatau.intake.follow;

import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.FollowSecret;
import id.sipakatau.identity.AccountComplaints;
import id.sipakatau.identity.Citizen;
import id.sipakatau.identity.CitizensOnly;
import id.sipakatau.web.Page;
import id.sipakatau.web.Problem;
import id.sipakatau.web.SecretPage;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jdbi.v3.core.Jdbi;

/** Puts a complaint into the list of a citizen who holds its secret link, and takes it out again. */
@Path("/ikuti/{secret}/akun")
@PermitAll
@CitizensOnly
@SecretPage
@RunOnVirtualThread
class KeepPage {

    private final Complaints complaints;
    private final AccountComplaints lists;
    private final Citizen citizen;
    private final Jdbi jdbi;
    private final Page page;

    KeepPage(Complaints complaints, AccountComplaints lists, Citizen citizen, Jdbi jdbi, Page page) {
        this.complaints = complaints;
        this.lists = lists;
        this.citizen = citizen;
        this.jdbi = jdbi;
        this.page = page;
    }

    @POST
    public Response keep(@RestPath String secret) {
        var complaint = complaint(secret);
        jdbi.useTransaction(transaction -> lists.keep(transaction, account(), complaint.id()));
        return back(secret, "simpan_kept");
    }

    @POST
    @Path("lepas")
    public Response release(@RestPath String secret) {
        var complaint = complaint(secret);
        jdbi.useTransaction(transaction -> lists.release(transaction, account(), complaint.id()));
        return back(secret, "simpan_released");
    }

    private Response back(String secret, String notice) {
        page.leaveNotice(notice);
        return Response.seeOther(URI.create("/ikuti/" + secret)).build();
    }

    private Complaint complaint(String secret) {
        return FollowSecret.parse(secret)
                .flatMap(complaints::find)
                .orElseThrow(() -> new Problem(404, "ikuti_unknown"));
    }

    private UUID account() {
        return citizen.account().orElseThrow();
    }
}
