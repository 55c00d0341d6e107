package id.sipakatau.evidence.header;

import id.sipakatau.evidence.Refusal;
import id.sipakatau.evidence.Unusable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of pictures that are taken, told apart by their first bytes and never by a name. */
public enum Format {
    JPEG("image/jpeg"),
    PNG("image/png"),
    WEBP("image/webp"),
    HEIC("image/heic"),
    AVIF("image/avif");

    /** Enough of a file to know its kind. */
    static final int HEAD = 1024;

    private static final List<String> HEIC_BRANDS =
            List.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "heif");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The type of such a file on the web, for example {@code image/jpeg}. */
    public String mediaType() {
        return mediaType;
    }

    /** The kind of file that begins so, or why it is not taken. */
    static Format of(byte[] head) throws Unusable {
        var text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
            return WEBP;
        }
        var boxed = text.startsWith("ftyp", 4) ? ofBrands(text) : Optional.<Format>empty();
        if (boxed.isPresent()) {
            return boxed.get();
        }
        throw isOtherPicture(text)
                ? new Unusable(Refusal.UNSUPPORTED, "a kind of picture that is not taken")
                : new Unusable(Refusal.NOT_AN_IMAGE, "no known kind of picture");
    }

    /** ISO 23008-12: the box "ftyp" names a main brand and, after four bytes of version, compatible ones. */
    private static Optional<Format> ofBrands(String text) {
        int end = Math.min(text.length(), 256 * text.charAt(2) + text.charAt(3));
        if (text.startsWith("avif", 8) || text.startsWith("avis", 8)) {
            return Optional.of(AVIF);
        }
        for (int at = 8; at + 4 <= end; at += 4) {
            if (text.startsWith("avif", at)) {
                return Optional.of(AVIF);
            }
        }
        return HEIC_BRANDS.stream().anyMatch(brand -> text.startsWith(brand, 8)) ? Optional.of(HEIC) : Optional.empty();
    }

    private static boolean isOtherPicture(String text) {
        return text.startsWith("GIF8")
                || text.startsWith("II*\0")
                || text.startsWith("MM\0*")
                || text.startsWith("BM") && text.startsWith("\0\0\0\0", 6)
                || text.startsWith("\0\0\0\fJXL ")
                || text.startsWith("\u00ff\n")
                || isSvg(text);
    }

    private static boolean isSvg(String text) {
        var start = text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
        return start.stripLeading().startsWith("<")
                && text.toLowerCase(Locale.ROOT).contains("<svg");
    }
}
