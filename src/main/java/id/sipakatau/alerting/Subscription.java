package id.sipakatau.alerting;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who wants to hear of a complaint.
 *
 * @param target address of e-mail, or of a browser at its push service
 * @param browserKey the browser's public key; none for e-mail
 * @param browserAuth the browser's secret; none for e-mail
 * @param confirmedAt since when; empty while an address of e-mail has not said yes
 */
@SuppressWarnings("ArrayRecordComponent") // bytes for encryption, never compared
record Subscription(
        UUID id,
        UUID complaintId,
        Audience audience,
        Channel channel,
        String target,
        byte @Nullable [] browserKey,
        byte @Nullable [] browserAuth,
        String language,
        @Nullable Instant confirmedAt) {

    enum Audience {
        REPORTER,
        PUBLIC
    }

    enum Channel {
        EMAIL,
        PUSH
    }

    Locale locale() {
        return Locale.of(language);
    }

    public boolean isConfirmed() {
        return confirmedAt != null;
    }

    public boolean isEmail() {
        return channel == Channel.EMAIL;
    }

    /** The address so that its owner knows it and nobody else learns it: <i>w•••@example.com</i>. */
    public String masked() {
        int at = target.indexOf('@');
        return at < 1 ? "" : target.substring(0, 1) + "•••" + target.substring(at);
    }
}
