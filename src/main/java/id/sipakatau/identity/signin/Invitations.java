package id.sipakatau.identity.signin;

import id.sipakatau.identity.PasswordHash;
import id.sipakatau.identity.SecretToken;
import id.sipakatau.identity.SignedIn;
import id.sipakatau.identity.Staff;
import id.sipakatau.identity.StaffRefusal;
import id.sipakatau.identity.StaffRole;
import id.sipakatau.journal.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** One-time links by which people choose their password, so that no administrator ever knows one. */
@ApplicationScoped
public class Invitations {

    static final Duration VALID = Duration.ofHours(72);

    static final String INVITED = "STAFF_INVITED";
    static final String PASSWORD_SET = "STAFF_PASSWORD_SET";

    private final Staff staff;
    private final Sessions sessions;
    private final InstantSource clock;

    public Invitations(Staff staff, Sessions sessions, InstantSource clock) {
        this.staff = staff;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Whom an invitation is for. */
    public record Invited(
            UUID account,
            String username,
            String name,
            StaffRole role,
            @Nullable String agency,
            boolean head) {

        SignedIn signedIn() {
            return new SignedIn(account, username, name, role, agency, head);
        }
    }

    /**
     * Makes a link's secret; earlier ones of the account stop working. Whoever has a password loses it, and is signed
     * out everywhere, at once: a new link is asked for when it was forgotten, or when somebody else may know it.
     *
     * @throws StaffRefusal if the account is closed or does not exist
     */
    public SecretToken make(Handle transaction, UUID account, Actor by) {
        int open = transaction
                .createUpdate("UPDATE staff SET password_hash = NULL WHERE id = :account AND active")
                .bind("account", account)
                .execute();
        if (open == 0) {
            throw new StaffRefusal(
                    staff.find(transaction, account).isPresent()
                            ? StaffRefusal.Reason.CLOSED
                            : StaffRefusal.Reason.NO_SUCH_ACCOUNT);
        }
        sessions.endAll(transaction, account);
        var token = SecretToken.random();
        transaction
                .createUpdate("DELETE FROM staff_invitation WHERE staff_id = :account")
                .bind("account", account)
                .execute();
        transaction
                .createUpdate("""
                        INSERT INTO staff_invitation (token_digest, staff_id, created_at, expires_at)
                        VALUES (:digest, :account, :now, :expires)
                        """)
                .bind("digest", token.digest())
                .bind("account", account)
                .bind("now", clock.instant())
                .bind("expires", clock.instant().plus(VALID))
                .execute();
        staff.record(transaction, INVITED, account, by, Map.of());
        return token;
    }

    /** Whom this link invites; empty if it is unknown, used, replaced or too old. Looking does not use it up. */
    Optional<Invited> find(Handle handle, SecretToken token) {
        return handle.createQuery("""
                        SELECT s.id AS account, s.username, s.name, s.role, s.agency, s.head
                        FROM staff_invitation i JOIN staff s ON s.id = i.staff_id
                        WHERE i.token_digest = :digest AND i.used_at IS NULL AND i.expires_at > :now AND s.active
                        """)
                .bind("digest", token.digest())
                .bind("now", clock.instant())
                .mapTo(Invited.class)
                .findOne();
    }

    /** Sets the password of the person invited and uses the link up; empty if it does not work (any more). */
    public Optional<Invited> accept(Handle transaction, SecretToken token, PasswordHash password) {
        var invited = find(transaction, token).filter(person -> useUp(transaction, token));
        invited.ifPresent(person -> {
            transaction
                    .createUpdate("UPDATE staff SET password_hash = :hash WHERE id = :account")
                    .bind("hash", password.text())
                    .bind("account", person.account())
                    .execute();
            sessions.endAll(transaction, person.account());
            staff.record(
                    transaction,
                    PASSWORD_SET,
                    person.account(),
                    person.signedIn().actor(),
                    Map.of());
        });
        return invited;
    }

    /** One statement, so that of two people who press at once only one gets in. */
    private boolean useUp(Handle transaction, SecretToken token) {
        return transaction
                        .createUpdate("""
                                UPDATE staff_invitation SET used_at = :now
                                WHERE token_digest = :digest AND used_at IS NULL AND expires_at > :now
                                """)
                        .bind("now", clock.instant())
                        .bind("digest", token.digest())
                        .execute()
                == 1;
    }
}
