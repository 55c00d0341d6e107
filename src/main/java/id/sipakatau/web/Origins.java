package id.sipakatau.web;

import io.vertx.ext.web.RoutingContext;

/** Where a request was sent to, as the browser sees it (a proxy in between is told by {@code quarkus.http.proxy}). */
final class Origins {

    private Origins() {}

    static boolean isHttps(RoutingContext request) {
        return "https".equalsIgnoreCase(request.request().scheme());
    }

    /** The origin of this site, such as {@code https://lapor.example.go.id}. */
    static String own(RoutingContext request) {
        return request.request().scheme() + "://" + request.request().authority();
    }
}
