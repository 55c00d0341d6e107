package id.sipakatau.evidence.header;

import id.sipakatau.evidence.Dimensions;
import id.sipakatau.evidence.Refusal;
import id.sipakatau.evidence.Unusable;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Walks the chunks of a WebP (RFC 9649, section 2). Its essence has the picture and its transparency. */
final class WebpHeader {

    /** What the decoder, which is written in Java and knows no short cut, needs for each pixel. */
    private static final int DECODER_BYTES = 12;

    private static final int ANIMATED = 0x02;
    private static final int WITH_ALPHA = 0x10;

    private final byte[] file;
    private final Bytes in;
    private final ByteArrayOutputStream essence;
    private @Nullable Dimensions canvas;
    private @Nullable Dimensions picture;
    private byte @Nullable [] exif;
    private byte @Nullable [] profile;

    WebpHeader(byte[] file) {
        this.file = file;
        in = new Bytes(file);
        essence = new ByteArrayOutputStream(file.length);
    }

    Header walk() throws Unusable {
        long length = in.skip(4).lowFirst(4);
        if (length > in.left()) {
            throw Unusable.broken("a WebP that is cut off");
        }
        essence.write(file, 0, 12);
        var chunks = in.part(length).skip(4);
        while (chunks.left() >= 8) {
            chunk(chunks);
        }
        if (picture == null || canvas != null && !canvas.equals(picture)) {
            throw Unusable.broken("a WebP without a picture of its size");
        }
        return new Header(Format.WEBP, picture, DECODER_BYTES, essenceOfItsLength(), exif, profile);
    }

    private byte[] essenceOfItsLength() {
        var bytes = essence.toByteArray();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(4, bytes.length - 8);
        return bytes;
    }

    private void chunk(Bytes chunks) throws Unusable {
        var type = chunks.text(4);
        long length = chunks.lowFirst(4);
        var content = chunks.copy(length);
        chunks.skip(Math.min(length % 2, chunks.left()));
        switch (type) {
            case "VP8X" -> canvas(content);
            case "VP8 " -> picture(lossy(content), type, content);
            case "VP8L" -> picture(lossless(content), type, content);
            case "ALPH" -> keep(type, content);
            case "EXIF" -> exif = length <= Header.MAX_EXIF ? withoutJpegName(content) : null;
            case "ICCP" -> profile = length <= Header.MAX_PROFILE ? content : null;
            default -> {} // XMP and whatever else; none of it makes the picture
        }
    }

    private void canvas(byte[] content) throws Unusable {
        var fields = new Bytes(content);
        int flags = fields.one();
        if ((flags & ANIMATED) != 0) {
            throw new Unusable(Refusal.UNSUPPORTED, "an animation");
        }
        if (canvas != null) {
            throw Unusable.broken("a WebP with two canvases");
        }
        fields.skip(3);
        canvas = Header.dimensions(fields.lowFirst(3) + 1, fields.lowFirst(3) + 1);
        content[0] = (byte) (flags & WITH_ALPHA); // the only one of the optional chunks that is kept
        keep("VP8X", content);
    }

    private void picture(Dimensions size, String type, byte[] content) throws Unusable {
        if (picture != null) {
            throw Unusable.broken("a WebP with two pictures");
        }
        picture = size;
        keep(type, content);
    }

    /** RFC 6386, section 9.1: three bytes, a start code, and two numbers of 14 bits with a scale above. */
    private static Dimensions lossy(byte[] content) throws Unusable {
        var frame = new Bytes(content).skip(3);
        if (frame.one() != 0x9D || frame.one() != 0x01 || frame.one() != 0x2A) {
            throw Unusable.broken("a WebP without its start code");
        }
        return Header.dimensions(frame.lowFirst(2) & 0x3FFF, frame.lowFirst(2) & 0x3FFF);
    }

    /** RFC 9649, section 3.4: a signature, and two numbers of 14 bits, one less than the size. */
    private static Dimensions lossless(byte[] content) throws Unusable {
        var frame = new Bytes(content);
        if (frame.one() != 0x2F) {
            throw Unusable.broken("a WebP without its signature");
        }
        long bits = frame.lowFirst(4);
        return Header.dimensions((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);
    }

    /** Some programs put the block as in a JPEG, with its name before it. */
    private static byte[] withoutJpegName(byte[] content) throws Unusable {
        boolean named =
                new String(content, 0, Math.min(6, content.length), StandardCharsets.ISO_8859_1).equals("Exif\0\0");
        return named ? new Bytes(content).skip(6).copy(content.length - 6L) : content;
    }

    private void keep(String type, byte[] content) {
        essence.writeBytes(type.getBytes(StandardCharsets.ISO_8859_1));
        for (int i = 0; i < 4; i++) {
            essence.write(content.length >> 8 * i);
        }
        essence.writeBytes(content);
        if (content.length % 2 == 1) {
            essence.write(0);
        }
    }
}
