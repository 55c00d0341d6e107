package id.sipakatau.identity.citizen;

import id.sipakatau.identity.Citizen;
import id.sipakatau.web.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jdbi.v3.core.Jdbi;

/** Signing out, in this browser or in all of them. Harmless where nobody is signed in. */
@Path("/akun/keluar")
@PermitAll
@RunOnVirtualThread
class LeavePages {

    private final AccountSessions sessions;
    private final Citizen citizen;
    private final Jdbi jdbi;
    private final Page page;
    private final RoutingContext request;

    LeavePages(AccountSessions sessions, Citizen citizen, Jdbi jdbi, Page page, RoutingContext request) {
        this.sessions = sessions;
        this.citizen = citizen;
        this.jdbi = jdbi;
        this.page = page;
        this.request = request;
    }

    @POST
    public Response here() {
        AccountCookie.SESSION.read(request).ifPresent(sessions::end);
        return gone("akun_left");
    }

    @POST
    @Path("semua")
    public Response everywhere() {
        citizen.account()
                .ifPresent(account -> jdbi.useTransaction(transaction -> sessions.endAll(transaction, account)));
        return gone("akun_left_everywhere");
    }

    private Response gone(String notice) {
        AccountCookie.SESSION.takeAway(request);
        page.leaveNotice(notice);
        return Response.seeOther(URI.create("/saya")).build();
    }
}
