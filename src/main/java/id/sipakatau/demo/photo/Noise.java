package id.sipakatau.demo.photo;

import java.util.SplittableRandom;

/** Cloudy noise that repeats every 512 steps, made once: the grain of asphalt, walls, clouds, smoke and water. */
final class Noise {

    static final int SIZE = 512;
    private static final int MASK = SIZE - 1;
    private static final double FAR = 1 << 24;

    /** Values 0 to 255 with most energy in large shapes. */
    static final byte[] CLOUDY = octaves(11, 4, 7, 0.55);

    /** Values 0 to 255 with most energy in small shapes. */
    static final byte[] GRAINY = octaves(12, 32, 4, 0.8);

    private Noise() {}

    /** The value at a point of the plane, from -1 to 1. */
    static float cloudy(double x, double y) {
        return at(CLOUDY, x, y);
    }

    /** The value at a point of the plane, from -1 to 1. */
    static float grainy(double x, double y) {
        return at(GRAINY, x, y);
    }

    private static float at(byte[] values, double x, double y) {
        // Far to the positive side a cast rounds down, and faster than floor does; the pattern repeats there all the
        // same.
        int column = (int) (x + FAR) & MASK;
        int row = (int) (y + FAR) & MASK;
        return ((values[row * SIZE + column] & 0xff) - 128) * (1 / 128f);
    }

    private static byte[] octaves(long seed, int firstCells, int count, double persistence) {
        var random = new SplittableRandom(seed);
        var sum = new float[SIZE * SIZE];
        double amplitude = 1;
        for (int octave = 0, cells = firstCells; octave < count && cells <= SIZE; octave++, cells *= 2) {
            addOctave(sum, random, cells, (float) amplitude);
            amplitude *= persistence;
        }
        return normalized(sum);
    }

    private static void addOctave(float[] sum, SplittableRandom random, int cells, float amplitude) {
        var lattice = new float[cells * cells];
        for (int i = 0; i < lattice.length; i++) {
            lattice[i] = random.nextFloat() * 2 - 1;
        }
        int step = SIZE / cells;
        for (int y = 0; y < SIZE; y++) {
            int row = y / step * cells;
            int nextRow = (y / step + 1) % cells * cells;
            float v = eased((y % step) / (float) step);
            for (int x = 0; x < SIZE; x++) {
                int column = x / step;
                int nextColumn = (column + 1) % cells;
                float u = eased((x % step) / (float) step);
                float top = lattice[row + column] + (lattice[row + nextColumn] - lattice[row + column]) * u;
                float low = lattice[nextRow + column] + (lattice[nextRow + nextColumn] - lattice[nextRow + column]) * u;
                sum[y * SIZE + x] += (top + (low - top) * v) * amplitude;
            }
        }
    }

    private static float eased(float t) {
        return t * t * (3 - 2 * t);
    }

    private static byte[] normalized(float[] sum) {
        float least = Float.MAX_VALUE;
        float most = -Float.MAX_VALUE;
        for (float value : sum) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        var bytes = new byte[sum.length];
        for (int i = 0; i < sum.length; i++) {
            bytes[i] = (byte) Math.round((sum[i] - least) / (most - least) * 255);
        }
        return bytes;
    }
}
