package id.sipakatau.evidence;

import id.sipakatau.web.Page;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something about a proof that people should know before they trust it. It proves nothing and forbids nothing: an operator
 * says why it is all right.
 *
 * @param photo the proof
 * @param otherComplaint the complaint in which the same picture was shown before; of {@link Code#SAME_FILE} and
 *     {@link Code#SAME_PICTURE} only
 * @param at when the other photo arrived, or when this one was taken; empty where the code tells all
 * @param metres how far from the complaint's place it was taken; of {@link Code#FAR} only
 */
public record Finding(
        UUID photo,
        Code code,
        @Nullable UUID otherComplaint,
        @Nullable Instant at,
        @Nullable Double metres) {

    /** What was found; the codes stand in the journal. */
    public enum Code {
        /** The very same file was sent before. */
        SAME_FILE,
        /** Another file with the same picture was sent before. */
        SAME_PICTURE,
        /** Taken longer ago than {@link Proofs#MOST_AGE}. */
        OLD,
        /** Taken, as the file says, after it arrived: the camera's clock is wrong, or the file was changed. */
        AHEAD,
        /** Taken further away than {@link Proofs#MOST_METRES}. */
        FAR,
        /** The file tells neither time nor place, as one that came through a messenger. */
        NO_CAPTURE_DATA,
        /** Chosen from the gallery, where a photo taken at this moment was asked for. */
        GALLERY,
        /** The file tells no time. */
        NO_TIME,
        /** The file tells no place. */
        NO_PLACE
    }

    /**
     * The finding in a sentence.
     *
     * @param ofThis the complaint that the proof belongs to
     * @param number tracking number of the other complaint, where this reader may know it; otherwise empty
     */
    public String words(Page page, UUID ofThis, @Nullable String number) {
        var key = "finding_" + code;
        var formats = page.formats();
        return switch (code) {
            case SAME_FILE, SAME_PICTURE -> {
                // Of a complaint that this reader may not know, its time is not told either.
                if (ofThis.equals(otherComplaint)) {
                    yield page.text(key + "_own", at == null ? "" : formats.day(at));
                }
                yield number == null
                        ? page.text(key + "_hidden")
                        : page.text(key, number, at == null ? "" : formats.day(at));
            }
            case OLD -> page.text(key, at == null ? "" : formats.ago(at));
            case FAR -> page.text(key, formats.distance(metres == null ? 0 : metres));
            case AHEAD, NO_CAPTURE_DATA, GALLERY, NO_TIME, NO_PLACE -> page.text(key);
        };
    }
}
