package id.sipakatau.identity.citizen;

import id.sipakatau.identity.AccountComplaints;
import id.sipakatau.identity.AccountErased;
import id.sipakatau.identity.CitizenData;
import id.sipakatau.identity.Reporters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The accounts of citizens: nothing but where codes go, to what they agreed, and a list of complaints. */
@ApplicationScoped
public class CitizenAccounts {

    /** Of the texts that begin with {@code consent_}; another wording is another version, and everybody is asked again. */
    static final String CONSENT_VERSION = "2026-11";

    private final AccountComplaints complaints;
    private final Reporters reporters;
    private final Event<AccountErased> erased;
    private final InstantSource clock;

    CitizenAccounts(
            AccountComplaints complaints, Reporters reporters, Event<AccountErased> erased, InstantSource clock) {
        this.complaints = complaints;
        this.reporters = reporters;
        this.erased = erased;
        this.clock = clock;
    }

    /** Whose address it is. */
    Optional<UUID> find(Handle handle, Contact contact) {
        return handle.createQuery("SELECT account_id FROM account_contact WHERE address = :address") // primary key
                .bind("address", contact.address())
                .mapTo(UUID.class)
                .findOne();
    }

    /** The account of an address that was just proven, a new one where there is none. */
    public UUID open(Handle transaction, Contact contact) {
        oneAtATime(transaction, contact);
        return find(transaction, contact).orElseGet(() -> {
            var account = UUID.randomUUID();
            transaction
                    .createUpdate("INSERT INTO account (id, created_at) VALUES (:account, :now)")
                    .bind("account", account)
                    .bind("now", clock.instant())
                    .execute();
            put(transaction, account, contact);
            return account;
        });
    }

    Instant createdAt(Handle handle, UUID account) {
        return handle.createQuery("SELECT created_at FROM account WHERE id = :account")
                .bind("account", account)
                .mapTo(Instant.class)
                .one();
    }

    List<CitizenData.Contact> contacts(Handle handle, UUID account) {
        return handle.createQuery("""
                        SELECT kind, address, confirmed_at FROM account_contact WHERE account_id = :account ORDER BY kind
                        """) // the unique index on account_id and kind
                .bind("account", account)
                .mapTo(CitizenData.Contact.class)
                .list();
    }

    /**
     * Gives an account an address that was just proven; one of the same kind is replaced. Returns false if it belongs to
     * another account.
     */
    boolean add(Handle transaction, UUID account, Contact contact) {
        oneAtATime(transaction, contact);
        var owner = find(transaction, contact);
        if (owner.isPresent()) {
            return owner.get().equals(account);
        }
        transaction
                .createUpdate("DELETE FROM account_contact WHERE account_id = :account AND kind = :kind")
                .bind("account", account)
                .bind("kind", contact.kind())
                .execute();
        put(transaction, account, contact);
        return true;
    }

    /** Takes an address from an account. Returns false if it is its only one: nobody could get in any more. */
    boolean remove(Handle transaction, UUID account, Contact.Kind kind) {
        transaction
                .createQuery("SELECT id FROM account WHERE id = :account FOR UPDATE")
                .bind("account", account)
                .mapTo(UUID.class)
                .one();
        return transaction
                        .createUpdate("""
                        DELETE FROM account_contact WHERE account_id = :account AND kind = :kind
                        AND EXISTS (SELECT FROM account_contact WHERE account_id = :account AND kind <> :kind)
                        """)
                        .bind("account", account)
                        .bind("kind", kind)
                        .execute()
                == 1;
    }

    public void agree(Handle transaction, UUID account, String language) {
        transaction
                .createUpdate("""
                        INSERT INTO account_consent (account_id, version, language, given_at)
                        VALUES (:account, :version, :language, :now) ON CONFLICT DO NOTHING
                        """)
                .bind("account", account)
                .bind("version", CONSENT_VERSION)
                .bind("language", language)
                .bind("now", clock.instant())
                .execute();
    }

    /** Whether the citizen agreed to the text as it is now. */
    public boolean hasAgreed(Handle handle, UUID account) {
        return consents(handle, account).stream()
                .anyMatch(consent -> consent.version().equals(CONSENT_VERSION));
    }

    List<CitizenData.Consent> consents(Handle handle, UUID account) {
        return handle.createQuery("""
                        SELECT version, language, given_at FROM account_consent
                        WHERE account_id = :account ORDER BY given_at DESC
                        """) // primary key
                .bind("account", account)
                .mapTo(CitizenData.Consent.class)
                .list();
    }

    /**
     * Deletes an account and all that it says of a person: its addresses, sessions, consents and list, codes on their way,
     * the name and contact that were given with the complaints of the list, and what other modules keep
     * ({@link AccountErased}). The complaints and their journal stay.
     */
    void delete(Handle transaction, UUID account) {
        var addresses = contacts(transaction, account).stream()
                .map(CitizenData.Contact::address)
                .toList();
        erased.fire(new AccountErased(transaction, addresses));
        complaints.of(transaction, account).forEach(kept -> reporters.forget(transaction, kept.complaintId()));
        transaction.createUpdate("""
                        DELETE FROM account_code
                        WHERE address IN (SELECT address FROM account_contact WHERE account_id = :account)
                        """).bind("account", account).execute();
        // All that refers to it goes with it.
        transaction
                .createUpdate("DELETE FROM account WHERE id = :account")
                .bind("account", account)
                .execute();
    }

    /** Two browsers that prove the same new address at once must not make two accounts. */
    private static void oneAtATime(Handle transaction, Contact contact) {
        transaction
                .createQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:address, 14))")
                .bind("address", contact.address())
                .mapTo(Integer.class)
                .one();
    }

    private void put(Handle transaction, UUID account, Contact contact) {
        transaction
                .createUpdate("""
                        INSERT INTO account_contact (address, kind, account_id, confirmed_at)
                        VALUES (:address, :kind, :account, :now)
                        """)
                .bind("address", contact.address())
                .bind("kind", contact.kind())
                .bind("account", account)
                .bind("now", clock.instant())
                .execute();
    }
}
