package id.sipakatau.alerting.following;

import id.sipakatau.alerting.letters.LetterLinks;
import id.sipakatau.alerting.letters.Names;
import id.sipakatau.alerting.subscription.Subscriptions;
import id.sipakatau.web.Page;
import id.sipakatau.web.Problem;
import id.sipakatau.web.SecretPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestPath;

/**
 * Where the link in a letter leads: to say yes, or to stop. Opening it changes nothing, since mail programs open links
 * by themselves; a POST to it stops, which is the one click of RFC 8058.
 */
@Path("/kabar/{token}")
@PermitAll
@SecretPage
@RunOnVirtualThread
class LetterPages {

    @CheckedTemplate(basePath = "alerting")
    static class Templates {
        static native TemplateInstance link(String token, String name, boolean filter, boolean confirmed);

        static native TemplateInstance ended();
    }

    private final LetterLinks links;
    private final Subscriptions subscriptions;
    private final Names names;
    private final Page page;

    LetterPages(LetterLinks links, Subscriptions subscriptions, Names names, Page page) {
        this.links = links;
        this.subscriptions = subscriptions;
        this.names = names;
        this.page = page;
    }

    @GET
    public TemplateInstance show(@RestPath String token) {
        var subscription =
                links.subscription(token).flatMap(subscriptions::find).orElseThrow(LetterPages::unknown);
        var name = names.of(subscription.followed(), page.locale()).orElseThrow(LetterPages::unknown);
        return Templates.link(token, name, subscription.complaintId() == null, subscription.isConfirmed());
    }

    @POST
    public TemplateInstance stop(@RestPath String token) {
        subscriptions.end(links.subscription(token).orElseThrow(LetterPages::unknown));
        return Templates.ended();
    }

    @POST
    @Path("setuju")
    public Response confirm(@RestPath String token) {
        subscriptions.confirm(links.subscription(token).orElseThrow(LetterPages::unknown));
        page.leaveNotice("alerts_confirmed");
        return Response.seeOther(URI.create("/kabar/" + token)).build();
    }

    private static Problem unknown() {
        return new Problem(404, "alerts_unknown");
    }
}
