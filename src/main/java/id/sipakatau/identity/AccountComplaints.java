package id.sipakatau.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Which complaints are in which citizen's list. Nobody but the citizen reads it: neither staff nor the public learn from
 * it who wrote what.
 */
@ApplicationScoped
public class AccountComplaints {

    private final InstantSource clock;

    AccountComplaints(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * A complaint in a list.
     *
     * @param filed whether the account itself filed it, so that what its reporter said of themselves is the citizen's own
     */
    public record Kept(UUID complaintId, boolean filed) {}

    /** Puts a complaint into the list of whoever files it, in the transaction of the filing. */
    public void file(Handle transaction, UUID account, UUID complaint) {
        put(transaction, account, complaint, true);
    }

    /** Puts a complaint into the list of somebody who holds its secret link; harmless where it is there already. */
    public void keep(Handle transaction, UUID account, UUID complaint) {
        put(transaction, account, complaint, false);
    }

    /** Takes a complaint out of a list; the complaint itself stays as it is. */
    public void release(Handle transaction, UUID account, UUID complaint) {
        transaction
                .createUpdate("DELETE FROM account_complaint WHERE account_id = :account AND complaint_id = :complaint")
                .bind("account", account)
                .bind("complaint", complaint)
                .execute();
    }

    public boolean isKept(Handle handle, UUID account, UUID complaint) {
        return handle.createQuery("""
                        SELECT EXISTS (SELECT FROM account_complaint
                                       WHERE account_id = :account AND complaint_id = :complaint)
                        """) // primary key
                .bind("account", account)
                .bind("complaint", complaint)
                .mapTo(Boolean.class)
                .one();
    }

    /** The list of an account, last added first. */
    public List<Kept> of(Handle handle, UUID account) {
        return handle.createQuery("""
                        SELECT complaint_id, filed FROM account_complaint
                        WHERE account_id = :account ORDER BY since DESC, complaint_id
                        """) // primary key
                .bind("account", account)
                .mapTo(Kept.class)
                .list();
    }

    private void put(Handle transaction, UUID account, UUID complaint, boolean filed) {
        transaction
                .createUpdate("""
                        INSERT INTO account_complaint (account_id, complaint_id, filed, since)
                        VALUES (:account, :complaint, :filed, :now) ON CONFLICT DO NOTHING
                        """)
                .bind("account", account)
                .bind("complaint", complaint)
                .bind("filed", filed)
                .bind("now", clock.instant())
                .execute();
    }
}
