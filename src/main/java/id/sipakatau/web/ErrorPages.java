package id.sipakatau.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * Turns whatever was thrown into an answer: a page in plain words, or for programs a problem detail (RFC 9457). Of a
 * fault of the program the reader sees a reference only, under which the log has the rest.
 */
@ApplicationScoped
class ErrorPages {

    private static final Logger LOG = Logger.getLogger(ErrorPages.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance error(String title, String text, Shown shown);
    }

    /**
     * What else an error page shows.
     *
     * @param reference under which the log has the rest
     * @param typed words of the reader that would be lost
     * @param back where the reader came from
     */
    record Shown(
            @Nullable String reference,
            @Nullable String typed,
            @Nullable String back) {
        static final Shown NOTHING = new Shown(null, null, null);
    }

    /** A problem detail of RFC 9457. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Detail(
            String type,
            String title,
            int status,
            String detail,
            @Nullable String reference,
            List<FieldError> errors,
            @JsonAnyGetter Map<String, Object> members) {}

    record FieldError(String field, String detail) {}

    private final Page page;
    private final RoutingContext request;

    ErrorPages(Page page, RoutingContext request) {
        this.page = page;
        this.request = request;
    }

    @ServerExceptionMapper
    Response problem(Problem problem) {
        var key = problem.words().key();
        var texts = Texts.of(page.locale());
        var title = texts.has(key + "_title") ? texts.text(key + "_title") : title(problem.status());
        var errors = problem.fields().entrySet().stream()
                .map(field -> new FieldError(field.getKey(), words(field.getValue())))
                .toList();
        var shown = new Shown(null, problem.typed(), problem.back());
        var answer = answer(problem.status(), title, words(problem.words()), shown, errors, problem.members());
        problem.retryAfter().ifPresent(wait -> answer.header("Retry-After", Math.max(1, wait.toSeconds())));
        return answer.build();
    }

    @ServerExceptionMapper
    Response http(WebApplicationException thrown) {
        int status = thrown.getResponse().getStatus();
        if (status < 400) {
            return thrown.getResponse();
        } else if (status >= 500) {
            return fault(thrown);
        }
        return standard(status);
    }

    /** Asks the public to sign in; a program is told so. */
    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unknownPerson() {
        if (isProgram() || !request.request().method().name().equals("GET")) {
            return standard(401);
        }
        var wanted = URLEncoder.encode(request.request().uri(), StandardCharsets.UTF_8);
        return Response.seeOther(URI.create("/masuk?ke=" + wanted)).build();
    }

    @ServerExceptionMapper(ForbiddenException.class)
    Response notAllowed() {
        return standard(403);
    }

    /** The request broke off, or pretends to have ended before it has; our own files fail with other exceptions. */
    @ServerExceptionMapper
    Response torn(IOException thrown) {
        LOG.debugf(thrown, "A request broke off at %s", page.path());
        return standard(400);
    }

    @ServerExceptionMapper
    Response fault(Throwable thrown) {
        var reference = HexFormat.of().formatHex(random(4));
        LOG.errorf(thrown, "Fault %s at %s %s", reference, request.request().method(), page.path());
        return answer(500, title(500), page.text("error_500"), new Shown(reference, null, null), List.of(), Map.of())
                .build();
    }

    private Response standard(int status) {
        var key = "error_" + status;
        var text = Texts.of(page.locale()).has(key) ? page.text("error_" + status) : page.text("error_400");
        return answer(status, title(status), text, Shown.NOTHING, List.of(), Map.of())
                .build();
    }

    private Response.ResponseBuilder answer(
            int status, String title, String text, Shown shown, List<FieldError> errors, Map<String, Object> members) {
        if (isProgram()) {
            return Response.status(status)
                    .type("application/problem+json")
                    .entity(new Detail("about:blank", title, status, text, shown.reference(), errors, members));
        }
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(Templates.error(title, text, shown).render());
    }

    private String title(int status) {
        var key = "error_" + status + "_title";
        return Texts.of(page.locale()).has(key) ? page.text(key) : page.text("error_400_title");
    }

    private String words(Problem.Words words) {
        return page.text(words.key(), words.arguments());
    }

    /** Whether a program reads the answer: a caller of the API, or a script of a page; no form of a page sends a PUT. */
    private boolean isProgram() {
        var accepted = request.request().getHeader("Accept");
        return page.path().startsWith("/api/")
                || request.request().method().equals(HttpMethod.PUT)
                || request.request().getHeader("HX-Request") != null
                || (accepted != null && accepted.contains("json") && !accepted.contains("text/html"));
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
