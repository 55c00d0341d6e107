package id.sipakatau.identity;

import com.github.f4b6a3.uuid.UuidCreator;
import id.sipakatau.journal.Actor;
import id.sipakatau.journal.Entry;
import id.sipakatau.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The accounts of the city's staff. Each change is a row of the journal that names accounts by their ids only. */
@ApplicationScoped
public class Staff {

    public static final String ADDED = "STAFF_ADDED";
    public static final String DEACTIVATED = "STAFF_DEACTIVATED";
    public static final String ACTIVATED = "STAFF_ACTIVATED";
    public static final String MADE_HEAD = "STAFF_MADE_HEAD";
    public static final String NO_LONGER_HEAD = "STAFF_NO_LONGER_HEAD";

    private static final String ACCOUNT = """
            SELECT id, username, name, role, agency, head, active, password_hash IS NOT NULL AS has_password, created_at,
                   (SELECT max(i.expires_at) FROM staff_invitation i
                    WHERE i.staff_id = staff.id AND i.used_at IS NULL AND i.expires_at > :now) AS invited_until
            FROM staff
            """;

    private final Journal journal;
    private final OpenSessions sessions;
    private final Passwords passwords;
    private final InstantSource clock;

    Staff(Journal journal, OpenSessions sessions, Passwords passwords, InstantSource clock) {
        this.journal = journal;
        this.sessions = sessions;
        this.passwords = passwords;
        this.clock = clock;
    }

    public Optional<StaffAccount> find(Handle handle, UUID account) {
        return query(handle, ACCOUNT + "WHERE id = :account")
                .bind("account", account)
                .mapTo(StaffAccount.class)
                .findOne();
    }

    /** All accounts, open ones first, by role and name. */
    public List<StaffAccount> all(Handle handle) {
        return query(handle, ACCOUNT + "ORDER BY active DESC, role, agency, name, username")
                .mapTo(StaffAccount.class)
                .list();
    }

    /** The open accounts of an agency's operators, by name. */
    public List<StaffAccount> operators(Handle handle, String agency) {
        return query(handle, ACCOUNT + "WHERE agency = :agency AND active ORDER BY name, username")
                .bind("agency", agency)
                .mapTo(StaffAccount.class)
                .list();
    }

    /** The open accounts of those who lead an agency and can sign in. */
    public List<StaffAccount> heads(Handle handle, String agency) {
        return operators(handle, agency).stream()
                .filter(account -> account.head() && account.hasPassword())
                .toList();
    }

    /** The titles of these accounts, for example <i>Operator Kebersihan</i>; unknown ids are left out. */
    public Map<UUID, String> names(Handle handle, Collection<UUID> accounts) {
        return handle
                .createQuery("SELECT id, name FROM staff WHERE id = ANY (:accounts)")
                .bindArray("accounts", UUID.class, accounts)
                .map((row, context) -> Map.entry(row.getObject("id", UUID.class), row.getString("name")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Opens an account, as yet without a password.
     *
     * @throws StaffRefusal if the user name is taken
     */
    public StaffAccount add(Handle transaction, NewStaff person, Actor by) {
        var account = insert(transaction, person, Optional.empty(), false);
        record(transaction, ADDED, account, by, facts(person));
        return find(transaction, account).orElseThrow();
    }

    /** The hash of a password, for accounts that are made by a program; slow on purpose, so do it once for many. */
    public PasswordHash hash(String password) {
        return passwords.hash(password);
    }

    /**
     * Opens an account of the demonstration, with a password. It leaves no row in the journal.
     *
     * @throws StaffRefusal if the user name is taken
     */
    public UUID addDemo(Handle transaction, NewStaff person, PasswordHash password) {
        return insert(transaction, person, Optional.of(password), true);
    }

    /** Removes the accounts of the demonstration and signs them out; tells how many there were. */
    public int removeDemo(Handle transaction) {
        var demo = transaction
                .createQuery("SELECT id FROM staff WHERE demo")
                .mapTo(UUID.class)
                .list();
        demo.forEach(account -> sessions.endAll(transaction, account));
        return transaction.execute("DELETE FROM staff WHERE demo");
    }

    /**
     * Closes an account: the person is signed out at once and stays out. Doing it twice changes nothing.
     *
     * @throws StaffRefusal for the own account, and for the last administrator who can sign in
     */
    public void deactivate(Handle transaction, UUID account, Actor by) {
        if (account.equals(by.account())) {
            throw new StaffRefusal(StaffRefusal.Reason.YOURSELF);
        }
        var administrators = administratorsWhoCanSignIn(transaction);
        if (administrators.contains(account) && administrators.size() == 1) {
            throw new StaffRefusal(StaffRefusal.Reason.LAST_ADMINISTRATOR);
        }
        if (setActive(transaction, account, false)) {
            sessions.endAll(transaction, account);
            record(transaction, DEACTIVATED, account, by, Map.of());
        }
    }

    /** Opens a closed account again, with the password it had. Doing it twice changes nothing. */
    public void activate(Handle transaction, UUID account, Actor by) {
        if (setActive(transaction, account, true)) {
            record(transaction, ACTIVATED, account, by, Map.of());
        }
    }

    /**
     * Gives an operator the right of an agency's head, or takes it. Takes effect at once; doing it twice changes nothing.
     *
     * @throws StaffRefusal where the account is no operator's
     */
    public void lead(Handle transaction, UUID account, boolean head, Actor by) {
        var role = find(transaction, account)
                .orElseThrow(() -> new StaffRefusal(StaffRefusal.Reason.NO_SUCH_ACCOUNT))
                .role();
        if (role != StaffRole.OPERATOR) {
            throw new StaffRefusal(StaffRefusal.Reason.NO_OPERATOR);
        }
        int changed = transaction
                .createUpdate("UPDATE staff SET head = :head WHERE id = :account AND head <> :head")
                .bind("head", head)
                .bind("account", account)
                .execute();
        if (changed == 1) {
            sessions.readAgain(transaction, account);
            record(transaction, head ? MADE_HEAD : NO_LONGER_HEAD, account, by, Map.of());
        }
    }

    /**
     * Adds a row about an account to the journal.
     *
     * @param act what was done, for example {@code STAFF_ADDED}
     * @param more facts beside the account's id; no secret and nobody's name
     */
    public void record(Handle transaction, String act, UUID account, Actor by, Map<String, Object> more) {
        var facts = new HashMap<>(more);
        facts.put("account", account.toString());
        journal.append(transaction, new Entry(null, clock.instant(), act, by, facts, Map.of()));
    }

    /** Locks them in a fixed order: two administrators who close each other's account wait for one another. */
    private static List<UUID> administratorsWhoCanSignIn(Handle transaction) {
        return transaction.createQuery("""
                        SELECT id FROM staff
                        WHERE role = 'ADMINISTRATOR' AND active AND password_hash IS NOT NULL
                        ORDER BY id
                        FOR UPDATE
                        """).mapTo(UUID.class).list();
    }

    private boolean setActive(Handle transaction, UUID account, boolean active) {
        if (find(transaction, account).isEmpty()) {
            throw new StaffRefusal(StaffRefusal.Reason.NO_SUCH_ACCOUNT);
        }
        return transaction
                        .createUpdate("UPDATE staff SET active = :active WHERE id = :account AND active <> :active")
                        .bind("account", account)
                        .bind("active", active)
                        .execute()
                == 1;
    }

    private UUID insert(Handle transaction, NewStaff person, Optional<PasswordHash> password, boolean demo) {
        var account = UuidCreator.getTimeOrderedEpoch();
        int added = transaction
                .createUpdate("""
                        INSERT INTO staff
                            (id, username, name, role, agency, head, password_hash, active, demo, created_at)
                        VALUES (:id, :username, :name, :role, :agency, :head, :hash, true, :demo, :now)
                        ON CONFLICT (username) DO NOTHING
                        """)
                .bind("id", account)
                .bind("username", person.username())
                .bind("name", person.name())
                .bind("role", person.role().name())
                .bind("agency", person.agency())
                .bind("head", person.head())
                .bind("hash", password.map(PasswordHash::text).orElse(null))
                .bind("demo", demo)
                .bind("now", clock.instant())
                .execute();
        if (added == 0) {
            throw new StaffRefusal(StaffRefusal.Reason.USERNAME_TAKEN);
        }
        return account;
    }

    private Query query(Handle handle, String sql) {
        return handle.createQuery(sql).bind("now", clock.instant());
    }

    private static Map<String, Object> facts(NewStaff person) {
        var facts = new HashMap<String, Object>();
        facts.put("role", person.role().name());
        if (person.agency() != null) {
            facts.put("agency", person.agency());
            facts.put("head", person.head());
        }
        return facts;
    }
}
