package id.sipakatau.identity.signin;

import id.sipakatau.identity.PasswordHash;
import id.sipakatau.identity.Passwords;
import id.sipakatau.identity.SecretToken;
import id.sipakatau.web.Page;
import id.sipakatau.web.Problem;
import id.sipakatau.web.SecretPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Where a one-time link leads: choose a password, and be signed in. */
@Path("/undangan/{token}")
@PermitAll
@SecretPage
@RunOnVirtualThread
class InvitationPages {

    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance invitation(Invitations.Invited person, Map<String, String> errors);
    }

    private final Jdbi jdbi;
    private final Invitations invitations;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Page page;
    private final RoutingContext request;

    InvitationPages(
            Jdbi jdbi,
            Invitations invitations,
            Passwords passwords,
            Sessions sessions,
            SessionCookie cookie,
            Page page,
            RoutingContext request) {
        this.jdbi = jdbi;
        this.invitations = invitations;
        this.passwords = passwords;
        this.sessions = sessions;
        this.cookie = cookie;
        this.page = page;
        this.request = request;
    }

    /** Uses nothing up: chat programs and mail filters open links to look at them. */
    @GET
    public TemplateInstance form(@RestPath String token) {
        return Templates.invitation(invited(secret(token)), Map.of());
    }

    @POST
    public Response accept(
            @RestPath String token, @RestForm @Nullable String password, @RestForm @Nullable String again) {
        var secret = secret(token);
        var person = invited(secret);
        var chosen = ChosenPassword.of(password, again);
        var faults = chosen.faults(passwords, person.username(), page);
        if (!faults.isEmpty()) {
            return Response.status(422)
                    .entity(Templates.invitation(person, faults))
                    .build();
        }
        enter(secret, passwords.hash(chosen.password()));
        page.leaveNotice("invitation_done");
        return Response.seeOther(URI.create(person.role().home())).build();
    }

    private void enter(SecretToken secret, PasswordHash password) {
        Optional<SecretToken> session = jdbi.inTransaction(transaction -> invitations
                .accept(transaction, secret, password)
                .map(person -> sessions.open(transaction, person.account(), Device.of(request))));
        cookie.give(request, session.orElseThrow(InvitationPages::gone));
    }

    private static SecretToken secret(String token) {
        return SecretToken.parse(token).orElseThrow(InvitationPages::gone);
    }

    private Invitations.Invited invited(SecretToken secret) {
        return jdbi.withHandle(handle -> invitations.find(handle, secret)).orElseThrow(InvitationPages::gone);
    }

    private static Problem gone() {
        return new Problem(410, "invitation_gone");
    }
}
