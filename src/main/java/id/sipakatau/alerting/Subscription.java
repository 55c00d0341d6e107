package id.sipakatau.alerting;

import id.sipakatau.alerting.push.Browser;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
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

    /** The browser that it stands for, where it is none of e-mail. */
    Browser browser() {
        return new Browser(URI.create(target), Objects.requireNonNull(browserKey), Objects.requireNonNull(browserAuth));
    }

    /** Under which a push service lets a newer message replace an older; exactly the 32 characters that it allows. */
    String topic() {
        return id.toString().replace("-", "");
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
