package id.sipakatau.alerting.following;

import id.sipakatau.alerting.push.PushServices;
import id.sipakatau.alerting.subscription.Subscriptions;
import id.sipakatau.web.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A browser got another address at its push service and wants its messages there; sent by {@code js/worker/push.js} while no
 * page is open, so nobody is signed in. Whoever knows the old address together with the old secret, which never leave the
 * browser except to this program, is the browser. Everybody gets the same answer, so that nothing can be found out here.
 */
@Path("/dorong/ganti")
@PermitAll
@RunOnVirtualThread
class ReplacedBrowser {

    /** What the browser had and what it has, each as {@code PushSubscription.toJSON()}. */
    record Replacement(
            @Nullable SentBrowser before, @Nullable SentBrowser after) {}

    private final Subscriptions subscriptions;
    private final PushServices services;

    ReplacedBrowser(Subscriptions subscriptions, PushServices services) {
        this.subscriptions = subscriptions;
        this.services = services;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response replace(@Nullable Replacement replacement) {
        var before = Optional.ofNullable(replacement).map(Replacement::before).flatMap(sent -> sent.read(services));
        var after = Optional.ofNullable(replacement).map(Replacement::after).flatMap(sent -> sent.read(services));
        if (before.isEmpty() || after.isEmpty()) {
            throw new Problem(422, "alerts_push_unknown");
        }
        subscriptions.replace(before.get(), after.get());
        return Response.noContent().build();
    }
}
