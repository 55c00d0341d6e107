package id.sipakatau.identity.passkey;

import id.sipakatau.database.Tries;
import id.sipakatau.database.Tries.Allowance;
import id.sipakatau.identity.citizen.AccountCookie;
import id.sipakatau.identity.citizen.AccountSessions;
import id.sipakatau.identity.citizen.CitizenAccounts;
import id.sipakatau.identity.signin.Device;
import id.sipakatau.identity.signin.WantedPage;
import id.sipakatau.web.Page;
import id.sipakatau.web.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import org.jboss.resteasy.reactive.RestQuery;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Signing in by a passkey that the device finds by itself: nobody says first whose it is, so nothing can be asked. */
@Path("/akun/masuk/kunci")
@PermitAll
@RunOnVirtualThread
class PasskeyEntry {

    private static final Allowance ASKED = new Allowance("passkey from address", 60, Duration.ofMinutes(15));

    /** What the browser is to sign, as {@code PublicKeyCredentialRequestOptions} with bytes in Base64 for addresses. */
    record Offer(String challenge, String rpId, long timeout, String userVerification) {}

    /** @param next path of the page to go on with */
    record Entered(String next) {}

    private final Challenges challenges;
    private final Ceremonies ceremonies;
    private final CitizenAccounts accounts;
    private final AccountSessions sessions;
    private final Tries tries;
    private final Jdbi jdbi;
    private final Page page;
    private final RoutingContext request;

    PasskeyEntry(
            Challenges challenges,
            Ceremonies ceremonies,
            CitizenAccounts accounts,
            AccountSessions sessions,
            Tries tries,
            Jdbi jdbi,
            Page page,
            RoutingContext request) {
        this.challenges = challenges;
        this.ceremonies = ceremonies;
        this.accounts = accounts;
        this.sessions = sessions;
        this.tries = tries;
        this.jdbi = jdbi;
        this.page = page;
        this.request = request;
    }

    @POST
    @Path("tawaran")
    @Produces(MediaType.APPLICATION_JSON)
    public Offer offer() {
        tries.take(ASKED, Device.of(request).limited()).ifPresent(wait -> {
            throw new Problem(429, "kunci_wait", Math.max(1, wait.toMinutes())).retryAfter(wait);
        });
        var challenge = jdbi.inTransaction(transaction -> challenges.make(transaction, null));
        return new Offer(
                Base64.getUrlEncoder().withoutPadding().encodeToString(Challenges.bytes(challenge)),
                site(page).host(),
                Challenges.LIFE.toMillis(),
                "required");
    }

    /**
     * @param used the browser's credential as JSON
     * @param ke the page that was wanted
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Entered enter(String used, @RestQuery @Nullable String ke) {
        var session = jdbi.inTransaction(transaction -> ceremonies
                        .enter(transaction, used, site(page))
                        // Who has not read the newest consent text comes by a code, where it is shown.
                        .filter(account -> accounts.hasAgreed(transaction, account))
                        .map(account -> sessions.open(transaction, account, Device.of(request))))
                .orElseThrow(() -> new Problem(422, "kunci_unknown"));
        AccountCookie.SESSION.read(request).ifPresent(sessions::end);
        AccountCookie.SESSION.give(request, session);
        return new Entered(WantedPage.of(ke).map(WantedPage::path).orElse("/akun"));
    }

    /** This site as browsers bind passkeys to it. */
    static Ceremonies.Site site(Page page) {
        var origin = URI.create(page.address(""));
        return new Ceremonies.Site(origin.toString(), origin.getHost());
    }
}
