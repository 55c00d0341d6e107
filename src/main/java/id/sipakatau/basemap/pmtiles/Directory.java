package id.sipakatau.basemap.pmtiles;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** A sorted list of where tiles, or directories of more tiles, are in the file. */
final class Directory {

    /**
     * One run of tiles with the same content.
     *
     * @param first number of the first tile
     * @param run how many tiles share it; 0 for a directory of the tiles from {@code first} on
     * @param offset where it begins, counted from the begin of all tiles or leaf directories
     * @param length in bytes
     */
    record Entry(long first, long run, long offset, long length) {

        boolean isDirectory() {
            return run == 0;
        }
    }

    private final long[] firsts;
    private final Entry[] entries;

    private Directory(Entry[] entries) {
        this.entries = entries;
        this.firsts = Arrays.stream(entries).mapToLong(Entry::first).toArray();
    }

    /**
     * Reads the columns of the directory.
     *
     * @throws IllegalArgumentException if the bytes are no directory
     */
    static Directory read(ByteBuffer bytes) {
        long count = number(bytes);
        // Four columns, each entry at least a byte in each.
        if (count > bytes.remaining() / 4) {
            throw new IllegalArgumentException(
                    "a directory claims " + count + " entries in " + bytes.remaining() + " bytes");
        }
        int n = (int) count;
        long[] firsts = column(bytes, n);
        long[] runs = column(bytes, n);
        long[] lengths = column(bytes, n);
        var entries = new Entry[n];
        long first = 0;
        long end = 0;
        for (int i = 0; i < n; i++) {
            first = Math.addExact(first, firsts[i]);
            if (i > 0 && firsts[i] == 0) {
                throw new IllegalArgumentException("a directory names tile " + first + " twice");
            }
            long offset = number(bytes);
            offset = offset == 0 && i > 0 ? end : offset - 1;
            if (offset < 0 || lengths[i] == 0) {
                throw new IllegalArgumentException("a directory entry points nowhere");
            }
            entries[i] = new Entry(first, runs[i], offset, lengths[i]);
            end = Math.addExact(offset, lengths[i]);
        }
        return new Directory(entries);
    }

    /** The entry that a tile belongs to. */
    Optional<Entry> find(long tile) {
        int at = Arrays.binarySearch(firsts, tile);
        int i = at >= 0 ? at : -at - 2;
        if (i < 0) {
            return Optional.empty();
        }
        Entry entry = entries[i];
        return entry.isDirectory() || tile - entry.first < entry.run ? Optional.of(entry) : Optional.empty();
    }

    private static long[] column(ByteBuffer bytes, int n) {
        long[] column = new long[n];
        for (int i = 0; i < n; i++) {
            column[i] = number(bytes);
        }
        return column;
    }

    /** A number in groups of seven bits, the lowest first, with a flag on all but the last. */
    private static long number(ByteBuffer bytes) {
        long number = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            if (!bytes.hasRemaining()) {
                throw new IllegalArgumentException("a directory ends within a number");
            }
            byte next = bytes.get();
            number |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw new IllegalArgumentException("a directory holds a number that is too large");
    }
}
