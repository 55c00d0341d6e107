package id.sipakatau.monitoring;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;

/** The device of a reader, known by a cookie that it gets with its first support and that says nothing else about it. */
@RequestScoped
class Supporter {

    private static final String COOKIE = "pendukung";
    private static final Pattern DRAWN = Pattern.compile("[\\w-]{22}");
    private static final SecureRandom LOTS = new SecureRandom();

    private final RoutingContext request;

    Supporter(RoutingContext request) {
        this.request = request;
    }

    /** Of a device that never supported anything this is the digest of nothing, which nobody else has. */
    byte[] digest() {
        var cookie = request.request().getCookie(COOKIE);
        return digest(cookie == null ? "" : cookie.getValue());
    }

    /** Whether the device supported something before. */
    boolean isKnown() {
        var cookie = request.request().getCookie(COOKIE);
        return cookie != null && DRAWN.matcher(cookie.getValue()).matches();
    }

    /** The same for a device that is to be remembered. */
    byte[] remembered() {
        if (isKnown()) {
            return digest();
        }
        var lot = new byte[16];
        LOTS.nextBytes(lot);
        var drawn = Base64.getUrlEncoder().withoutPadding().encodeToString(lot);
        request.response()
                .addCookie(Cookie.cookie(COOKIE, drawn)
                        .setPath("/")
                        .setMaxAge(Duration.ofDays(365).toSeconds())
                        .setHttpOnly(true)
                        .setSecure("https".equalsIgnoreCase(request.request().scheme()))
                        .setSameSite(CookieSameSite.LAX));
        return digest(drawn);
    }

    private static byte[] digest(String drawn) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(drawn.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
