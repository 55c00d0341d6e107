package id.sipakatau.evidence.examination;

import java.awt.Transparency;
import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import org.jspecify.annotations.Nullable;

/** Turns the colours of a camera or display into sRGB, which is what a picture without a profile is shown in. */
final class Colours {

    private Colours() {}

    /**
     * The picture in sRGB; the picture as it is, if the profile is unusable, as browsers do.
     *
     * @param image of type {@link BufferedImage#TYPE_INT_RGB}, its numbers meant in the profile
     */
    static BufferedImage inSrgb(BufferedImage image, byte @Nullable [] profile) {
        if (profile == null) {
            return image;
        }
        try {
            var meant = ICC_Profile.getInstance(profile);
            return meant.getColorSpaceType() == ColorSpace.TYPE_RGB ? converted(image, meant) : image;
        } catch (IllegalArgumentException | CMMException e) {
            return image;
        }
    }

    private static BufferedImage converted(BufferedImage image, ICC_Profile meant) {
        var model = new ComponentColorModel(
                new ICC_ColorSpace(meant), false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        var raster = model.createCompatibleWritableRaster(image.getWidth(), image.getHeight());
        copy(image.getRaster(), raster);
        var result = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        new ColorConvertOp(null).filter(new BufferedImage(model, raster, false, null), result);
        return result;
    }

    private static void copy(WritableRaster from, WritableRaster to) {
        int[] row = null;
        for (int y = 0; y < from.getHeight(); y++) {
            row = from.getPixels(0, y, from.getWidth(), 1, row);
            to.setPixels(0, y, from.getWidth(), 1, row);
        }
    }
}
