package id.sipakatau.evidence.likeness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The tables {@code photo_print} and {@code photo_hash}: prints of photos, and the earlier photos that show the same picture.
 *
 * <p>PostgreSQL has no index for Hamming distance. A hash of 64 bits is four bands of 16; of two hashes that differ in at
 * most {@value #MOST_BITS} bits at least one band differs in at most two (the pigeonhole principle; Norouzi, Punjani and
 * Fleet, <em>Fast Search in Hamming Space with Multi-Index Hashing</em>, 2012). So each band is asked for its own value
 * and all 136 that differ in one or two bits, and nothing within the distance is missed.
 */
public final class Prints {

    /** Up to this many different bits two hashes are compared more closely. */
    static final int MOST_BITS = 11;

    /** More than this many candidates are not compared; those with the fewest different bits come first. */
    private static final int MOST_CANDIDATES = 60;

    private static final int BAND_BITS = 16;

    private Prints() {}

    public static void insert(Handle handle, UUID photo, Print print) {
        handle.createUpdate("INSERT INTO photo_print (photo_id, grey) VALUES (:photo, :grey)")
                .bind("photo", photo)
                .bind("grey", print.pixels())
                .execute();
        var hashes = print.hashes();
        var batch = handle.prepareBatch("INSERT INTO photo_hash (photo_id, part, hash) VALUES (:photo, :part, :hash)");
        for (int part = 0; part < hashes.length; part++) {
            batch.bind("photo", photo)
                    .bind("part", part)
                    .bind("hash", hashes[part])
                    .add();
        }
        batch.execute();
    }

    /** The photos that show the same picture as this print, the likest first. */
    public static List<UUID> alike(Handle handle, Print print) {
        return candidates(handle, print).stream()
                .filter(candidate -> Comparison.areAlike(print, Print.ofPixels(candidate.grey())))
                .map(Candidate::photo)
                .toList();
    }

    record Candidate(UUID photo, byte[] grey) {}

    /**
     * Photos of which a cut-out has nearly the hash of this print's whole, or the whole that of a cut-out.
     */
    static List<Candidate> candidates(Handle handle, Print print) {
        var found = new ArrayList<Candidate>();
        // Indexes photo_hash_band_0 to _3, read without the table; then photo_print by its key.
        handle.createQuery("""
                        WITH near AS (
                            SELECT photo_id, hash FROM photo_hash WHERE (hash & 65535) = ANY (:band0)
                            UNION ALL
                            SELECT photo_id, hash FROM photo_hash WHERE (hash >> 16 & 65535) = ANY (:band1)
                            UNION ALL
                            SELECT photo_id, hash FROM photo_hash WHERE (hash >> 32 & 65535) = ANY (:band2)
                            UNION ALL
                            SELECT photo_id, hash FROM photo_hash WHERE (hash >> 48 & 65535) = ANY (:band3)
                        ), nearest AS (
                            SELECT photo_id, min(bit_count((hash # :hash)::bit(64))) AS bits FROM near
                            WHERE bit_count((hash # :hash)::bit(64)) <= :most
                            GROUP BY photo_id ORDER BY bits, photo_id LIMIT :candidates
                        )
                        SELECT photo_id, grey FROM nearest JOIN photo_print USING (photo_id) ORDER BY bits, photo_id
                        """)
                .bindArray("band0", Long.class, neighbours(print.hashes()[0], 0))
                .bindArray("band1", Long.class, neighbours(print.hashes()[0], 1))
                .bindArray("band2", Long.class, neighbours(print.hashes()[0], 2))
                .bindArray("band3", Long.class, neighbours(print.hashes()[0], 3))
                .bind("hash", print.hashes()[0])
                .bind("most", MOST_BITS)
                .bind("candidates", MOST_CANDIDATES)
                .map((row, context) -> new Candidate(row.getObject("photo_id", UUID.class), row.getBytes("grey")))
                .forEach(found::add);
        return found;
    }

    /** All values of a band that differ from that of the hash in at most two bits. */
    static Collection<Long> neighbours(long hash, int band) {
        long value = hash >>> band * BAND_BITS & 0xFFFF;
        var all = new ArrayList<Long>();
        all.add(value);
        for (int one = 0; one < BAND_BITS; one++) {
            all.add(value ^ 1L << one);
            for (int two = 0; two < one; two++) {
                all.add(value ^ 1L << one ^ 1L << two);
            }
        }
        return all;
    }

    /** Whether the query finds {@code stored} for {@code sought}; the same rule without a database. */
    static boolean isCandidate(Print sought, Print stored) {
        return distance(sought, stored) <= MOST_BITS;
    }

    static int distance(Print sought, Print stored) {
        int least = 64;
        for (long hash : stored.hashes()) {
            least = Math.min(least, Long.bitCount(hash ^ sought.hashes()[0]));
        }
        return least;
    }
}
