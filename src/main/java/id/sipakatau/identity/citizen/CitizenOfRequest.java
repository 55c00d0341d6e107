package id.sipakatau.identity.citizen;

import id.sipakatau.identity.AccountComplaints;
import id.sipakatau.identity.Citizen;
import id.sipakatau.identity.CitizenData;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Finds the citizen by the cookie, once in a request; in templates <code>{cdi:citizen.signedIn}</code>. */
@Named("citizen")
@RequestScoped
public class CitizenOfRequest implements Citizen {

    private final AccountSessions sessions;
    private final CitizenAccounts accounts;
    private final Passkeys passkeys;
    private final AccountComplaints complaints;
    private final Jdbi jdbi;
    private final RoutingContext request;
    private @Nullable Optional<UUID> found;

    CitizenOfRequest(
            AccountSessions sessions,
            CitizenAccounts accounts,
            Passkeys passkeys,
            AccountComplaints complaints,
            Jdbi jdbi,
            RoutingContext request) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.complaints = complaints;
        this.jdbi = jdbi;
        this.request = request;
    }

    @Override
    public Optional<UUID> account() {
        if (found == null) {
            found = AccountCookie.SESSION.read(request).flatMap(sessions::holder);
        }
        return found;
    }

    @Override
    public CitizenData data() {
        var account = account().orElseThrow();
        return jdbi.withHandle(handle -> new CitizenData(
                accounts.createdAt(handle, account),
                accounts.contacts(handle, account),
                accounts.consents(handle, account),
                sessions.of(handle, account, AccountCookie.SESSION.read(request)),
                passkeys.of(handle, account)));
    }

    public boolean isSignedIn() {
        return account().isPresent();
    }

    /** Whether a complaint is in the citizen's list. */
    public boolean keeps(UUID complaint) {
        return account()
                .map(account -> jdbi.withHandle(handle -> complaints.isKept(handle, account, complaint)))
                .orElse(false);
    }
}
