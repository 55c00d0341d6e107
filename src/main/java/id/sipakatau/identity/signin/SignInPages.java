package id.sipakatau.identity.signin;

import id.sipakatau.identity.SignedIn;
import id.sipakatau.identity.Visitor;
import id.sipakatau.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Signing in and out. */
@Path("/")
@PermitAll
@RunOnVirtualThread
class SignInPages {

    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;

    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance signIn(String username, @Nullable String wanted, @Nullable String error);
    }

    private final SignIn signIn;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Visitor visitor;
    private final Page page;
    private final RoutingContext request;

    SignInPages(
            SignIn signIn,
            Sessions sessions,
            SessionCookie cookie,
            Visitor visitor,
            Page page,
            RoutingContext request) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.cookie = cookie;
        this.visitor = visitor;
        this.page = page;
        this.request = request;
    }

    /** @param ke the page that was wanted; only one on this site is taken up */
    @GET
    @Path("masuk")
    public Response form(@RestQuery @Nullable String ke) {
        var person = visitor.signedIn();
        return person.isPresent()
                ? Response.seeOther(next(ke, person.get())).build()
                : answer(200, "", ke, null).build();
    }

    @POST
    @Path("masuk")
    public Response enter(
            @RestForm @Nullable String username, @RestForm @Nullable String password, @RestForm @Nullable String ke) {
        var typed = username == null ? "" : username;
        return switch (signIn.with(typed, password == null ? "" : password, Device.of(request))) {
            case SignIn.Answer.Welcome welcome -> {
                cookie.read(request).ifPresent(sessions::end);
                cookie.give(request, welcome.session());
                yield Response.seeOther(next(ke, welcome.person())).build();
            }
            case SignIn.Answer.Wrong() ->
                answer(UNPROCESSABLE, typed, ke, page.text("signin_wrong")).build();
            case SignIn.Answer.Wait(var time) ->
                answer(TOO_MANY, typed, ke, page.text("signin_wait", minutes(time)))
                        .header("Retry-After", time.toSeconds() + 1)
                        .build();
        };
    }

    @POST
    @Path("keluar")
    public Response leave() {
        cookie.read(request).ifPresent(sessions::end);
        cookie.takeAway(request);
        page.leaveNotice("signin_left");
        return Response.seeOther(URI.create("/masuk")).build();
    }

    private static Response.ResponseBuilder answer(
            int status, String username, @Nullable String wanted, @Nullable String error) {
        var safe = WantedPage.of(wanted).map(WantedPage::path).orElse(null);
        return Response.status(status)
                .header("Cache-Control", "no-store")
                .entity(Templates.signIn(username, safe, error));
    }

    private static URI next(@Nullable String wanted, SignedIn person) {
        return WantedPage.of(wanted)
                .map(WantedPage::uri)
                .orElse(URI.create(person.role().home()));
    }

    /** Rounded up: a minute too many is less annoying than one too few. */
    static long minutes(Duration time) {
        return time.plusSeconds(59).toMinutes();
    }
}
