package id.sipakatau.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reader's language: what the address asks for by {@code ?lang=}, which is remembered in a cookie; else the cookie;
 * else what the browser prefers; else the first of the setting.
 */
@ApplicationScoped
class Languages {

    static final String PARAMETER = "lang";
    private static final String CHOSEN = Languages.class.getName();
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final List<Locale> offered;

    Languages(WebSettings settings) {
        offered = settings.languages()
                .map(codes -> codes.stream().map(Locale::of).toList())
                .orElseGet(Texts::languages);
        offered.forEach(Texts::of);
    }

    List<Locale> offered() {
        return offered;
    }

    void register(@Observes Filters filters) {
        filters.register(this::remember, 900);
    }

    /** The language of a request, worked out once. */
    Locale of(RoutingContext request) {
        Locale chosen = request.get(CHOSEN);
        if (chosen == null) {
            chosen = asked(request)
                    .or(() -> remembered(request))
                    .or(() -> preferred(request.request().getHeader("Accept-Language")))
                    .orElse(offered.getFirst());
            request.put(CHOSEN, chosen);
        }
        return chosen;
    }

    private void remember(RoutingContext request) {
        asked(request)
                .ifPresent(locale -> request.response()
                        .addCookie(Cookie.cookie(PARAMETER, locale.getLanguage())
                                .setPath("/")
                                .setMaxAge(REMEMBERED.toSeconds())
                                .setHttpOnly(true)
                                .setSecure(Origins.isHttps(request))
                                .setSameSite(CookieSameSite.LAX)));
        request.addHeadersEndHandler(done -> sayLanguage(request));
        request.next();
    }

    /** Lets caches keep the pages of different languages, and of different people, apart. */
    private void sayLanguage(RoutingContext request) {
        var headers = request.response().headers();
        var type = headers.get("Content-Type");
        if (type == null || !(type.startsWith("text/html") || type.startsWith("application/problem+json"))) {
            return;
        }
        headers.set("Content-Language", of(request).getLanguage());
        headers.add("Vary", "Accept-Language, Cookie");
        if (!headers.contains("Cache-Control")) {
            headers.set("Cache-Control", SignedInPerson.identity(request).isEmpty() ? "private, no-cache" : "no-store");
        }
    }

    private Optional<Locale> asked(RoutingContext request) {
        return offered(request.request().getParam(PARAMETER));
    }

    private Optional<Locale> remembered(RoutingContext request) {
        var cookie = request.request().getCookie(PARAMETER);
        return cookie == null ? Optional.empty() : offered(cookie.getValue());
    }

    private Optional<Locale> preferred(@Nullable String accepted) {
        if (accepted == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(accepted), offered));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<Locale> offered(@Nullable String code) {
        return offered.stream()
                .filter(locale -> locale.getLanguage().equals(code))
                .findFirst();
    }
}
