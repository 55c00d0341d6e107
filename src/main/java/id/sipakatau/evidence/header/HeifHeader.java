package id.sipakatau.evidence.header;

import id.sipakatau.evidence.Dimensions;
import id.sipakatau.evidence.Unusable;
import org.jspecify.annotations.Nullable;

/**
 * Finds the size of a HEIC or AVIF picture in its boxes {@code meta/iprp/ipco/ispe} (ISO 23008-12). There are several where
 * the picture is made of tiles or has a preview; the largest counts.
 */
final class HeifHeader {

    private HeifHeader() {}

    static Header read(byte[] file, Format format) throws Unusable {
        var meta = inside(new Bytes(file), "meta").skip(4); // version and flags
        var properties = inside(inside(meta, "iprp"), "ipco");
        Dimensions largest = null;
        for (var extent = next(properties, "ispe"); extent != null; extent = next(properties, "ispe")) {
            extent.skip(4);
            var size = Header.dimensions(extent.four(), extent.four());
            largest = largest == null || size.pixels() > largest.pixels() ? size : largest;
        }
        if (largest == null) {
            throw Unusable.broken("a HEIF without a size");
        }
        return new Header(format, largest, 0, file, null, null);
    }

    private static Bytes inside(Bytes boxes, String type) throws Unusable {
        var box = next(boxes, type);
        if (box == null) {
            throw Unusable.broken("a HEIF without a box " + type);
        }
        return box;
    }

    /** Reads on to the next box of a type and returns its content, or null if there is none. */
    private static @Nullable Bytes next(Bytes boxes, String type) throws Unusable {
        while (boxes.left() >= 8) {
            long length = boxes.four();
            var name = boxes.text(4);
            if (length == 1) {
                length = (boxes.four() << 32 | boxes.four()) - 16; // it did not fit into four bytes
            } else if (length == 0) {
                length = boxes.left(); // down to the end of the file
            } else {
                length -= 8;
            }
            var content = boxes.part(length);
            if (name.equals(type)) {
                return content;
            }
        }
        return null;
    }
}
