package id.sipakatau.evidence;

import java.time.Instant;
import java.util.UUID;

/**
 * A photo that belongs to a complaint.
 *
 * @param ordinal its place among the photos that came together, from 0
 * @param original digest of the file as it was sent, which is kept and never public
 * @param mediaType of the original, found from its content
 * @param bytes length of the original
 * @param width pixels across as people see it, so after turning it upright
 * @param height pixels down as people see it
 * @param large digest of the large public picture
 * @param thumbnail digest of the small public picture
 */
public record Photo(
        UUID id,
        UUID complaintId,
        Role role,
        int ordinal,
        Source source,
        Digest original,
        String mediaType,
        long bytes,
        int width,
        int height,
        CaptureData capture,
        Digest large,
        Digest thumbnail,
        Instant receivedAt) {

    /** The longer side of a large public picture, at most, in pixels. */
    public static final int LARGE_EDGE = 1600;

    /** The size of a small public picture, at most. */
    public static final Dimensions THUMBNAIL = new Dimensions(320, 240);

    /** What the photo shows: what is complained about, or that it has been done. */
    public enum Role {
        REPORT,
        COMPLETION
    }

    /** How the photo came into the sender's program, as that program says. */
    public enum Source {
        CAMERA,
        GALLERY,
        UNKNOWN
    }

    /** The two public pictures of a photo. */
    public enum Size {
        /** The whole picture, at most 1600 pixels on its longer side, never enlarged. */
        LARGE,
        /** The middle of the picture in the shape 4:3, at most 320 by 240 pixels, some 12 KB. */
        THUMBNAIL
    }

    /** Pixels across and down of a public picture, so that a page can leave the right room for it. */
    public Dimensions dimensions(Size size) {
        var large = new Dimensions(width, height).within(LARGE_EDGE);
        return size == Size.LARGE ? large : large.covering(THUMBNAIL);
    }

    Digest digest(Size size) {
        return size == Size.LARGE ? large : thumbnail;
    }
}
