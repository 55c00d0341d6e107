package id.sipakatau.evidence.likeness;

import id.sipakatau.evidence.likeness.Grey.Window;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of a picture to know it again: its brightness in {@value Grey#EDGE} by {@value Grey#EDGE} pixels, and a
 * hash of the whole and of cut-outs, so that a picture whose margin was cut off later still meets one of them.
 */
public final class Print {

    /** The edge in pixels of the picture that {@link #of(BufferedImage)} takes. */
    public static final int EDGE = Grey.EDGE;

    /** Below this there is nothing to tell one picture from another: a lens held shut, a clear sky. */
    private static final double LEAST_CONTRAST = 4;

    /**
     * The whole, and what is left where a margin was cut off around it, along one edge, or at a corner: of crops of 2 to 10 %
     * one in some hundred meets none of these.
     */
    private static final List<Window> WINDOWS = List.of(
            Window.WHOLE,
            Window.at(0.5, 0.5, 0.93, 0.93),
            Window.at(0, 0.5, 0.92, 0.95),
            Window.at(1, 0.5, 0.92, 0.95),
            Window.at(0.5, 0, 0.95, 0.92),
            Window.at(0.5, 1, 0.95, 0.92),
            Window.at(0, 0, 0.94, 0.94),
            Window.at(1, 0, 0.94, 0.94),
            Window.at(0, 1, 0.94, 0.94),
            Window.at(1, 1, 0.94, 0.94));

    private final Grey grey;
    private final long[] hashes;

    private Print(Grey grey) {
        this.grey = grey;
        hashes = WINDOWS.stream()
                .mapToLong(window -> DctHash.of(grey.sample(window, Grey.EDGE)))
                .toArray();
    }

    /**
     * The print of a picture, upright and shrunk to {@link #EDGE} by {@link #EDGE} pixels. Empty if so little is to be seen
     * in it that it would be like every other such picture.
     */
    public static Optional<Print> of(BufferedImage small) {
        var grey = Grey.of(small);
        return grey.contrast() < LEAST_CONTRAST ? Optional.empty() : Optional.of(new Print(grey));
    }

    /** The print with this brightness, as {@link #pixels} gave it. */
    public static Print ofPixels(byte[] pixels) {
        return new Print(new Grey(pixels));
    }

    /** The brightness, row by row. */
    public byte[] pixels() {
        return grey.pixels();
    }

    Grey grey() {
        return grey;
    }

    /** Of the whole first, then of its cut-outs. */
    long[] hashes() {
        return hashes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Print print && Arrays.equals(grey.pixels(), print.grey.pixels());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(grey.pixels());
    }
}
