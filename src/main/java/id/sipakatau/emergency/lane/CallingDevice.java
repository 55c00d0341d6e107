package id.sipakatau.emergency.lane;

import id.sipakatau.emergency.Lines;
import id.sipakatau.emergency.Pressed;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;

/** The device that calls, known by a cookie that it gets with its first call and that says nothing else about it. */
@RequestScoped
class CallingDevice {

    private static final String COOKIE = "pemanggil";
    private static final Pattern DRAWN = Pattern.compile("[\\w-]{22}");
    private static final SecureRandom LOTS = new SecureRandom();

    private final RoutingContext request;
    private final Lines lines;

    CallingDevice(RoutingContext request, Lines lines) {
        this.request = request;
        this.lines = lines;
    }

    /** Who calls; the device is remembered from now on. */
    Pressed.From remembered() {
        var address = request.request().remoteAddress().hostAddress();
        var line = address == null ? null : lines.digest(address);
        var cookie = request.request().getCookie(COOKIE);
        if (cookie != null && DRAWN.matcher(cookie.getValue()).matches()) {
            return new Pressed.From(Pressed.digest(cookie.getValue()), true, line);
        }
        var lot = new byte[16];
        LOTS.nextBytes(lot);
        var drawn = Base64.getUrlEncoder().withoutPadding().encodeToString(lot);
        request.response()
                .addCookie(Cookie.cookie(COOKIE, drawn)
                        .setPath("/darurat")
                        .setMaxAge(Duration.ofDays(365).toSeconds())
                        .setHttpOnly(true)
                        .setSecure("https".equalsIgnoreCase(request.request().scheme()))
                        .setSameSite(CookieSameSite.LAX));
        return new Pressed.From(Pressed.digest(drawn), false, line);
    }
}
