package id.sipakatau.identity;

import id.sipakatau.database.Database;
import id.sipakatau.identity.signin.Device;
import id.sipakatau.identity.signin.Invitations;
import id.sipakatau.identity.signin.Sessions;
import id.sipakatau.journal.Actor;
import id.sipakatau.journal.Journal;
import id.sipakatau.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** The part of this module that needs no web, without any account at first, with a clock of its own. */
public final class Accounts {

    public static final String PASSWORD = "kuda-laut-hijau-7";

    private static final DataSource DATABASE = TestDatabase.source();

    public final ChangedClock clock = new ChangedClock();
    public final DataSource source = DATABASE;
    public final Jdbi jdbi = Database.on(source);
    public final Passwords passwords = new Passwords(() -> 4);
    public final Sessions sessions = new Sessions(jdbi, clock);
    public final Staff staff = new Staff(new Journal(), sessions, passwords, clock);
    public final Invitations invitations = new Invitations(staff, sessions, clock);

    private final long journalBefore;

    public Accounts() {
        journalBefore = jdbi.inTransaction(handle -> {
            handle.execute("DELETE FROM staff");
            handle.execute("DELETE FROM sign_in_limit");
            return handle.createQuery("SELECT coalesce(max(seq), 0) FROM journal")
                    .mapTo(Long.class)
                    .one();
        });
    }

    public Device device(String address) {
        return new Device(address, "Firefox, Linux");
    }

    /** An account with {@link #PASSWORD}. */
    public UUID with(NewStaff person) {
        return jdbi.inTransaction(handle -> {
            var account = staff.add(handle, person, Actor.SYSTEM).id();
            var token = invitations.make(handle, account, Actor.SYSTEM);
            var accepted = invitations.accept(handle, token, passwords.hash(PASSWORD));
            return accepted.orElseThrow().account();
        });
    }

    public UUID administrator(String username) {
        return with(NewStaff.administrator(username, "Administrator"));
    }

    public UUID operator(String username) {
        return with(NewStaff.operator(username, "Operator Kebersihan", "kebersihan"));
    }

    public SecretToken session(UUID account) {
        return jdbi.inTransaction(handle -> sessions.open(handle, account, device("203.0.113.7")));
    }

    /** What the journal holds of accounts, oldest first: act and facts. */
    public List<Map.Entry<String, String>> journal() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT act, facts::text AS facts FROM journal WHERE seq > :before ORDER BY seq")
                .bind("before", journalBefore)
                .map((row, context) -> Map.entry(row.getString("act"), row.getString("facts")))
                .list());
    }
}
