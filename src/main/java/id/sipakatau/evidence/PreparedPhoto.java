package id.sipakatau.evidence;

import id.sipakatau.evidence.likeness.Print;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A photo that has been checked and whose files are kept, but that belongs to no complaint yet. It holds no open file
 * and may be kept, sent or attached more than once.
 *
 * @param original digest of the file as it was sent
 * @param mediaType of the original, found from its content
 * @param bytes length of the original
 * @param width pixels across after turning it upright
 * @param height pixels down after turning it upright
 * @param print by which the picture is known again; empty if there is too little to see in it, or it was not made
 * @param receivedAt when the file arrived here
 */
public record PreparedPhoto(
        Digest original,
        String mediaType,
        long bytes,
        int width,
        int height,
        Photo.Source source,
        CaptureData capture,
        Digest large,
        Digest thumbnail,
        @Nullable Print print,
        Instant receivedAt) {

    /** The same photo as if it had arrived at another time; for generated data. */
    public PreparedPhoto receivedAt(Instant time) {
        return new PreparedPhoto(
                original, mediaType, bytes, width, height, source, capture, large, thumbnail, print, time);
    }
}
