package id.sipakatau.identity.citizen;

import id.sipakatau.identity.SecretToken;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;

/** The cookies of a citizen's browser: while it waits for a code, and once it is signed in. Each holds a secret. */
public enum AccountCookie {
    SESSION("akun", AccountSessions.LONGEST),
    CODE("kode", Codes.READING);

    /** Browsers take a cookie of this prefix only from this very host over TLS, so no neighbour can plant one. */
    private static final String OVER_TLS = "__Host-";

    private final String name;
    private final Duration life;

    AccountCookie(String name, Duration life) {
        this.name = name;
        this.life = life;
    }

    /** The secret that a request carries, whether it opens anything or not. */
    public Optional<SecretToken> read(RoutingContext request) {
        var cookie = request.request().getCookie(name(request));
        return SecretToken.parse(cookie == null ? null : cookie.getValue());
    }

    public void give(RoutingContext request, SecretToken token) {
        request.response().addCookie(cookie(request, token.text()).setMaxAge(life.toSeconds()));
    }

    void takeAway(RoutingContext request) {
        request.response().addCookie(cookie(request, "").setMaxAge(0));
    }

    private Cookie cookie(RoutingContext request, String value) {
        return Cookie.cookie(name(request), value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(isOverTls(request))
                .setSameSite(CookieSameSite.LAX);
    }

    private String name(RoutingContext request) {
        return isOverTls(request) ? OVER_TLS + name : name;
    }

    private static boolean isOverTls(RoutingContext request) {
        return "https".equalsIgnoreCase(request.request().scheme());
    }
}
