package id.sipakatau.evidence;

import id.sipakatau.city.Position;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the file says about the taking of the photo. Anybody can write anything into a file, so this helps an
 * administrator judge a photo and proves nothing. No text of the file is among it.
 *
 * @param takenAt when it was taken, or null if the file does not tell
 * @param zoneAssumed whether the file gave only a local time, read here in the zone that the caller assumed
 * @param position where it was taken, or null
 * @param accuracyMetres how exact the position is, in metres, or null
 * @param directionDegrees where the camera looked, clockwise from north, or null
 * @param orientation the EXIF orientation 1 to 8 of the original, already applied to everything derived from it
 */
public record CaptureData(
        @Nullable Instant takenAt,
        boolean zoneAssumed,
        @Nullable Position position,
        @Nullable Double accuracyMetres,
        @Nullable Double directionDegrees,
        int orientation) {

    /** Of a file that tells nothing: upright, and neither time nor place. */
    public static final CaptureData NONE = new CaptureData(null, false, null, null, null, 1);

    /** @throws IllegalArgumentException if the orientation is not 1 to 8 */
    public CaptureData {
        if (orientation < 1 || orientation > 8) {
            throw new IllegalArgumentException("orientation must be 1 to 8, but is " + orientation);
        }
    }

    /** The same for a picture that its decoder has turned upright already. */
    public CaptureData upright() {
        return new CaptureData(takenAt, zoneAssumed, position, accuracyMetres, directionDegrees, 1);
    }
}
