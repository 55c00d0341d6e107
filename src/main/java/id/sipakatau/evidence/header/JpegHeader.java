package id.sipakatau.evidence.header;

import id.sipakatau.evidence.Dimensions;
import id.sipakatau.evidence.Refusal;
import id.sipakatau.evidence.Unusable;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Walks the segments of a JPEG up to its end marker (ITU-T T.81, annex B); what follows the end marker is not looked at.
 *
 * <p>Its essence leaves out comments, previews, makers' notes, colour profiles, and a tail that is really a web page.
 */
final class JpegHeader {

    /**
     * The most scans that a picture may have. A progressive JPEG has about ten; each further one makes the decoder walk
     * all pixels again for a handful of bytes.
     */
    private static final int MAX_SCANS = 100;

    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] ICC = "ICC_PROFILE\0".getBytes(StandardCharsets.ISO_8859_1);

    private final byte[] file;
    private final Bytes in;
    private final ByteArrayOutputStream essence;
    private final ByteArrayOutputStream profile = new ByteArrayOutputStream();
    private byte @Nullable [] exif;
    private @Nullable Dimensions stored;
    private int components;
    private boolean progressive;
    private int scans;

    JpegHeader(byte[] file) {
        this.file = file;
        in = new Bytes(file);
        essence = new ByteArrayOutputStream(file.length);
    }

    Header walk() throws Unusable {
        essence.write(file, 0, 2);
        int marker = nextMarker();
        while (marker != END) {
            marker = isAlone(marker) ? nextMarker() : segment(marker);
        }
        essence.write(0xFF);
        essence.write(END);
        if (stored == null || scans == 0) {
            throw Unusable.broken("a JPEG without a picture");
        }
        // A decoder keeps two bytes for each sample if it can't finish row by row.
        int wholeInMemory = progressive || scans > 1 ? 2 * components : 0;
        // The decoder itself needs the profile of a CMYK picture.
        var rgb = components == 3 && profile.size() > 0 ? profile.toByteArray() : null;
        return new Header(Format.JPEG, stored, wholeInMemory, essence.toByteArray(), exif, rgb);
    }

    /** Bytes between segments are skipped, as every decoder does. */
    private int nextMarker() throws Unusable {
        int value = 0;
        while (value == 0) {
            in.seek(0xFF);
            do {
                value = in.one();
            } while (value == 0xFF);
        }
        return value;
    }

    private static boolean isAlone(int marker) {
        return isRestart(marker) || marker == START || marker == 0x01;
    }

    private static boolean isRestart(int marker) {
        return marker >= 0xD0 && marker <= 0xD7;
    }

    /** Reads the segment and what belongs to it, and returns the marker after it. */
    private int segment(int marker) throws Unusable {
        int length = in.two();
        if (length < 2) {
            throw Unusable.broken("a segment of negative length");
        }
        var content = in.copy(length - 2);
        if (isFrame(marker)) {
            frame(marker, content);
        } else if (marker == 0xE1 && exif == null && startsWith(content, EXIF)) {
            exif = Arrays.copyOfRange(content, EXIF.length, content.length);
        } else if (marker == 0xE2 && startsWith(content, ICC) && profile.size() + length <= Header.MAX_PROFILE) {
            int text = Math.min(content.length, ICC.length + 2); // two bytes count the parts, which come in order
            profile.write(content, text, content.length - text);
        }
        int kept = isEssential(marker) ? keep(marker, length) : in.at();
        if (marker != START_OF_SCAN) {
            return nextMarker();
        }
        int next = scan();
        essence.write(file, kept, in.at() - 2 - kept);
        return next;
    }

    /** SOF0 to SOF15, but for three markers in between that mean something else. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private void frame(int marker, byte[] content) throws Unusable {
        if (marker > 0xC2 || content.length > 0 && content[0] != 8) {
            throw new Unusable(Refusal.UNSUPPORTED, "a JPEG that is lossless, arithmetic or not of 8 bits");
        }
        if (content.length < 6 || stored != null) {
            throw Unusable.broken("a JPEG with a wrong frame");
        }
        var frame = new Bytes(content).skip(1);
        int height = frame.two();
        stored = Header.dimensions(frame.two(), height);
        components = frame.one();
        if (components != 1 && components != 3 && components != 4) {
            throw Unusable.broken("a JPEG of " + components + " components");
        }
        progressive = marker == 0xC2;
    }

    /** Frames, tables, scans, restart interval, and what tells the colours: JFIF and Adobe. CMYK needs its profile. */
    private boolean isEssential(int marker) {
        return marker >= 0xC0 && marker <= 0xDD
                || marker == 0xE0
                || marker == 0xEE
                || marker == 0xE2 && components == 4;
    }

    private int keep(int marker, int length) {
        essence.write(0xFF);
        essence.write(marker);
        essence.write(file, in.at() - length, length);
        return in.at();
    }

    /** Passes over the compressed data; within it only restart markers and a stuffed zero may follow 0xFF. */
    private int scan() throws Unusable {
        if (++scans > MAX_SCANS) {
            throw Unusable.broken("a JPEG of more than " + MAX_SCANS + " scans");
        }
        int next;
        do {
            in.seek(0xFF);
            next = in.skip(1).one();
            while (next == 0xFF) {
                next = in.one();
            }
        } while (next == 0 || isRestart(next));
        return next;
    }

    private static boolean startsWith(byte[] content, byte[] start) {
        return content.length >= start.length && Arrays.equals(content, 0, start.length, start, 0, start.length);
    }
}
