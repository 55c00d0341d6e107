package id.sipakatau.evidence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A photo that belongs to a complaint.
 *
 * @param ordinal its place among the photos that came together, from 0
 * @param original digest of the file as it was sent, which is kept and never public
 * @param mediaType of the original, found from its content
 * @param bytes length of the original
 * @param width pixels across as people see it, so after turning it upright
 * @param height pixels down as people see it
 * @param reduced digest of the reduced copy that was sent first, whose full file this is or is still to come; or null
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
        @Nullable Digest reduced,
        Digest large,
        Digest thumbnail,
        Instant receivedAt) {

    /** The longer side of a large public picture, at most, in pixels. */
    public static final int LARGE_EDGE = 1600;

    /** The size of a small public picture, at most. */
    public static final Dimensions THUMBNAIL = new Dimensions(320, 240);

    /** What the photo is to its complaint. */
    public enum Role {
        /** What is complained about. */
        REPORT,
        /** That it has been done. */
        COMPLETION,
        /** Is to show that it has been done, but the work is not finished yet; for staff only. */
        PROOF,
        /**
         * The full file of a photo whose reduced copy was sent first, come when the copy had been judged already. Nobody has
         * looked at it, so it is for staff only.
         */
        DETAIL,
        /** Goes with the reporter's answer to a question of the agency; checked by nobody, so for staff and reporter only. */
        ANSWER,
        /** Shows why the reporter says that it is not done; likewise for staff and reporter only. */
        CONTEST
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

    /** Whether a reduced copy stands in for the full file, which is still to come. */
    public boolean isReduced() {
        return original.equals(reduced);
    }

    Digest digest(Size size) {
        return size == Size.LARGE ? large : thumbnail;
    }
}
