package id.sipakatau.evidence.header;

import id.sipakatau.evidence.Dimensions;
import id.sipakatau.evidence.Unusable;
import java.io.ByteArrayOutputStream;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Walks the chunks of a PNG (W3C PNG, third edition, chapter 5). Its essence has the four kinds that make a picture. */
final class PngHeader {

    private static final int SIGNATURE = 8;
    private static final Set<String> ESSENTIAL = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    private final byte[] file;
    private final Bytes in;
    private final ByteArrayOutputStream essence;
    private byte @Nullable [] exif;
    private byte @Nullable [] profile;

    PngHeader(byte[] file) {
        this.file = file;
        in = new Bytes(file);
        essence = new ByteArrayOutputStream(file.length);
    }

    Header walk() throws Unusable {
        essence.write(file, 0, SIGNATURE);
        in.skip(SIGNATURE);
        var stored = firstChunk();
        String type;
        do {
            type = chunk();
        } while (!type.equals("IEND"));
        return new Header(Format.PNG, stored, 0, essence.toByteArray(), exif, profile);
    }

    private Dimensions firstChunk() throws Unusable {
        var ahead = new Bytes(file).skip(SIGNATURE);
        if (ahead.four() != 13 || !ahead.text(4).equals("IHDR")) {
            throw Unusable.broken("a PNG without a header");
        }
        return Header.dimensions(ahead.four(), ahead.four());
    }

    private String chunk() throws Unusable {
        int start = in.at();
        long length = in.four();
        var type = in.text(4);
        var content = in.part(length);
        in.skip(Math.min(4, in.left())); // some programs leave out the checksum of the last chunk
        if (ESSENTIAL.contains(type)) {
            essence.write(file, start, in.at() - start);
        } else if (type.equals("eXIf") && length <= Header.MAX_EXIF) {
            exif = content.copy(length);
        } else if (type.equals("iCCP") && length <= Header.MAX_PROFILE) {
            profile = inflated(content);
        }
        return type;
    }

    /** A name that ends with a zero, a zero for the method, and the compressed profile. */
    private static byte @Nullable [] inflated(Bytes content) {
        try (var inflater = new Inflater()) {
            content.seek(0);
            content.skip(2);
            inflater.setInput(content.copy(content.left()));
            var profile = new ByteArrayOutputStream();
            var buffer = new byte[8192];
            while (!inflater.finished() && profile.size() < Header.MAX_PROFILE) {
                int length = inflater.inflate(buffer);
                if (length == 0) {
                    return null;
                }
                profile.write(buffer, 0, length);
            }
            return inflater.finished() ? profile.toByteArray() : null;
        } catch (DataFormatException | Unusable e) {
            return null; // the picture is shown without its profile, as browsers do
        }
    }
}
