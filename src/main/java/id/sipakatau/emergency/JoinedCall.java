package id.sipakatau.emergency;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else on the same line of the internet, near to a call that nobody had seen yet. It rings with that one; its caller has
 * a page of their own, since the two may be strangers.
 *
 * @param id as the phone made it, and its complaint's as soon as it stands by itself
 * @param complaintId of the call that it joined
 * @param latitude where the caller is, with {@code longitude}
 * @param accuracyM radius of the phone's measurement in metres
 */
public record JoinedCall(
        UUID id,
        UUID complaintId,
        Instant at,
        double latitude,
        double longitude,
        @Nullable Double accuracyM) {}
