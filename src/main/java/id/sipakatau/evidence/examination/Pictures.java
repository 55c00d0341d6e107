package id.sipakatau.evidence.examination;

import id.sipakatau.evidence.Dimensions;
import id.sipakatau.evidence.Photo;
import id.sipakatau.evidence.header.Header;
import id.sipakatau.evidence.likeness.Print;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/**
 * The two public pictures of a photo, as JPEG: upright, in sRGB, and with no other content than pixels.
 *
 * @param size of the photo as people see it, which may be larger than the large picture
 * @param print by which the picture is known again; empty if there is too little to see in it
 */
record Pictures(
        Dimensions size,
        byte[] large,
        byte[] thumbnail,
        @Nullable Print print) {

    private static final float LARGE_QUALITY = 0.8f;
    private static final float[] THUMBNAIL_QUALITIES = {0.75f, 0.6f, 0.45f, 0.3f};
    private static final int THUMBNAIL_BYTES = 12_000;

    /** @param decoded the photo as stored, perhaps with rows and columns left out */
    static Pictures of(BufferedImage decoded, Header header, int orientation) {
        var stored = header.stored();
        var whole = new Rectangle(decoded.getWidth(), decoded.getHeight());
        var shrunk = Shrinking.shrink(decoded, whole, stored.within(Photo.LARGE_EDGE));
        var large = Orientation.upright(Colours.inSrgb(shrunk, header.profile()), orientation);
        var size = Orientation.isLying(orientation) ? stored.turned() : stored;
        return new Pictures(size, Jpeg.progressive(large, LARGE_QUALITY), thumbnail(large), print(large));
    }

    private static @Nullable Print print(BufferedImage large) {
        if (Math.min(large.getWidth(), large.getHeight()) < Print.EDGE) {
            return null;
        }
        var whole = new Rectangle(large.getWidth(), large.getHeight());
        return Print.of(Shrinking.shrink(large, whole, new Dimensions(Print.EDGE, Print.EDGE)))
                .orElse(null);
    }

    private static byte[] thumbnail(BufferedImage large) {
        var size = new Dimensions(large.getWidth(), large.getHeight());
        var cut = size.cutLike(Photo.THUMBNAIL);
        var middle = new Rectangle(
                (size.width() - cut.width()) / 2, (size.height() - cut.height()) / 2, cut.width(), cut.height());
        var thumbnail = Shrinking.shrink(large, middle, size.covering(Photo.THUMBNAIL));
        // A list shows dozens of them, often over a slow network: a restless picture gives up quality for length.
        byte[] jpeg = {};
        for (float quality : THUMBNAIL_QUALITIES) {
            jpeg = Jpeg.baseline(thumbnail, quality);
            if (jpeg.length <= THUMBNAIL_BYTES) {
                break;
            }
        }
        return jpeg;
    }
}
