package id.sipakatau.complaint;

import java.time.Instant;
import java.util.List;

/**
 * What a reporter gets for a complaint; the same each time the same complaint is sent.
 *
 * @param secret opens the reporter's own page; whoever has it is taken for the reporter
 */
public record Receipt(
        TrackingNumber trackingNumber,
        FollowSecret secret,
        Instant receivedAt,
        List<Filing.RefusedPhoto> refusedPhotos) {}
