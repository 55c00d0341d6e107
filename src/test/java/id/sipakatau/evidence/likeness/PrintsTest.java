package id.sipakatau.evidence.likeness;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.database.CopyRows;
import id.sipakatau.evidence.Drawn;
import id.sipakatau.evidence.Photo;
import id.sipakatau.evidence.TestVault;
import id.sipakatau.testing.Plans;
import id.sipakatau.testing.TestDatabase;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prints among very many others, on the real database. */
class PrintsTest {

    /** How many hashes of others there are; docs/measurements.md gives the times for a million. */
    private static final int HASHES = Integer.getInteger("sipakatau.proof-hashes", 30_000);

    /** How many of them are looked for again. */
    private static final int SOUGHT = 100;

    static final Jdbi DATABASE = TestDatabase.jdbi();
    static final Crowd CROWD = new Crowd(11);
    static final Map<UUID, Crowd.Part> SOME = new LinkedHashMap<>();

    @TempDir
    static Path folder;

    @BeforeAll
    static void others() {
        int photos = HASHES / 10;
        DATABASE.useTransaction(transaction -> {
            // Only what was surely committed is marked as visible to all, without which an index is not read alone.
            transaction.execute("SET LOCAL synchronous_commit = on");
            transaction.execute("""
                    INSERT INTO photo (id, complaint_id, role, ordinal, source, sha256, media_type, bytes, width, height,
                        zone_assumed, orientation, large_sha256, thumbnail_sha256, received_at)
                    SELECT lpad(to_hex(n), 32, '0')::uuid, md5('c' || n)::uuid, 'REPORT', 0, 'CAMERA', sha256(n::text::bytea),
                        'image/jpeg', 1, 1, 1, false, 1, sha256(n::text::bytea), sha256(n::text::bytea), now()
                    FROM generate_series(1, ?) n
                    """, photos);
            var prints = new ArrayList<Print>();
            for (int n = 1; n <= photos; n++) {
                var part = CROWD.part();
                prints.add(CROWD.print(part));
                if (n % (photos / SOUGHT) == 0 && SOME.size() < SOUGHT) {
                    SOME.put(new UUID(0, n), part);
                }
            }
            var greys = CopyRows.into(transaction, "COPY photo_print (photo_id, grey) FROM STDIN");
            for (int n = 1; n <= photos; n++) {
                greys.add(new UUID(0, n)).add(prints.get(n - 1).pixels()).endRow();
            }
            greys.finish();
            var hashes = CopyRows.into(transaction, "COPY photo_hash (photo_id, part, hash) FROM STDIN");
            for (int n = 1; n <= photos; n++) {
                var parts = prints.get(n - 1).hashes();
                for (int part = 0; part < parts.length; part++) {
                    hashes.add(new UUID(0, n)).add(part).add(parts[part]).endRow();
                }
            }
            hashes.finish();
        });
        DATABASE.useHandle(handle -> {
            handle.execute("VACUUM ANALYZE photo_hash");
            handle.execute("VACUUM ANALYZE photo_print");
        });
    }

    @Test
    void among_very_many_that_resemble_it_a_cropped_picture_is_found_soon() {
        var searched = new ArrayList<Double>();
        var took = new ArrayList<Double>();
        int found = 0;
        for (var each : SOME.entrySet()) {
            var print = CROWD.print(each.getValue().cropped(0.04));
            long start = System.nanoTime();
            DATABASE.useHandle(handle -> Prints.candidates(handle, print));
            searched.add((System.nanoTime() - start) / 1e6);
            start = System.nanoTime();
            found += alike(print).contains(each.getKey()) ? 1 : 0;
            took.add((System.nanoTime() - start) / 1e6);
        }
        Collections.sort(searched);
        Collections.sort(took);
        System.out.printf(
                "Among %,d hashes %d of %d were found; candidates in %.1f ms, %.1f at most, with the comparison in %.1f ms, %.1f at most%n",
                HASHES,
                found,
                SOME.size(),
                searched.get(SOUGHT / 2),
                searched.getLast(),
                took.get(SOUGHT / 2),
                took.getLast());
        assertThat(found).isGreaterThanOrEqualTo(SOUGHT * 95 / 100);
        assertThat(took.get(SOUGHT / 2)).isLessThan(300);
    }

    @Test
    void a_photo_is_found_again_however_it_was_changed_and_no_other_is() {
        try (var vault = TestVault.in(folder)) {
            var random = new SplittableRandom(3);
            var picture = Drawn.shapes(900, 675, 77);
            var first = vault.keep(Drawn.jpeg(picture));
            var other = vault.keep(Drawn.jpeg(Drawn.shapes(900, 675, 78)));
            var id = DATABASE.inTransaction(
                    handle -> vault.vault().attach(handle, UUID.randomUUID(), Photo.Role.REPORT, 0, first));
            DATABASE.useTransaction(
                    handle -> vault.vault().attach(handle, UUID.randomUUID(), Photo.Role.REPORT, 0, other));
            for (var disguise : EnumSet.complementOf(EnumSet.of(Disguise.STAMPED, Disguise.SCREENSHOT))) {
                var changed =
                        requireNonNull(vault.keep(disguise.of(picture, random)).print());
                assertThat(alike(changed)).as(disguise.what()).containsExactly(id);
            }
            var stranger = requireNonNull(
                    vault.keep(Drawn.jpeg(Drawn.shapes(900, 675, 79))).print());
            assertThat(alike(stranger)).isEmpty();
        }
    }

    @Test
    void candidates_come_from_the_four_indexes_and_the_table_is_not_read() {
        var resembling = CROWD.print(SOME.values().iterator().next().cropped(0.04));
        for (var print : List.of(Print.ofPixels(noise(8)), resembling)) {
            var plan = new Plans(DATABASE).of(() -> DATABASE.useHandle(handle -> Prints.candidates(handle, print)));
            System.out.println(plan);
            assertThat(plan.indexes())
                    .contains("photo_hash_band_0", "photo_hash_band_1", "photo_hash_band_2", "photo_hash_band_3");
            assertThat(plan.readWhole()).isEmpty();
            assertThat(plan.tree().findValuesAsText("Node Type")).doesNotContain("Bitmap Heap Scan");
        }
    }

    @Test
    void a_picture_with_nothing_to_see_has_no_print() {
        try (var vault = TestVault.in(folder)) {
            var black = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
            assertThat(vault.keep(Drawn.jpeg(black)).print()).isNull();
            assertThat(vault.keep(Drawn.jpeg(Drawn.quarters(20, 15))).print()).isNull();
        }
    }

    @Test
    void a_print_comes_back_as_it_was_stored() {
        var print = Print.ofPixels(noise(6));
        assertThat(Print.ofPixels(print.pixels())).isEqualTo(print);
        assertThat(Print.ofPixels(print.pixels()).hashes()).isEqualTo(print.hashes());
        assertThat(List.of(print.hashes()[0]))
                .doesNotContain(Print.ofPixels(noise(7)).hashes()[0]);
    }

    private static List<UUID> alike(Print print) {
        return DATABASE.withHandle(handle -> Prints.alike(handle, print));
    }

    private static byte[] noise(long seed) {
        var pixels = new byte[Print.EDGE * Print.EDGE];
        new Random(seed).nextBytes(pixels);
        return pixels;
    }
}
