package id.sipakatau.identity.accounts;

import id.sipakatau.identity.Roles;
import id.sipakatau.identity.Staff;
import id.sipakatau.identity.StaffAccount;
import id.sipakatau.identity.StaffMail;
import id.sipakatau.identity.StaffRefusal;
import id.sipakatau.identity.Visitor;
import id.sipakatau.identity.signin.Invitations;
import id.sipakatau.web.Page;
import id.sipakatau.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Where administrators let others in, and out. */
@Path("/admin/petugas")
@RolesAllowed(Roles.ADMINISTRATOR)
@RunOnVirtualThread
class StaffPages {

    private static final URI LIST = URI.create("/admin/petugas");

    /**
     * A line of the list.
     *
     * @param agency name of the operator's agency in the reader's language
     * @param own whether it is the account of whoever is looking
     */
    record Line(StaffAccount account, @Nullable String agency, boolean own) {}

    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance staff(List<Line> lines, @Nullable StaffAccount closed);

        static native TemplateInstance newStaff(StaffForm form);

        static native TemplateInstance invited(StaffAccount account, String link);

        static native TemplateInstance inviteAgain(StaffAccount account);

        static native TemplateInstance deactivate(StaffAccount account);
    }

    private final Jdbi jdbi;
    private final Staff staff;
    private final StaffMail mail;
    private final Invitations invitations;
    private final StaffForms forms;
    private final Visitor visitor;
    private final Page page;

    StaffPages(
            Jdbi jdbi,
            Staff staff,
            StaffMail mail,
            Invitations invitations,
            StaffForms forms,
            Visitor visitor,
            Page page) {
        this.jdbi = jdbi;
        this.staff = staff;
        this.mail = mail;
        this.invitations = invitations;
        this.forms = forms;
        this.visitor = visitor;
        this.page = page;
    }

    /** @param ditutup an account that was closed just now, so that it can be opened again at once */
    @GET
    public TemplateInstance list(@RestQuery @Nullable UUID ditutup) {
        var all = jdbi.withHandle(staff::all);
        var closed = all.stream()
                .filter(account -> account.id().equals(ditutup) && !account.active())
                .findFirst();
        return Templates.staff(all.stream().map(this::line).toList(), closed.orElse(null));
    }

    @GET
    @Path("baru")
    public TemplateInstance form() {
        return Templates.newStaff(forms.empty());
    }

    @POST
    public Response add(
            @RestForm @Nullable String name,
            @RestForm @Nullable String username,
            @RestForm @Nullable String role,
            @RestForm @Nullable String agency,
            @RestForm @DefaultValue("") String email) {
        var form = forms.read(name, username, role, agency, email);
        var person = form.person();
        if (person == null) {
            return Response.status(422).entity(Templates.newStaff(form)).build();
        }
        try {
            return handOver(handle -> {
                var account = staff.add(handle, person, visitor.actor()).id();
                if (!form.email().isEmpty()) {
                    var letters = new StaffMail.Choice(form.email(), true, page.language());
                    mail.set(handle, account, letters, visitor.actor());
                }
                return account;
            });
        } catch (StaffRefusal taken) {
            return Response.status(422)
                    .entity(Templates.newStaff(form.usernameTaken(page)))
                    .build();
        }
    }

    @GET
    @Path("{id}/tautan")
    public TemplateInstance askForLink(@RestPath UUID id) {
        return Templates.inviteAgain(another(id));
    }

    @POST
    @Path("{id}/tautan")
    public Response makeLink(@RestPath UUID id) {
        var account = another(id);
        return unlessRefused(() -> handOver(handle -> account.id()));
    }

    @GET
    @Path("{id}/penonaktifan")
    public TemplateInstance askToDeactivate(@RestPath UUID id) {
        return Templates.deactivate(another(id));
    }

    @POST
    @Path("{id}/penonaktifan")
    public Response deactivate(@RestPath UUID id) {
        return unlessRefused(() -> {
            jdbi.useTransaction(handle -> staff.deactivate(handle, id, visitor.actor()));
            return Response.seeOther(URI.create(LIST + "?ditutup=" + id)).build();
        });
    }

    @POST
    @Path("{id}/pengaktifan")
    public Response activate(@RestPath UUID id) {
        return unlessRefused(() -> {
            jdbi.useTransaction(handle -> staff.activate(handle, id, visitor.actor()));
            page.leaveNotice("staff_activated");
            return Response.seeOther(LIST).build();
        });
    }

    @POST
    @Path("{id}/kepala")
    public Response makeHead(@RestPath UUID id) {
        return lead(id, true);
    }

    @POST
    @Path("{id}/kepala/cabut")
    public Response takeHead(@RestPath UUID id) {
        return lead(id, false);
    }

    private Response lead(UUID id, boolean head) {
        return unlessRefused(() -> {
            jdbi.useTransaction(handle -> staff.lead(handle, id, head, visitor.actor()));
            page.leaveNotice(head ? "staff_head_given" : "staff_head_taken");
            return Response.seeOther(LIST).build();
        });
    }

    private Line line(StaffAccount account) {
        return new Line(
                account,
                forms.agencyName(account.agency()),
                account.id().equals(visitor.staff().account()));
    }

    /** Makes a link and shows it, this once: it is stored nowhere, so a page that is loaded again could not. */
    private Response handOver(Function<Handle, UUID> whose) {
        return jdbi.inTransaction(handle -> {
            var account = whose.apply(handle);
            var token = invitations.make(handle, account, visitor.actor());
            var link = page.address("/undangan/" + token.text());
            return Response.ok(Templates.invited(staff.find(handle, account).orElseThrow(), link))
                    .header("Cache-Control", "no-store")
                    .build();
        });
    }

    /** An account that is not the administrator's own: that one has its own page. */
    private StaffAccount another(UUID id) {
        return unlessRefused(() -> {
            if (id.equals(visitor.staff().account())) {
                throw new StaffRefusal(StaffRefusal.Reason.YOURSELF);
            }
            return jdbi.withHandle(handle -> staff.find(handle, id))
                    .orElseThrow(() -> new StaffRefusal(StaffRefusal.Reason.NO_SUCH_ACCOUNT));
        });
    }

    private static <T> T unlessRefused(Supplier<T> attempt) {
        try {
            return attempt.get();
        } catch (StaffRefusal refusal) {
            int status = refusal.reason() == StaffRefusal.Reason.NO_SUCH_ACCOUNT ? 404 : 409;
            throw new Problem(status, "staff_refused_" + refusal.reason().name().toLowerCase(Locale.ROOT));
        }
    }
}
