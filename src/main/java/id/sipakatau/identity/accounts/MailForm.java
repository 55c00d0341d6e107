package id.sipakatau.identity.accounts;

import id.sipakatau.identity.Staff;
import id.sipakatau.identity.StaffAccount;
import id.sipakatau.identity.StaffMail;
import id.sipakatau.identity.Visitor;
import id.sipakatau.identity.citizen.Contact;
import id.sipakatau.web.Page;
import id.sipakatau.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The form for where letters to somebody of the staff go, whoever fills it in. */
@RequestScoped
class MailForm {

    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance mail(
                StaffAccount account, String action, String email, boolean digest, @Nullable String error, String home);
    }

    private final Jdbi jdbi;
    private final Staff staff;
    private final StaffMail mail;
    private final Visitor visitor;
    private final Page page;

    MailForm(Jdbi jdbi, Staff staff, StaffMail mail, Visitor visitor, Page page) {
        this.jdbi = jdbi;
        this.staff = staff;
        this.mail = mail;
        this.visitor = visitor;
        this.page = page;
    }

    /** @param action where it is sent */
    TemplateInstance form(UUID id, String action) {
        var account = account(id);
        var choice = jdbi.withHandle(handle -> mail.of(handle, id)).orElseThrow();
        return shown(account, action, Optional.ofNullable(choice.email()).orElse(""), choice.digest(), null);
    }

    /** @param next where somebody is led whose address was taken */
    Response change(UUID id, String action, String typed, boolean digest, String next) {
        var account = account(id);
        var contact = Contact.of(typed).filter(Contact::isEmail);
        if (!typed.isBlank() && contact.isEmpty()) {
            return Response.status(422)
                    .entity(shown(account, action, typed, digest, page.text("surel_wrong")))
                    .build();
        }
        var email = contact.map(Contact::address).orElse(null);
        jdbi.useTransaction(transaction -> mail.set(transaction, id, email, digest, visitor.actor()));
        page.leaveNotice("surel_saved");
        return Response.seeOther(URI.create(next)).build();
    }

    private TemplateInstance shown(
            StaffAccount account, String action, String email, boolean digest, @Nullable String error) {
        return Templates.mail(
                account, action, email, digest, error, visitor.staff().role().home());
    }

    private StaffAccount account(UUID id) {
        return jdbi.withHandle(handle -> staff.find(handle, id))
                .orElseThrow(() -> new Problem(404, "staff_refused_no_such_account"));
    }
}
