package id.sipakatau.identity.citizen;

import id.sipakatau.identity.Citizen;
import id.sipakatau.identity.CitizenData;
import id.sipakatau.identity.CitizensOnly;
import id.sipakatau.identity.signin.Device;
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
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What is kept about a citizen, and what they may do with it (Law 27/2022): see, change, withdraw, delete. */
@Path("/akun/data")
@PermitAll
@CitizensOnly
@RunOnVirtualThread
class OwnDataPages {

    @CheckedTemplate(basePath = "citizen")
    static class Templates {
        static native TemplateInstance data(CitizenData own, String typed, @Nullable String error);

        static native TemplateInstance hapus();
    }

    private final CitizenAccounts accounts;
    private final SignInWithCode entry;
    private final CodeDelivery delivery;
    private final Citizen citizen;
    private final Jdbi jdbi;
    private final Page page;
    private final RoutingContext request;

    OwnDataPages(
            CitizenAccounts accounts,
            SignInWithCode entry,
            CodeDelivery delivery,
            Citizen citizen,
            Jdbi jdbi,
            Page page,
            RoutingContext request) {
        this.accounts = accounts;
        this.entry = entry;
        this.delivery = delivery;
        this.citizen = citizen;
        this.jdbi = jdbi;
        this.page = page;
        this.request = request;
    }

    @GET
    public TemplateInstance see() {
        return see("", null);
    }

    /** Sends a code to an address that is to be added, or to take the place of the one of its kind. */
    @POST
    @Path("kontak")
    public Response add(@RestForm @Nullable String alamat) {
        var typed = alamat == null ? "" : alamat;
        var contact = Contact.of(typed).orElse(null);
        if (contact == null) {
            return refused(422, typed, page.text("akun_contact_wrong"));
        } else if (!delivery.reaches(contact.kind())) {
            return refused(422, typed, page.text("akun_unreachable_" + contact.kind()));
        }
        return switch (entry.ask(contact, account(), null, Device.of(request), page.locale())) {
            case SignInWithCode.Asked.Sent(var holder) -> {
                AccountCookie.CODE.give(request, holder);
                yield Response.seeOther(URI.create("/akun/masuk/kode")).build();
            }
            case SignInWithCode.Asked.Wait(var time) ->
                refused(429, typed, page.text("akun_code_wait", EntryPages.minutes(time)));
        };
    }

    @POST
    @Path("kontak/hapus")
    public Response remove(@RestForm Contact.@Nullable Kind jenis) {
        var done = jenis != null && jdbi.inTransaction(transaction -> accounts.remove(transaction, account(), jenis));
        page.leaveNotice(done ? "akun_contact_removed" : "akun_contact_last");
        return Response.seeOther(URI.create("/akun/data")).build();
    }

    /** Says what will be gone and what will stay. */
    @GET
    @Path("hapus")
    public TemplateInstance beforeDeletion() {
        return Templates.hapus();
    }

    /** At once: a consent that is withdrawn ends all (within three days, says the law). */
    @POST
    @Path("hapus")
    public Response delete() {
        jdbi.useTransaction(transaction -> accounts.delete(transaction, account()));
        AccountCookie.SESSION.takeAway(request);
        page.leaveNotice("akun_deleted");
        return Response.seeOther(URI.create("/saya")).build();
    }

    private Response refused(int status, String typed, String error) {
        return Response.status(status).entity(see(typed, error)).build();
    }

    private TemplateInstance see(String typed, @Nullable String error) {
        return Templates.data(citizen.data(), typed, error);
    }

    private UUID account() {
        return citizen.account().orElseThrow();
    }
}
