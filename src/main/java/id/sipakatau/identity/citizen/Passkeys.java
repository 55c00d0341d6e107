package id.sipakatau.identity.citizen;

import id.sipakatau.identity.CitizenData;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The passkeys of citizens as they are kept. Whether one was used rightly is for others to find out. */
@ApplicationScoped
public class Passkeys {

    /** More than anybody has devices. */
    public static final int MOST = 20;

    private final InstantSource clock;

    Passkeys(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * What is known of a passkey.
     *
     * @param credential the standard's attested credential data, with the public key
     * @param signCount as the device told last; 0 where it does not count
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes for the database; passkeys are never compared
    public record Passkey(
            byte[] credentialId,
            UUID account,
            byte[] credential,
            long signCount,
            boolean backupEligible,
            boolean backedUp) {}

    /** Keeps a new one; returns false if it is known already or the account has too many. */
    public boolean add(Handle transaction, Passkey passkey, String browser) {
        return transaction
                        .createUpdate("""
                        INSERT INTO account_passkey (credential_id, id, account_id, credential, sign_count,
                                                     backup_eligible, backed_up, browser, created_at)
                        SELECT :credentialId, :id, :account, :credential, :count, :eligible, :backedUp, :browser, :now
                        WHERE (SELECT count(*) FROM account_passkey WHERE account_id = :account) < :most
                        ON CONFLICT DO NOTHING
                        """)
                        .bind("credentialId", passkey.credentialId)
                        .bind("id", UUID.randomUUID())
                        .bind("account", passkey.account)
                        .bind("credential", passkey.credential)
                        .bind("count", passkey.signCount)
                        .bind("eligible", passkey.backupEligible)
                        .bind("backedUp", passkey.backedUp)
                        .bind("browser", browser)
                        .bind("now", clock.instant())
                        .bind("most", MOST)
                        .execute()
                == 1;
    }

    public Optional<Passkey> find(Handle handle, byte[] credentialId) {
        return handle.createQuery("""
                        SELECT credential_id, account_id AS account, credential, sign_count, backup_eligible, backed_up
                        FROM account_passkey WHERE credential_id = :id FOR UPDATE
                        """) // primary key
                .bind("id", credentialId)
                .mapTo(Passkey.class)
                .findOne();
    }

    /** Remembers that it was used, and how often the device says so far. */
    public void used(Handle transaction, byte[] credentialId, long signCount, boolean backedUp) {
        transaction
                .createUpdate("""
                        UPDATE account_passkey SET sign_count = :count, backed_up = :backedUp, last_used_at = :now
                        WHERE credential_id = :id
                        """)
                .bind("count", signCount)
                .bind("backedUp", backedUp)
                .bind("now", clock.instant())
                .bind("id", credentialId)
                .execute();
    }

    public void remove(Handle transaction, UUID account, UUID id) {
        transaction
                .createUpdate("DELETE FROM account_passkey WHERE id = :id AND account_id = :account")
                .bind("id", id)
                .bind("account", account)
                .execute();
    }

    /** Those of an account, by which a device knows that it has one already. */
    public List<byte[]> credentialIds(Handle handle, UUID account) {
        return handle.createQuery("SELECT credential_id FROM account_passkey WHERE account_id = :account")
                .bind("account", account)
                .mapTo(byte[].class)
                .list();
    }

    List<CitizenData.Passkey> of(Handle handle, UUID account) {
        return handle.createQuery("""
                        SELECT id, browser, created_at, last_used_at FROM account_passkey
                        WHERE account_id = :account ORDER BY created_at DESC, id
                        """) // index account_passkey_of
                .bind("account", account)
                .mapTo(CitizenData.Passkey.class)
                .list();
    }
}
