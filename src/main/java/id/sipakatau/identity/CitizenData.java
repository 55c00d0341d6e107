package id.sipakatau.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that an account says of a citizen, apart from the list of complaints. */
public record CitizenData(
        Instant createdAt,
        List<Contact> contacts,
        List<Consent> consents,
        List<Browser> browsers,
        List<Passkey> passkeys) {

    /**
     * An address that was proven by a code.
     *
     * @param kind {@code EMAIL} or {@code PHONE}
     */
    public record Contact(String kind, String address, Instant confirmedAt) {}

    /**
     * That the citizen agreed to the consent text, which says what Law 27/2022 on personal data wants said: who, what, what
     * for, how long, and which rights.
     *
     * @param version of the text that was read
     * @param language in which it was read
     */
    public record Consent(String version, String language, Instant givenAt) {}

    /**
     * A passkey.
     *
     * @param browser in which it was made
     */
    public record Passkey(
            UUID id,
            String browser,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {}

    /**
     * A browser in which the citizen is signed in.
     *
     * @param network the address without its last part
     * @param current whether it is the one that asks
     */
    public record Browser(Instant createdAt, Instant lastSeenAt, String network, String browser, boolean current) {}
}
