package id.sipakatau.identity.signin;

import id.sipakatau.identity.SecretToken;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/**
 * The cookie by which a browser stays signed in.
 *
 * <p>A request without it is the public's and costs nothing here. One with a secret that opens nothing (any more) is
 * the public's as well: public pages stay open, others ask to sign in.
 */
@ApplicationScoped
class SessionCookie implements HttpAuthenticationMechanism {

    private static final String NAME = "session";
    /** Browsers take a cookie of this prefix only from this very host over TLS, so no neighbour can plant one. */
    private static final String NAME_OVER_TLS = "__Host-session";

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        var token = read(request);
        if (token.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        return identities
                .authenticate(new SessionIdentities.Presented(token.get()))
                .onFailure(AuthenticationFailedException.class)
                .recoverWithNull();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(401));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(SessionIdentities.Presented.class);
    }

    /** The secret that a request carries, whether it opens anything or not. */
    Optional<SecretToken> read(RoutingContext request) {
        var cookie = request.request().getCookie(name(request));
        return SecretToken.parse(cookie == null ? null : cookie.getValue());
    }

    void give(RoutingContext request, SecretToken token) {
        request.response().addCookie(cookie(request, token.text()).setMaxAge(Sessions.LONGEST.toSeconds()));
    }

    void takeAway(RoutingContext request) {
        request.response().addCookie(cookie(request, "").setMaxAge(0));
    }

    private static Cookie cookie(RoutingContext request, String value) {
        return Cookie.cookie(name(request), value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(isOverTls(request))
                .setSameSite(CookieSameSite.LAX);
    }

    private static String name(RoutingContext request) {
        return isOverTls(request) ? NAME_OVER_TLS : NAME;
    }

    private static boolean isOverTls(RoutingContext request) {
        return "https".equalsIgnoreCase(request.request().scheme());
    }
}
