package id.sipakatau.evidence.likeness;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.evidence.Drawn;
import id.sipakatau.evidence.Photo;
import id.sipakatau.evidence.TestVault;
import id.sipakatau.testing.Plans;
import id.sipakatau.testing.TestDatabase;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
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

    /** Which very many others resemble. */
    private static final Print CROWDED = Print.ofPixels(noise(5));

    static final Jdbi DATABASE = TestDatabase.jdbi();

    @TempDir
    static Path folder;

    @BeforeAll
    static void others() {
        DATABASE.useHandle(handle -> {
            handle.execute("""
                    INSERT INTO photo (id, complaint_id, role, ordinal, source, sha256, media_type, bytes, width, height,
                        zone_assumed, orientation, large_sha256, thumbnail_sha256, received_at)
                    SELECT md5('p' || n)::uuid, md5('c' || n)::uuid, 'REPORT', 0, 'CAMERA', sha256(n::text::bytea),
                        'image/jpeg', 1, 1, 1, false, 1, sha256(n::text::bytea), sha256(n::text::bytea), now()
                    FROM generate_series(1, ? / 6) n
                    """, HASHES);
            // Photos of streets under a sky resemble each other: of one in ten each bit is that of the sought picture
            // in
            // three of four cases, where chance would make it two. The others are by chance.
            handle.execute("""
                    INSERT INTO photo_hash (photo_id, part, hash)
                    SELECT md5('p' || n)::uuid, part, CASE WHEN n % 10 = 0 THEN ? # (one & other) ELSE one END
                    FROM generate_series(1, ? / 6) n, generate_series(0, 5) part,
                        LATERAL (SELECT ('x' || substr(md5(n || '/' || part), 1, 16))::bit(64)::bigint AS one,
                            ('x' || substr(md5(n || '+' || part), 1, 16))::bit(64)::bigint AS other) drawn
                    """, CROWDED.hashes()[0], HASHES);
            handle.execute("INSERT INTO photo_print SELECT id, decode(repeat('80', 1024), 'hex') FROM photo");
            handle.execute("VACUUM ANALYZE photo_hash");
            handle.execute("VACUUM ANALYZE photo_print");
        });
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
            for (var disguise : Disguise.values()) {
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
        for (var print : List.of(Print.ofPixels(noise(8)), CROWDED)) {
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
