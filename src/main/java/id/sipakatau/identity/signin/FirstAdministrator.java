package id.sipakatau.identity.signin;

import id.sipakatau.identity.NewStaff;
import id.sipakatau.identity.SecretToken;
import id.sipakatau.identity.Staff;
import id.sipakatau.journal.Actor;
import id.sipakatau.launch.Ready;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The way in where nobody can let anybody in yet: a link for the first administrator, told to whoever starts the
 * program. Each start tells a fresh one, until an administrator has a password; from then on there is none.
 */
@ApplicationScoped
class FirstAdministrator {

    private static final NewStaff FIRST = NewStaff.administrator("admin", "Administrator");
    /** Where another account has that name already. */
    private static final NewStaff FIRST_OTHERWISE = NewStaff.administrator("administrator", "Administrator");

    private final Jdbi jdbi;
    private final Staff staff;
    private final Invitations invitations;

    FirstAdministrator(Jdbi jdbi, Staff staff, Invitations invitations) {
        this.jdbi = jdbi;
        this.staff = staff;
        this.invitations = invitations;
    }

    void tell(@Observes Ready ready) {
        link().ifPresent(token -> {
            ready.say("");
            ready.say("  Administrator pertama membuat kata sandinya di sini, sekali saja, dalam 72 jam:");
            ready.say("  The first administrator chooses a password here, once only, within 72 hours:");
            ready.say("  %s/undangan/%s".formatted(ready.address(), token.text()));
        });
    }

    /** A fresh link's secret, which replaces the one before; empty when an administrator can sign in. */
    Optional<SecretToken> link() {
        return jdbi.inTransaction(transaction -> {
            // Two nodes that start at once must not make two accounts.
            transaction.execute("LOCK TABLE staff IN SHARE ROW EXCLUSIVE MODE");
            return somebodyCanSignIn(transaction)
                    ? Optional.empty()
                    : Optional.of(invitations.make(transaction, first(transaction), Actor.SYSTEM));
        });
    }

    private static boolean somebodyCanSignIn(Handle handle) {
        return handle.createQuery("""
                        SELECT EXISTS (SELECT FROM staff
                                       WHERE role = 'ADMINISTRATOR' AND active AND password_hash IS NOT NULL)
                        """).mapTo(Boolean.class).one();
    }

    private UUID first(Handle transaction) {
        return transaction
                .createQuery(
                        "SELECT id FROM staff WHERE role = 'ADMINISTRATOR' AND active ORDER BY created_at, id LIMIT 1")
                .mapTo(UUID.class)
                .findOne()
                .orElseGet(() ->
                        staff.add(transaction, free(transaction), Actor.SYSTEM).id());
    }

    private static NewStaff free(Handle handle) {
        boolean taken = handle.createQuery("SELECT EXISTS (SELECT FROM staff WHERE username = :name)")
                .bind("name", FIRST.username())
                .mapTo(Boolean.class)
                .one();
        return taken ? FIRST_OTHERWISE : FIRST;
    }
}
