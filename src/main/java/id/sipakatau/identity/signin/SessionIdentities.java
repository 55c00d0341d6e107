package id.sipakatau.identity.signin;

import id.sipakatau.identity.Roles;
import id.sipakatau.identity.SecretToken;
import id.sipakatau.identity.SignedIn;
import id.sipakatau.web.Page;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Tells Quarkus who holds the secret of a session, on a thread that may wait for the database. */
@ApplicationScoped
class SessionIdentities implements IdentityProvider<SessionIdentities.Presented> {

    /** A session's secret, as a request presents it. */
    static final class Presented extends BaseAuthenticationRequest {
        private final SecretToken token;

        Presented(SecretToken token) {
            this.token = token;
        }
    }

    private final Sessions sessions;

    SessionIdentities(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Class<Presented> getRequestType() {
        return Presented.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(Presented request, AuthenticationRequestContext context) {
        var remembered = sessions.remembered(request.token);
        return remembered != null
                ? Uni.createFrom().item(() -> identity(remembered))
                : context.runBlocking(() -> identity(sessions.holder(request.token)));
    }

    private static SecurityIdentity identity(Optional<SignedIn> holder) {
        var person = holder.orElseThrow(AuthenticationFailedException::new);
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(person.username()))
                .addRole(person.role().id())
                .addAttribute(SignedIn.ATTRIBUTE, person)
                .addAttribute(Page.NAME, person.name());
        if (person.agency() != null) {
            identity.addAttribute(Page.AGENCY, person.agency());
        }
        if (person.head()) {
            identity.addRole(Roles.HEAD);
        }
        return identity.build();
    }
}
