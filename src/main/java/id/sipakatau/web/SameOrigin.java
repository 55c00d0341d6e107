package id.sipakatau.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a change that another site had a reader's browser ask for.
 *
 * <p>Browsers say where a request comes from by {@code Sec-Fetch-Site}, or, over plain HTTP and when older, by {@code
 * Origin}. A request with neither was not made by a browser on behalf of a page, so no cookie is being misused, and it
 * is let through: that is how programs use the API.
 */
@Provider
@PreMatching
class SameOrigin implements ContainerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Inject
    RoutingContext request;

    @Override
    public void filter(ContainerRequestContext context) {
        if (!SAFE.contains(context.getMethod()) && isForeign()) {
            throw new Problem(403, "error_foreign");
        }
    }

    private boolean isForeign() {
        var site = request.request().getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        var origin = request.request().getHeader("Origin");
        return origin != null && !isOwn(origin);
    }

    /** Compares host and port only: a proxy that ends TLS may leave the scheme unknown. */
    private boolean isOwn(String origin) {
        try {
            var authority = URI.create(origin).getAuthority();
            return authority != null && authority.equalsIgnoreCase(host());
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private @Nullable String host() {
        var authority = request.request().authority();
        return authority == null ? null : authority.toString();
    }
}
