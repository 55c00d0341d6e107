package id.sipakatau.identity.signin;

import id.sipakatau.identity.NewStaff;
import id.sipakatau.identity.PasswordHash;
import id.sipakatau.identity.Passwords;
import id.sipakatau.identity.SecretToken;
import id.sipakatau.identity.SignedIn;
import id.sipakatau.identity.StaffRole;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Lets people in who know their password. */
@ApplicationScoped
class SignIn {

    /** Longer ones can't be a user name; cutting them keeps a stranger from making large keys. */
    private static final int LONGEST_USERNAME = 100;

    private final Jdbi jdbi;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SignInLimits limits;

    SignIn(Jdbi jdbi, Passwords passwords, Sessions sessions, SignInLimits limits) {
        this.jdbi = jdbi;
        this.passwords = passwords;
        this.sessions = sessions;
        this.limits = limits;
    }

    sealed interface Answer {
        record Welcome(SignedIn person, SecretToken session) implements Answer {}

        /** User name or password is wrong, or the account is closed; which of them is told to nobody. */
        record Wrong() implements Answer {}

        record Wait(Duration time) implements Answer {}
    }

    private record Row(
            UUID account,
            String username,
            String name,
            StaffRole role,
            @Nullable String agency,
            boolean head,
            @Nullable String passwordHash) {

        SignedIn signedIn() {
            return new SignedIn(account, username, name, role, agency, head);
        }

        @Nullable
        PasswordHash hash() {
            return passwordHash == null ? null : new PasswordHash(passwordHash);
        }
    }

    Answer with(String typedUsername, String password, Device device) {
        var username = NewStaff.username(typedUsername);
        if (username.length() > LONGEST_USERNAME) {
            username = username.substring(0, LONGEST_USERNAME);
        }
        var wait = limits.take(username, device);
        if (wait.isPresent()) {
            return new Answer.Wait(wait.get());
        }
        var answer = check(username, password, device);
        if (answer instanceof Answer.Welcome) {
            limits.giveBack(username, device);
        }
        return answer;
    }

    private Answer check(String username, String password, Device device) {
        var row = jdbi.withHandle(handle -> account(handle, username));
        var known = passwords.matches(password, row.map(Row::hash).orElse(null));
        if (!known) {
            return new Answer.Wrong();
        }
        return jdbi.inTransaction(transaction -> {
            if (!isStillTrue(transaction, row.orElseThrow())) {
                return new Answer.Wrong();
            }
            sessions.removeExpired(transaction);
            var person = row.orElseThrow().signedIn();
            return new Answer.Welcome(person, sessions.open(transaction, person.account(), device));
        });
    }

    private static Optional<Row> account(Handle handle, String username) {
        return handle.createQuery("""
                        SELECT id AS account, username, name, role, agency, head, password_hash
                        FROM staff WHERE username = :username AND active
                        """)
                .bind("username", username)
                .mapTo(Row.class)
                .findOne();
    }

    /** Checking took a while: the password may have been changed, or the account closed, since the row was read. */
    private static boolean isStillTrue(Handle transaction, Row row) {
        return transaction
                .createQuery("""
                        SELECT id FROM staff WHERE id = :account AND active AND password_hash = :hash
                        FOR SHARE
                        """)
                .bind("account", row.account())
                .bind("hash", row.passwordHash())
                .mapTo(UUID.class)
                .findOne()
                .isPresent();
    }
}
