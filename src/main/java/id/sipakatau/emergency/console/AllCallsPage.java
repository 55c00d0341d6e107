package id.sipakatau.emergency.console;

import id.sipakatau.city.City;
import id.sipakatau.emergency.AgencyCalls;
import id.sipakatau.identity.Roles;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** The calls of all agencies, for administrators to see; what is done about them is for the agencies. */
@Path("/admin/darurat")
@RolesAllowed(Roles.ADMINISTRATOR)
@RunOnVirtualThread
class AllCallsPage {

    @CheckedTemplate(basePath = "emergency")
    static class Templates {
        static native TemplateInstance all(CallCards.Board board, List<CallCards.Card> closed);

        static native TemplateInstance alarmAbove(CallCards.Board unseen);
    }

    private final AgencyCalls calls;
    private final CallCards cards;
    private final City city;

    AllCallsPage(AgencyCalls calls, CallCards cards, City city) {
        this.calls = calls;
        this.cards = cards;
        this.city = city;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show() {
        return Templates.all(cards.board(calls.open(null)), cards.of(calls.closed(null)));
    }

    /** The calls that not even the agency's heads have seen in time, for the alarm; empty if there are none. */
    @GET
    @Path("alarm")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance alarm() {
        var from = city.emergency().administratorsFrom();
        return Templates.alarmAbove(cards.board(calls.open(null).stream()
                .filter(call -> call.isUnseen() && call.level() >= from)
                .toList()));
    }

    /** All calls of a crowd, to be read. */
    @GET
    @Path("jaringan/{crowd}")
    public Response crowd(@RestPath UUID crowd) {
        var unseen = calls.crowd(crowd, null);
        return unseen.isEmpty()
                ? Response.seeOther(URI.create("/admin/darurat")).build()
                : Response.ok(
                                CrowdPage.Templates.crowd(
                                        CrowdPage.Shown.of(crowd, unseen, calls.heard(unseen), false)),
                                MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                        .build();
    }
}
