package id.sipakatau.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * Serves the addresses that {@link Assets} makes, to be kept for a year. An address of another version serves today's
 * file, not to be kept; a page is never served in this way, since it would be kept too.
 */
@ApplicationScoped
class StaticFiles {

    private static final String VERSIONED = "/a/";
    private static final String KEEP = StaticFiles.class.getName();
    private static final List<String> FOLDERS = List.of("/css/", "/js/", "/fonts/", "/img/", "/webjars/");

    void register(@Observes Filters filters) {
        filters.register(this::serve, 800);
    }

    private void serve(RoutingContext request) {
        var path = request.normalizedPath();
        if (path.startsWith(VERSIONED)) {
            int end = path.indexOf('/', VERSIONED.length());
            if (end > 0 && FOLDERS.stream().anyMatch(folder -> path.startsWith(folder, end))) {
                request.put(KEEP, path.startsWith(Assets.PREFIX));
                request.reroute(path.substring(end));
                return;
            }
        }
        Boolean keep = request.get(KEEP);
        if (keep != null) {
            request.addHeadersEndHandler(done -> {
                boolean served = request.response().getStatusCode() < 400;
                request.response()
                        .headers()
                        .set("Cache-Control", keep && served ? "public, max-age=31536000, immutable" : "no-cache");
            });
        }
        request.next();
    }
}
