package id.sipakatau.emergency.console;

import id.sipakatau.emergency.AgencyCalls;
import id.sipakatau.emergency.CallStep;
import id.sipakatau.emergency.EmergencyCall;
import id.sipakatau.emergency.IllegalStep;
import id.sipakatau.identity.Roles;
import id.sipakatau.identity.Visitor;
import id.sipakatau.web.Page;
import id.sipakatau.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** The calls of the operator's own agency, and what is done about them. One of another agency answers as none. */
@Path("/operator/darurat")
@RolesAllowed(Roles.OPERATOR)
@RunOnVirtualThread
class ConsolePage {

    static final String HERE = "/operator/darurat";

    @CheckedTemplate(basePath = "emergency")
    static class Templates {
        static native TemplateInstance console(String agency, CallCards.Board board, List<CallCards.Card> closed);

        static native TemplateInstance cards(CallCards.Board board);

        static native TemplateInstance alarm(CallCards.Board unseen);
    }

    private final AgencyCalls calls;
    private final CallCards cards;
    private final Visitor visitor;
    private final Page page;

    ConsolePage(AgencyCalls calls, CallCards cards, Visitor visitor, Page page) {
        this.calls = calls;
        this.cards = cards;
        this.visitor = visitor;
        this.page = page;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show() {
        return Templates.console(agency(), cards.board(calls.open(agency())), cards.of(calls.closed(agency())));
    }

    /** The open calls alone, for when something changed. */
    @GET
    @Path("terbuka")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance open() {
        return Templates.cards(cards.board(calls.open(agency())));
    }

    /** The calls that nobody has seen yet, for the alarm; empty if there are none. */
    @GET
    @Path("alarm")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance alarm() {
        return Templates.alarm(cards.board(
                calls.open(agency()).stream().filter(EmergencyCall::isUnseen).toList()));
    }

    @POST
    @Path("{number}/dilihat")
    public Response see(@RestPath String number) {
        return step(number, new CallStep.See(), "");
    }

    @POST
    @Path("{number}/dikirim")
    public Response dispatch(@RestPath String number, @RestForm @DefaultValue("") String unit) {
        return step(number, new CallStep.Dispatch(unit), unit);
    }

    @POST
    @Path("{number}/tiba")
    public Response arrive(@RestPath String number) {
        return step(number, new CallStep.Arrive(), "");
    }

    @POST
    @Path("{number}/selesai")
    public Response close(@RestPath String number, @RestForm @DefaultValue("") String words) {
        return step(number, new CallStep.Close(words), words);
    }

    @POST
    @Path("{number}/palsu")
    public Response falseAlarm(@RestPath String number, @RestForm @DefaultValue("") String reason) {
        return step(number, new CallStep.FalseAlarm(reason), reason);
    }

    private Response step(String number, CallStep step, String typed) {
        var call = calls.find(number, agency()).orElseThrow(() -> new Problem(404, "emergency_not_ours").back(HERE));
        try {
            calls.step(call.complaintId(), visitor.actor(), step);
        } catch (IllegalStep refused) {
            var status = refused.why() == IllegalStep.Why.WRONG_STATE ? 409 : 422;
            var problem = new Problem(status, "emergency_refused_" + refused.why()).back(HERE);
            throw typed.isBlank() ? problem : problem.keeping(typed);
        }
        page.leaveNotice("emergency_noted");
        return Response.seeOther(URI.create(HERE)).build();
    }

    private String agency() {
        return Objects.requireNonNull(visitor.staff().agency());
    }
}
