package id.sipakatau.identity.passkey;

import id.sipakatau.identity.Citizen;
import id.sipakatau.identity.CitizensOnly;
import id.sipakatau.identity.SecretToken;
import id.sipakatau.identity.citizen.Passkeys;
import id.sipakatau.identity.signin.Device;
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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jdbi.v3.core.Jdbi;

/** Registering a passkey for one's account, by the script of the page, and deleting one. */
@Path("/akun/kunci")
@PermitAll
@CitizensOnly
@RunOnVirtualThread
class PasskeyPages {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /** What the browser is to make, as {@code PublicKeyCredentialCreationOptions} with bytes in Base64 for addresses. */
    record Offer(
            String challenge,
            Site rp,
            User user,
            List<Kind> pubKeyCredParams,
            long timeout,
            List<Known> excludeCredentials,
            Selection authenticatorSelection,
            String attestation) {}

    record Site(String id, String name) {}

    record User(String id, String name, String displayName) {}

    record Kind(String type, long alg) {}

    record Known(String type, String id) {}

    record Selection(String residentKey, boolean requireResidentKey, String userVerification) {}

    private final Challenges challenges;
    private final Ceremonies ceremonies;
    private final Passkeys passkeys;
    private final Citizen citizen;
    private final Jdbi jdbi;
    private final Page page;
    private final RoutingContext request;

    PasskeyPages(
            Challenges challenges,
            Ceremonies ceremonies,
            Passkeys passkeys,
            Citizen citizen,
            Jdbi jdbi,
            Page page,
            RoutingContext request) {
        this.challenges = challenges;
        this.ceremonies = ceremonies;
        this.passkeys = passkeys;
        this.citizen = citizen;
        this.jdbi = jdbi;
        this.page = page;
        this.request = request;
    }

    @POST
    @Path("tawaran")
    @Produces(MediaType.APPLICATION_JSON)
    public Offer offer() {
        // The name is shown by the device beside the passkey; an account always has an address.
        var name = citizen.data().contacts().getFirst().address();
        return jdbi.inTransaction(transaction ->
                offer(challenges.make(transaction, account()), name, passkeys.credentialIds(transaction, account())));
    }

    private Offer offer(SecretToken challenge, String name, List<byte[]> known) {
        return new Offer(
                BASE64.encodeToString(Challenges.bytes(challenge)),
                new Site(PasskeyEntry.site(page).host(), "SIPAKATAU"),
                new User(BASE64.encodeToString(account().toString().getBytes(StandardCharsets.US_ASCII)), name, name),
                Ceremonies.ALGORITHMS.stream()
                        .map(number -> new Kind("public-key", number))
                        .toList(),
                Challenges.LIFE.toMillis(),
                known.stream()
                        .map(id -> new Known("public-key", BASE64.encodeToString(id)))
                        .toList(),
                new Selection("required", true, "required"),
                "none");
    }

    /** @param made the browser's credential as JSON */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response register(String made) {
        var browser = Device.of(request).browser();
        boolean kept = jdbi.inTransaction(transaction -> ceremonies
                .register(transaction, account(), made, PasskeyEntry.site(page))
                .map(passkey -> passkeys.add(transaction, passkey, browser))
                .orElse(false));
        if (!kept) {
            throw new Problem(422, "kunci_not_registered");
        }
        page.leaveNotice("kunci_registered");
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/hapus")
    public Response remove(@RestPath UUID id) {
        jdbi.useTransaction(transaction -> passkeys.remove(transaction, account(), id));
        page.leaveNotice("kunci_removed");
        return Response.seeOther(URI.create("/akun/data")).build();
    }

    private UUID account() {
        return citizen.account().orElseThrow();
    }
}
