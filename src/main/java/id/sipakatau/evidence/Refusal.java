package id.sipakatau.evidence;

import java.util.Locale;

/** Why a file is not taken as a photo. The complaint it came with is kept. */
public enum Refusal {
    /** The content is no picture at all, whatever its name says; also an empty file and a video. */
    NOT_AN_IMAGE,
    /** More bytes than {@link EvidenceSettings#maxBytes()}. */
    TOO_MANY_BYTES,
    /** More pixels than {@link EvidenceSettings#maxPixels()}, or than its kind of file may have; never decoded. */
    TOO_MANY_PIXELS,
    /** A picture that is cut off or damaged, so that the decoder could not finish it. */
    BROKEN,
    /** HEIC or AVIF on a machine without a decoder for it. The sender can choose JPEG instead. */
    UNDECODABLE_HERE,
    /** A picture of a kind that is not taken: GIF, SVG, TIFF, BMP, animations, rare kinds of JPEG. */
    UNSUPPORTED;

    /** The key of the sentence that tells the sender, for example {@code evidence_refused_not_an_image}. */
    public String key() {
        return "evidence_refused_" + name().toLowerCase(Locale.ROOT);
    }
}
