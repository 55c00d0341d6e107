package id.sipakatau.evidence.likeness;

import id.sipakatau.evidence.likeness.Grey.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * How alike two prints are. One is laid over every cut-out of the other that leaves away up to 11 % of its width and height;
 * what counts is the best normalised correlation of their details (J. P. Lewis, <em>Fast Normalized Cross-Correlation</em>,
 * 1995). Details are what differs from the mean of the surroundings, so that two streets do not resemble one another because
 * both have a bright sky above and a dark road below.
 */
final class Comparison {

    /** From here on two prints are taken for one picture; docs/measurements.md says how often that is wrong. */
    static final double ALIKE = 0.85;

    private static final int EDGE = 24;
    private static final int AROUND = 4;
    private static final double STEP = 0.0275;
    private static final List<double[]> SPANS = spans();

    private Comparison() {}

    /** From -1 to 1; 1 for the same picture. */
    static double of(Print one, Print other) {
        return Math.max(within(one, other), within(other, one));
    }

    static boolean areAlike(Print one, Print other) {
        return of(one, other) >= ALIKE;
    }

    private static double within(Print part, Print whole) {
        var sought = details(part.grey().sample(Window.WHOLE, EDGE));
        double best = -1;
        for (var across : SPANS) {
            for (var down : SPANS) {
                var window = new Window(across[0], down[0], across[1], down[1]);
                best = Math.max(best, product(sought, details(whole.grey().sample(window, EDGE))));
            }
        }
        return best;
    }

    /** Beginning and length of every part of an edge that is tried. */
    private static List<double[]> spans() {
        var spans = new ArrayList<double[]>();
        for (int cut = 0; cut <= 4; cut++) {
            for (int first = 0; first <= cut; first++) {
                spans.add(new double[] {first * STEP, 1 - cut * STEP});
            }
        }
        return List.copyOf(spans);
    }

    /** Each value less the mean around it, and all together of length 1. */
    private static float[] details(float[] picture) {
        var sums = new float[(EDGE + 1) * (EDGE + 1)];
        for (int y = 0; y < EDGE; y++) {
            float row = 0;
            for (int x = 0; x < EDGE; x++) {
                row += picture[y * EDGE + x];
                sums[(y + 1) * (EDGE + 1) + x + 1] = sums[y * (EDGE + 1) + x + 1] + row;
            }
        }
        var details = new float[EDGE * EDGE];
        double squares = 0;
        for (int y = 0; y < EDGE; y++) {
            int top = Math.max(0, y - AROUND) * (EDGE + 1);
            int bottom = Math.min(EDGE, y + AROUND + 1) * (EDGE + 1);
            for (int x = 0; x < EDGE; x++) {
                int left = Math.max(0, x - AROUND);
                int right = Math.min(EDGE, x + AROUND + 1);
                float sum = sums[bottom + right] - sums[bottom + left] - sums[top + right] + sums[top + left];
                float detail = picture[y * EDGE + x] - sum * (EDGE + 1) / ((bottom - top) * (right - left));
                details[y * EDGE + x] = detail;
                squares += (double) detail * detail;
            }
        }
        float length = (float) Math.sqrt(Math.max(squares, 1e-6));
        for (int i = 0; i < details.length; i++) {
            details[i] /= length;
        }
        return details;
    }

    private static double product(float[] one, float[] other) {
        float sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
