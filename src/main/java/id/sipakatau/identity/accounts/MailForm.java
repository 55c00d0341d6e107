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
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The form for where letters to somebody of the staff go, whoever fills it in. */
@RequestScoped
class MailForm {

    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance mail(
                StaffAccount account,
                String action,
                String email,
                boolean digest,
                String language,
                @Nullable String error,
                String home);
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

    /**
     * Who has no address yet is offered letters in the language of the page.
     *
     * @param action where it is sent
     */
    TemplateInstance form(UUID id, String action) {
        var account = account(id);
        var choice = jdbi.withHandle(handle -> mail.of(handle, id)).orElseThrow();
        return choice.email() == null
                ? shown(account, action, "", choice.digest(), page.language(), null)
                : shown(account, action, choice.email(), choice.digest(), choice.language(), null);
    }

    /**
     * @param chosen code of the language; that of the page where the site does not have it
     * @param next where somebody is led whose address was taken
     */
    Response change(UUID id, String action, String typed, boolean digest, String chosen, String next) {
        var account = account(id);
        var contact = Contact.of(typed).filter(Contact::isEmail);
        var language = page.languages().stream()
                .map(Page.LanguageLink::code)
                .filter(chosen::equals)
                .findFirst()
                .orElse(page.language());
        if (!typed.isBlank() && contact.isEmpty()) {
            return Response.status(422)
                    .entity(shown(account, action, typed, digest, language, page.text("surel_wrong")))
                    .build();
        }
        var choice = new StaffMail.Choice(contact.map(Contact::address).orElse(null), digest, language);
        jdbi.useTransaction(transaction -> mail.set(transaction, id, choice, visitor.actor()));
        page.leaveNotice("surel_saved");
        return Response.seeOther(URI.create(next)).build();
    }

    private TemplateInstance shown(
            StaffAccount account,
            String action,
            String email,
            boolean digest,
            String language,
            @Nullable String error) {
        return Templates.mail(
                account,
                action,
                email,
                digest,
                language,
                error,
                visitor.staff().role().home());
    }

    private StaffAccount account(UUID id) {
        return jdbi.withHandle(handle -> staff.find(handle, id))
                .orElseThrow(() -> new Problem(404, "staff_refused_no_such_account"));
    }
}
