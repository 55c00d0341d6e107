package id.sipakatau.evidence.likeness;

import java.util.Arrays;

/**
 * 64 bits of a picture that change little when it is re-encoded, resized or brightened: for each of its 64 lowest
 * frequencies, whether it is above their median.
 *
 * <p>This is the DCT hash of pHash: Christoph Zauner, <em>Implementation and Benchmarking of Perceptual Image Hash
 * Functions</em>, 2010, section 3.2.1, coefficients (1,1) to (8,8) of the DCT-II of a picture of 32 by 32 pixels. It was
 * taken over block means and gradients (dHash), which fall apart sooner under a crop. The order of the bits is our own:
 * neighbouring frequencies go to different bands, so that the four bands err independently.
 */
final class DctHash {

    private static final int SIDE = 8;
    private static final float[][] WAVES = waves();
    private static final int[] ORDER = order();

    private DctHash() {}

    static long of(float[] picture) {
        int edge = Grey.EDGE;
        var rows = new float[edge][SIDE];
        for (int y = 0; y < edge; y++) {
            for (int u = 0; u < SIDE; u++) {
                float sum = 0;
                for (int x = 0; x < edge; x++) {
                    sum += picture[y * edge + x] * WAVES[u][x];
                }
                rows[y][u] = sum;
            }
        }
        var found = new float[SIDE * SIDE];
        for (int v = 0; v < SIDE; v++) {
            for (int u = 0; u < SIDE; u++) {
                float sum = 0;
                for (int y = 0; y < edge; y++) {
                    sum += rows[y][u] * WAVES[v][y];
                }
                found[v * SIDE + u] = sum;
            }
        }
        var sorted = found.clone();
        Arrays.sort(sorted);
        float median = (sorted[31] + sorted[32]) / 2;
        long hash = 0;
        for (int i = 0; i < found.length; i++) {
            if (found[i] > median) {
                hash |= 1L << ORDER[i];
            }
        }
        return hash;
    }

    private static float[][] waves() {
        var waves = new float[SIDE][Grey.EDGE];
        for (int u = 0; u < SIDE; u++) {
            for (int x = 0; x < Grey.EDGE; x++) {
                waves[u][x] = (float) Math.cos(Math.PI * (u + 1) * (x + 0.5) / Grey.EDGE);
            }
        }
        return waves;
    }

    private static int[] order() {
        var order = new int[SIDE * SIDE];
        var next = new int[] {0, 16, 32, 48};
        for (int i = 0; i < order.length; i++) {
            order[i] = next[(i / SIDE + i % SIDE) % 4]++;
        }
        return order;
    }
}
