package id.sipakatau.desk;

import id.sipakatau.complaint.Complaint;
import id.sipakatau.identity.Reporter;
import id.sipakatau.identity.Reporters;
import id.sipakatau.identity.StaffRole;
import id.sipakatau.identity.Visitor;
import id.sipakatau.web.Problem;
import jakarta.enterprise.context.RequestScoped;
import org.jdbi.v3.core.Jdbi;

/** A look at a reporter's name and contact by the person who is signed in; the journal remembers each. */
@RequestScoped
public class ReporterLook {

    private final Jdbi jdbi;
    private final Reporters reporters;
    private final Visitor visitor;

    ReporterLook(Jdbi jdbi, Reporters reporters, Visitor visitor) {
        this.jdbi = jdbi;
        this.reporters = reporters;
        this.visitor = visitor;
    }

    /** Whether the person may look: administrators may; operators only at their own cases, and never at an anonymous one. */
    public boolean isAllowed(Complaint complaint) {
        var person = visitor.staff();
        return person.role() == StaffRole.ADMINISTRATOR
                || (person.agency() != null
                        && complaint.isHandledBy(person.agency())
                        && !complaint.privacy().anonymous());
    }

    /** @throws Problem 403 if the person may not look; nothing is recorded then */
    public Reporter at(Complaint complaint) {
        if (!isAllowed(complaint)) {
            throw new Problem(403, "desk_reporter_hidden");
        }
        return jdbi.inTransaction(transaction -> reporters
                .reveal(transaction, complaint.reported(), visitor.actor())
                .orElse(Reporter.UNKNOWN));
    }
}
