package id.sipakatau.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/**
 * Headers that tell the browser what the site never does: run a script or use a style that is not a file of its own,
 * stand in a frame, send its addresses (some of which are secret) to others.
 *
 * <p>The referrer policy is {@code same-origin} also on secret pages, where {@code no-referrer} would be no safer and
 * would make browsers send {@code Origin: null} with forms, which {@link SameOrigin} refuses.
 */
@ApplicationScoped
class SecurityHeaders {

    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[\\w.-]+(:\\d+)?(?=/)");

    private final String contentPolicy;

    SecurityHeaders(WebSettings settings) {
        contentPolicy =
                """
                default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:%s; font-src 'self'; \
                connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; \
                frame-ancestors 'none'; base-uri 'none'\
                """.formatted(settings.tiles().map(SecurityHeaders::origin).orElse(""));
    }

    /** Scheme and host of an address, after a blank; nothing of what is no web address. */
    private static String origin(String address) {
        var matcher = WEB_ADDRESS.matcher(address);
        return matcher.lookingAt() ? " " + matcher.group() : "";
    }

    void register(@Observes Filters filters) {
        filters.register(this::add, 1000);
    }

    private void add(RoutingContext request) {
        var headers = request.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        if (isPart(request.normalizedPath())) {
            request.next();
            return;
        }
        headers.set("Content-Security-Policy", contentPolicy);
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(self), geolocation=(self), microphone=(), payment=(), usb=()");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        if (Origins.isHttps(request)) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
        request.next();
    }

    /**
     * Whether it is a style, script or font: never a page of its own, so that what the rest of the headers says to pages
     * would only make each of them half a kilobyte longer.
     */
    private static boolean isPart(String path) {
        return path.startsWith("/a/") && !path.endsWith(".svg");
    }
}
