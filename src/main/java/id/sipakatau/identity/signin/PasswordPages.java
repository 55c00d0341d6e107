package id.sipakatau.identity.signin;

import id.sipakatau.identity.Passwords;
import id.sipakatau.identity.Roles;
import id.sipakatau.identity.SignedIn;
import id.sipakatau.identity.Visitor;
import id.sipakatau.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What people do with their own account: another password, and a look at where they are signed in. */
@Path("/sandi")
@RolesAllowed({Roles.ADMINISTRATOR, Roles.OPERATOR, Roles.MAYOR})
@RunOnVirtualThread
class PasswordPages {

    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance password(
                SignedIn person, Map<String, String> errors, List<Sessions.Open> sessions);
    }

    private final Jdbi jdbi;
    private final PasswordChange change;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Visitor visitor;
    private final Page page;
    private final RoutingContext request;

    PasswordPages(
            Jdbi jdbi,
            PasswordChange change,
            Passwords passwords,
            Sessions sessions,
            SessionCookie cookie,
            Visitor visitor,
            Page page,
            RoutingContext request) {
        this.jdbi = jdbi;
        this.change = change;
        this.passwords = passwords;
        this.sessions = sessions;
        this.cookie = cookie;
        this.visitor = visitor;
        this.page = page;
        this.request = request;
    }

    @GET
    public TemplateInstance form() {
        return form(Map.of());
    }

    @POST
    public Response change(
            @RestForm @Nullable String current, @RestForm @Nullable String password, @RestForm @Nullable String again) {
        var person = visitor.staff();
        var chosen = ChosenPassword.of(password, again);
        var faults = chosen.faults(passwords, person.username(), page);
        if (!faults.isEmpty()) {
            return refused(422, faults);
        }
        var typed = current == null ? "" : current;
        return switch (change.change(person, typed, chosen.password(), Device.of(request))) {
            case PasswordChange.Answer.Changed(var session) -> {
                cookie.give(request, session);
                page.leaveNotice("password_changed");
                yield Response.seeOther(URI.create("/sandi")).build();
            }
            case PasswordChange.Answer.WrongCurrent() ->
                refused(422, Map.of("current", page.text("password_wrong_current")));
            case PasswordChange.Answer.Wait(var time) ->
                refused(429, Map.of("current", page.text("signin_wait", SignInPages.minutes(time))));
        };
    }

    /** Signs out everywhere, here too. */
    @POST
    @Path("keluar-semua")
    public Response leaveEverywhere() {
        jdbi.useTransaction(handle -> sessions.endAll(handle, visitor.staff().account()));
        cookie.takeAway(request);
        page.leaveNotice("password_left_everywhere");
        return Response.seeOther(URI.create("/masuk")).build();
    }

    private Response refused(int status, Map<String, String> errors) {
        return Response.status(status).entity(form(errors)).build();
    }

    private TemplateInstance form(Map<String, String> errors) {
        var person = visitor.staff();
        var open = jdbi.withHandle(handle -> sessions.of(handle, person.account(), cookie.read(request)));
        return Templates.password(person, errors, open);
    }
}
