package id.sipakatau.identity.signin;

import id.sipakatau.identity.PasswordHash;
import id.sipakatau.identity.Passwords;
import id.sipakatau.identity.SecretToken;
import id.sipakatau.identity.SignedIn;
import id.sipakatau.identity.Staff;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Lets people who are signed in choose another password, which signs them out everywhere else. */
@ApplicationScoped
class PasswordChange {

    private final Jdbi jdbi;
    private final Staff staff;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SignInLimits limits;

    PasswordChange(Jdbi jdbi, Staff staff, Passwords passwords, Sessions sessions, SignInLimits limits) {
        this.jdbi = jdbi;
        this.staff = staff;
        this.passwords = passwords;
        this.sessions = sessions;
        this.limits = limits;
    }

    sealed interface Answer {
        /** The session that replaces the one in which it was done. */
        record Changed(SecretToken session) implements Answer {}

        record WrongCurrent() implements Answer {}

        record Wait(Duration time) implements Answer {}
    }

    /** The current password is asked for, and counted like a sign-in: a screen left open must not be enough. */
    Answer change(SignedIn person, String current, String chosen, Device device) {
        var wait = limits.take(person.username(), device);
        if (wait.isPresent()) {
            return new Answer.Wait(wait.get());
        }
        var known = hash(person);
        if (!passwords.matches(current, known.orElse(null))) {
            return new Answer.WrongCurrent();
        }
        limits.giveBack(person.username(), device);
        return replace(person, known.orElseThrow(), passwords.hash(chosen), device);
    }

    private Optional<PasswordHash> hash(SignedIn person) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "SELECT password_hash FROM staff WHERE id = :account AND active AND password_hash IS NOT NULL")
                        .bind("account", person.account())
                        .mapTo(String.class)
                        .findOne())
                .map(PasswordHash::new);
    }

    private Answer replace(SignedIn person, PasswordHash known, PasswordHash chosen, Device device) {
        return jdbi.inTransaction(transaction -> {
            int changed = transaction
                    .createUpdate("""
                            UPDATE staff SET password_hash = :chosen
                            WHERE id = :account AND active AND password_hash = :known
                            """)
                    .bind("account", person.account())
                    .bind("known", known.text())
                    .bind("chosen", chosen.text())
                    .execute();
            if (changed == 0) {
                return new Answer.WrongCurrent();
            }
            sessions.endAll(transaction, person.account());
            staff.record(transaction, Invitations.PASSWORD_SET, person.account(), person.actor(), Map.of());
            return new Answer.Changed(sessions.open(transaction, person.account(), device));
        });
    }
}
