package id.sipakatau.evidence.likeness;

import id.sipakatau.evidence.likeness.Grey.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * How alike two prints are. One is laid over cut-outs of the other that leave away up to 13 % of its width and height; what
 * counts is the best normalised correlation of their details (J. P. Lewis, <em>Fast Normalized Cross-Correlation</em>,
 * 1995). The best of a few cut-outs is moved and stretched by ever smaller steps, since a margin is cut off anywhere and not
 * where our grid has its lines. Details are what differs from the mean of the surroundings, so that two streets do not
 * resemble one another because both have a bright sky above and a dark road below.
 */
final class Comparison {

    /** From here on two prints are taken for one picture; docs/measurements.md says how far both sides are from it. */
    static final double ALIKE = 0.8;

    /** Whatever is less alike than this at first is not brought to {@link #ALIKE} by moving it. */
    private static final double HOPELESS = 0.5;

    private static final int EDGE = 24;
    private static final int AROUND = 4;
    private static final double LEAST_SIDE = 0.87;

    /** The steps, in shares of an edge; so often one is repeated at most. */
    private static final double[] STEPS = {0.0275, 0.0138, 0.0069};

    private static final int ROUNDS = 4;
    /** Beginning and length of the parts of an edge that are tried first. */
    private static final double[][] SPANS = {{0, 1}, {0, 0.945}, {0.055, 0.945}, {0, 0.89}, {0.055, 0.89}, {0.11, 0.89}
    };

    private static final List<Window> FIRST = first();

    /** By how many steps left, top, right and bottom of a cut-out are moved. */
    private static final int[][] MOVES = {
        {1, 0, 0, 0},
        {-1, 0, 0, 0},
        {0, 1, 0, 0},
        {0, -1, 0, 0},
        {0, 0, 1, 0},
        {0, 0, -1, 0},
        {0, 0, 0, 1},
        {0, 0, 0, -1},
        {1, 0, 1, 0},
        {-1, 0, -1, 0},
        {0, 1, 0, 1},
        {0, -1, 0, -1}
    };

    private Comparison() {}

    /** One print over a cut-out of another. */
    private record Fit(float[] sought, Grey whole, Window window, double correlation) {

        Fit in(Window other) {
            return new Fit(sought, whole, other, product(sought, details(whole.sample(other, EDGE))));
        }
    }

    /** From -1 to 1; 1 for the same picture. */
    static double of(Print one, Print other) {
        var fit = better(firstFit(one, other), firstFit(other, one));
        if (fit.correlation < HOPELESS) {
            return fit.correlation;
        }
        for (double step : STEPS) {
            fit = moved(fit, step);
        }
        return fit.correlation;
    }

    static boolean areAlike(Print one, Print other) {
        return of(one, other) >= ALIKE;
    }

    private static Fit firstFit(Print part, Print whole) {
        var sought = details(part.grey().sample(Window.WHOLE, EDGE));
        var best = new Fit(sought, whole.grey(), Window.WHOLE, -1);
        for (var window : FIRST) {
            best = better(best, best.in(window));
        }
        return best;
    }

    /** As good as it becomes by moving the cut-out and its edges. */
    private static Fit moved(Fit fit, double step) {
        var best = fit;
        for (int round = 0; round < ROUNDS; round++) {
            var before = best;
            for (var move : MOVES) {
                double left = best.window.left() + move[0] * step;
                double top = best.window.top() + move[1] * step;
                double width = best.window.width() + (move[2] - move[0]) * step;
                double height = best.window.height() + (move[3] - move[1]) * step;
                if (isPart(left, width) && isPart(top, height)) {
                    best = better(best, best.in(new Window(left, top, width, height)));
                }
            }
            if (best == before) {
                break;
            }
        }
        return best;
    }

    private static boolean isPart(double begin, double length) {
        return begin >= 0 && begin + length <= 1 && length >= LEAST_SIDE;
    }

    private static Fit better(Fit one, Fit other) {
        return other.correlation > one.correlation ? other : one;
    }

    /** The whole, and what is left without 5.5 or 11 % of each edge, cut off at one end, the other or both. */
    private static List<Window> first() {
        var windows = new ArrayList<Window>();
        for (var across : SPANS) {
            for (var down : SPANS) {
                windows.add(new Window(across[0], down[0], across[1], down[1]));
            }
        }
        return List.copyOf(windows);
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
