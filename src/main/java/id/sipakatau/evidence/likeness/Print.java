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

    private static final double MIDDLE = 0.92;
    private static final double CORNER = 0.94;

    private static final List<Window> WINDOWS = List.of(
            Window.WHOLE,
            new Window((1 - MIDDLE) / 2, (1 - MIDDLE) / 2, MIDDLE, MIDDLE),
            new Window(0, 0, CORNER, CORNER),
            new Window(1 - CORNER, 0, CORNER, CORNER),
            new Window(0, 1 - CORNER, CORNER, CORNER),
            new Window(1 - CORNER, 1 - CORNER, CORNER, CORNER));

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
