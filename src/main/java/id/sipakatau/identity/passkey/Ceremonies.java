package id.sipakatau.identity.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.Challenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import id.sipakatau.identity.citizen.Passkeys;
import id.sipakatau.identity.citizen.Passkeys.Passkey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Checks what a device signed. Which device it is, is not asked (no attestation): a cheap phone is as welcome as any. That
 * the device knew its owner (screen lock, finger, face) is.
 */
@ApplicationScoped
class Ceremonies {

    /** COSE numbers of the signatures that devices make: ES256, EdDSA, RS256. */
    static final List<Long> ALGORITHMS = List.of(-7L, -8L, -257L);

    private static final List<PublicKeyCredentialParameters> KINDS = ALGORITHMS.stream()
            .map(number -> new PublicKeyCredentialParameters(
                    PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.create(number)))
            .toList();

    private static final Logger LOG = Logger.getLogger(Ceremonies.class);
    private static final boolean OWNER_KNOWN = true;

    private final WebAuthnManager manager;
    private final AttestedCredentialDataConverter credentials;
    private final Challenges challenges;
    private final Passkeys passkeys;

    Ceremonies(Challenges challenges, Passkeys passkeys) {
        var converter = new ObjectConverter();
        this.manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
        this.credentials = new AttestedCredentialDataConverter(converter);
        this.challenges = challenges;
        this.passkeys = passkeys;
    }

    /**
     * Where passkeys of this site are valid.
     *
     * @param origin scheme, host and port as the browser sees them
     * @param host the name that they are bound to
     */
    record Site(String origin, String host) {}

    /** The passkey that a device made for an account; empty if anything about it is not right. */
    Optional<Passkey> register(Handle transaction, UUID account, String json, Site site) {
        return parsed(() -> manager.parseRegistrationResponseJSON(json))
                .flatMap(made -> register(transaction, account, made, site));
    }

    private Optional<Passkey> register(Handle transaction, UUID account, RegistrationData made, Site site) {
        var client = made.getCollectedClientData();
        if (client == null || !challenges.use(transaction, client.getChallenge().getValue(), account)) {
            return Optional.empty();
        }
        var here = here(site, client.getChallenge());
        try {
            manager.verify(made, new RegistrationParameters(here, KINDS, OWNER_KNOWN, true));
        } catch (DataConversionException | VerificationException wrong) {
            return nothing(wrong);
        }
        var proof = Objects.requireNonNull(made.getAttestationObject()).getAuthenticatorData();
        var credential = Objects.requireNonNull(proof.getAttestedCredentialData());
        return Optional.of(new Passkey(
                credential.getCredentialId(),
                account,
                credentials.convert(credential),
                proof.getSignCount(),
                proof.isFlagBE(),
                proof.isFlagBS()));
    }

    /** The account whose passkey a device used; empty if anything about it is not right. */
    Optional<UUID> enter(Handle transaction, String json, Site site) {
        return parsed(() -> manager.parseAuthenticationResponseJSON(json))
                .flatMap(used -> enter(transaction, used, site));
    }

    private Optional<UUID> enter(Handle transaction, AuthenticationData used, Site site) {
        var client = used.getCollectedClientData();
        if (client == null || !challenges.use(transaction, client.getChallenge().getValue(), null)) {
            return Optional.empty();
        }
        var passkey = passkeys.find(transaction, used.getCredentialId())
                .filter(known -> isOf(known, used.getUserHandle()))
                .orElse(null);
        if (passkey == null) {
            return Optional.empty();
        }
        var here = here(site, client.getChallenge());
        try {
            manager.verify(used, new AuthenticationParameters(here, record(passkey), null, OWNER_KNOWN, true));
        } catch (DataConversionException | VerificationException wrong) {
            return nothing(wrong);
        }
        var proof = Objects.requireNonNull(used.getAuthenticatorData());
        passkeys.used(transaction, passkey.credentialId(), proof.getSignCount(), proof.isFlagBS());
        return Optional.of(passkey.account());
    }

    /** What the library reads, whichever way it fails at what anybody may send. */
    private static <T> Optional<T> parsed(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (RuntimeException unreadable) {
            return nothing(unreadable);
        }
    }

    private static boolean isOf(Passkey passkey, byte @Nullable [] userHandle) {
        return Challenges.account(userHandle).filter(passkey.account()::equals).isPresent();
    }

    private CredentialRecordImpl record(Passkey passkey) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                OWNER_KNOWN,
                passkey.backupEligible(),
                passkey.backedUp(),
                passkey.signCount(),
                credentials.convert(passkey.credential()),
                null,
                null,
                null,
                null);
    }

    private static ServerProperty here(Site site, Challenge challenge) {
        return ServerProperty.builder()
                .origin(new Origin(site.origin))
                .rpId(site.host)
                .challenge(challenge)
                .build();
    }

    private static <T> Optional<T> nothing(RuntimeException wrong) {
        LOG.debugf("A passkey was refused: %s", wrong.getMessage());
        return Optional.empty();
    }
}
