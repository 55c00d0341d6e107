package id.sipakatau.identity.citizen;

import id.sipakatau.identity.Citizen;
import id.sipakatau.identity.signin.Device;
import id.sipakatau.identity.signin.WantedPage;
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
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** How a citizen gets in: the address, the code that was sent to it, and at the first time the consent text. */
@Path("/akun/masuk")
@PermitAll
@RunOnVirtualThread
class EntryPages {

    private static final URI START = URI.create("/akun/masuk");
    private static final URI CODE = URI.create("/akun/masuk/kode");
    private static final URI CONSENT = URI.create("/akun/masuk/persetujuan");
    private static final URI HOME = URI.create("/akun");
    private static final URI DATA = URI.create("/akun/data");

    @CheckedTemplate(basePath = "citizen")
    static class Templates {
        static native TemplateInstance masuk(
                CodeDelivery delivery, String typed, @Nullable String wanted, @Nullable String error);

        static native TemplateInstance kode(Contact contact, boolean adding, long minutes, @Nullable String error);

        static native TemplateInstance persetujuan(Contact contact, String version);
    }

    private final SignInWithCode entry;
    private final Codes codes;
    private final CodeDelivery delivery;
    private final AccountSessions sessions;
    private final Citizen citizen;
    private final Jdbi jdbi;
    private final Page page;
    private final RoutingContext request;

    EntryPages(
            SignInWithCode entry,
            Codes codes,
            CodeDelivery delivery,
            AccountSessions sessions,
            Citizen citizen,
            Jdbi jdbi,
            Page page,
            RoutingContext request) {
        this.entry = entry;
        this.codes = codes;
        this.delivery = delivery;
        this.sessions = sessions;
        this.citizen = citizen;
        this.jdbi = jdbi;
        this.page = page;
        this.request = request;
    }

    /** @param ke the page that was wanted; only one on this site is taken up */
    @GET
    public Response form(@RestQuery @Nullable String ke) {
        return citizen.account().isPresent()
                ? Response.seeOther(WantedPage.of(ke).map(WantedPage::uri).orElse(HOME))
                        .build()
                : form(200, "", ke, null).build();
    }

    @POST
    public Response ask(@RestForm @Nullable String alamat, @RestForm @Nullable String ke) {
        var typed = alamat == null ? "" : alamat;
        var contact = Contact.of(typed).orElse(null);
        if (contact == null) {
            return form(422, typed, ke, page.text("akun_contact_wrong")).build();
        } else if (!delivery.reaches(contact.kind())) {
            return form(422, typed, ke, page.text("akun_unreachable_" + contact.kind()))
                    .build();
        }
        var wanted = WantedPage.of(ke).map(WantedPage::path).orElse(null);
        return switch (entry.ask(contact, null, wanted, Device.of(request), page.locale())) {
            case SignInWithCode.Asked.Sent(var holder) -> {
                AccountCookie.CODE.give(request, holder);
                yield Response.seeOther(CODE).build();
            }
            case SignInWithCode.Asked.Wait(var time) ->
                form(429, typed, ke, page.text("akun_code_wait", minutes(time)))
                        .header("Retry-After", time.toSeconds() + 1)
                        .build();
        };
    }

    @GET
    @Path("kode")
    public Response codeForm() {
        return waiting().map(asked -> code(200, asked, null)).orElseGet(() -> over("akun_code_dead"));
    }

    @POST
    @Path("kode")
    public Response type(@RestForm @Nullable String kode) {
        var holder = AccountCookie.CODE.read(request).orElse(null);
        var asked = waiting().orElse(null);
        if (holder == null || asked == null) {
            return over("akun_code_dead");
        }
        return switch (entry.type(holder, kode, citizen.account(), Device.of(request))) {
            case SignInWithCode.Typed.Welcome welcome -> enter(welcome);
            case SignInWithCode.Typed.ConsentWanted() ->
                Response.seeOther(CONSENT).build();
            case SignInWithCode.Typed.Added() -> changed("akun_contact_added");
            case SignInWithCode.Typed.Elsewhere() -> changed("akun_contact_elsewhere");
            case SignInWithCode.Typed.Wrong() -> code(422, asked, page.text("akun_code_wrong"));
            case SignInWithCode.Typed.Dead() -> over("akun_code_dead");
            case SignInWithCode.Typed.Wait(var time) ->
                code(429, asked, page.text("akun_code_guess_wait", minutes(time)));
        };
    }

    @GET
    @Path("persetujuan")
    public Response consentText() {
        return AccountCookie.CODE
                .read(request)
                .flatMap(holder -> jdbi.withHandle(handle -> codes.proven(handle, holder)))
                .map(proven -> answer(200, Templates.persetujuan(proven.contact(), CitizenAccounts.CONSENT_VERSION))
                        .build())
                .orElseGet(() -> over("akun_code_dead"));
    }

    @POST
    @Path("persetujuan")
    public Response agree() {
        return AccountCookie.CODE
                .read(request)
                .flatMap(holder -> entry.agree(holder, Device.of(request), page.locale()))
                .map(this::enter)
                .orElseGet(() -> over("akun_code_dead"));
    }

    /** Nothing is kept of somebody who does not agree. */
    @POST
    @Path("batal")
    public Response turnBack() {
        AccountCookie.CODE.read(request).ifPresent(holder -> jdbi.useHandle(handle -> codes.forget(handle, holder)));
        return over("akun_turned_back");
    }

    private Response enter(SignInWithCode.Typed.Welcome welcome) {
        AccountCookie.SESSION.read(request).ifPresent(sessions::end);
        AccountCookie.CODE.takeAway(request);
        AccountCookie.SESSION.give(request, welcome.session());
        return Response.seeOther(welcome.wanted().map(URI::create).orElse(HOME)).build();
    }

    private Optional<Codes.Request> waiting() {
        return AccountCookie.CODE.read(request).flatMap(codes::waiting).filter(asked -> asked.isFor(citizen.account()));
    }

    private Response changed(String notice) {
        AccountCookie.CODE.takeAway(request);
        page.leaveNotice(notice);
        return Response.seeOther(DATA).build();
    }

    /** Begins anew, where somebody who is signed in already is led to their data. */
    private Response over(String notice) {
        AccountCookie.CODE.takeAway(request);
        page.leaveNotice(notice);
        return Response.seeOther(citizen.account().isPresent() ? DATA : START).build();
    }

    private Response.ResponseBuilder form(int status, String typed, @Nullable String wanted, @Nullable String error) {
        var safe = WantedPage.of(wanted).map(WantedPage::path).orElse(null);
        return answer(status, Templates.masuk(delivery, typed, safe, error));
    }

    private Response code(int status, Codes.Request asked, @Nullable String error) {
        return answer(status, Templates.kode(asked.contact(), asked.account() != null, Codes.LIFE.toMinutes(), error))
                .build();
    }

    private static Response.ResponseBuilder answer(int status, TemplateInstance template) {
        return Response.status(status).header("Cache-Control", "no-store").entity(template);
    }

    /** Rounded up: a minute too many is less annoying than one too few. */
    static long minutes(Duration time) {
        return time.plusSeconds(59).toMinutes();
    }
}
