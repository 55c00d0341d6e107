package id.sipakatau.alerting.subscription;

import id.sipakatau.alerting.push.Browser;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who wants to hear of a complaint, or of all those of a place or kind.
 *
 * @param complaintId the complaint; empty where {@code area}, {@code category} or both say which are followed
 * @param target address of e-mail, or of a browser at its push service
 * @param browserKey the browser's public key; none for e-mail
 * @param browserAuth the browser's secret; none for e-mail
 * @param confirmedAt since when; empty while an address of e-mail has not said yes
 */
@SuppressWarnings("ArrayRecordComponent") // bytes for encryption, never compared
public record Subscription(
        UUID id,
        @Nullable UUID complaintId,
        @Nullable String area,
        @Nullable String category,
        Audience audience,
        Channel channel,
        String target,
        byte @Nullable [] browserKey,
        byte @Nullable [] browserAuth,
        String language,
        @Nullable Instant confirmedAt) {

    public enum Audience {
        REPORTER,
        PUBLIC
    }

    public enum Channel {
        EMAIL,
        PUSH
    }

    public Followed followed() {
        return new Followed(audience, complaintId, area, category);
    }

    /** The browser that it stands for, where it is none of e-mail. */
    public Browser browser() {
        return new Browser(URI.create(target), Objects.requireNonNull(browserKey), Objects.requireNonNull(browserAuth));
    }

    /** Under which a push service lets a newer message replace an older; exactly the 32 characters that it allows. */
    public String topic() {
        return id.toString().replace("-", "");
    }

    public Locale locale() {
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
