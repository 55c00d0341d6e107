package id.sipakatau.basemap.pmtiles;

/** The number of a tile: all tiles of the zoom levels above it come first, then its place on a Hilbert curve. */
final class TileId {

    /** Deeper levels would not fit the curve into a long; no map needs them. */
    static final int DEEPEST = 26;

    private TileId() {}

    /** @throws IllegalArgumentException if there is no such tile */
    static long of(int zoom, int x, int y) {
        if (zoom < 0 || zoom > DEEPEST || x < 0 || y < 0 || x >= 1 << zoom || y >= 1 << zoom) {
            throw new IllegalArgumentException("no tile " + zoom + "/" + x + "/" + y);
        }
        long before = ((1L << (2 * zoom)) - 1) / 3;
        long place = 0;
        int column = x;
        int row = y;
        for (int half = zoom == 0 ? 0 : 1 << (zoom - 1); half > 0; half >>= 1) {
            int right = (column & half) > 0 ? 1 : 0;
            int lower = (row & half) > 0 ? 1 : 0;
            place += (long) half * half * ((3 * right) ^ lower);
            if (lower == 0) {
                if (right == 1) {
                    column = half - 1 - (column & (half - 1));
                    row = half - 1 - (row & (half - 1));
                }
                int swap = column;
                column = row;
                row = swap;
            }
        }
        return before + place;
    }
}
