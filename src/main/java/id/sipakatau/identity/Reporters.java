package id.sipakatau.identity;

import id.sipakatau.journal.Actor;
import id.sipakatau.journal.Entry;
import id.sipakatau.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Who wrote a complaint. The one place where a reporter's name and contact are kept, and each look is recorded. */
@ApplicationScoped
public class Reporters {

    /** The act in the journal when somebody looked at a reporter's name or contact. */
    public static final String LOOKED_AT_REPORTER = "LOOKED_AT_REPORTER";

    private final Journal journal;
    private final InstantSource clock;

    public Reporters(Journal journal, InstantSource clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** Keeps what the reporter said, in the transaction that files the complaint. */
    public void remember(Handle transaction, UUID complaintId, Reporter reporter) {
        if (reporter.isUnknown()) {
            return;
        }
        transaction
                .createUpdate("INSERT INTO reporter (complaint_id, name, contact) VALUES (:complaint, :name, :contact)")
                .bind("complaint", complaintId)
                .bind("name", reporter.name())
                .bind("contact", reporter.contact())
                .execute();
    }

    /** Whether the reporter said anything of themselves; tells no more than that and leaves no row. */
    public boolean isKnown(Handle handle, UUID complaintId) {
        return handle.createQuery("SELECT EXISTS (SELECT FROM reporter WHERE complaint_id = :complaint)")
                .bind("complaint", complaintId)
                .mapTo(Boolean.class)
                .one();
    }

    /** Erases what the reporter said of themselves, at the reporter's own wish. */
    public void forget(Handle transaction, UUID complaintId) {
        transaction
                .createUpdate("DELETE FROM reporter WHERE complaint_id = :complaint")
                .bind("complaint", complaintId)
                .execute();
    }

    /**
     * The reporter's name and contact, with a journal row that says who looked. Whether the actor may look at all is
     * for the caller to decide: an operator never may when the reporter chose to stay anonymous.
     */
    public Optional<Reporter> reveal(Handle transaction, UUID complaintId, Actor actor) {
        journal.append(
                transaction, new Entry(complaintId, clock.instant(), LOOKED_AT_REPORTER, actor, Map.of(), Map.of()));
        return transaction
                .createQuery("SELECT name, contact FROM reporter WHERE complaint_id = :complaint")
                .bind("complaint", complaintId)
                .map((row, context) -> new Reporter(row.getString("name"), row.getString("contact")))
                .findOne();
    }
}
