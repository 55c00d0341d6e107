package id.sipakatau.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.sipakatau.city.Position;
import id.sipakatau.evidence.Finding.Code;
import id.sipakatau.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found about proofs, on the real database. */
class ProofsTest {

    private static final Position FORT = new Position(-5.1339, 119.4056);
    private static final Instant NOW = TestVault.NOW;
    private static final Proofs.Expected EXPECTED = new Proofs.Expected(FORT, 12.0, true);

    static final Jdbi DATABASE = TestDatabase.jdbi();
    static int number;

    @TempDir
    static Path folder;

    static TestVault vault;
    static Proofs proofs;

    @BeforeAll
    static void open() {
        vault = TestVault.in(folder);
        proofs = new Proofs(vault.vault());
    }

    @AfterAll
    static void close() {
        vault.close();
    }

    private final UUID complaint = UUID.randomUUID();

    @Test
    void a_photo_of_now_and_here_leaves_nothing_to_say() {
        assertThat(found(taken(NOW.minusSeconds(60), FORT))).isEmpty();
        assertThat(found(taken(NOW.minus(Duration.ofHours(23)), new Position(-5.1349, 119.4056))))
                .isEmpty();
    }

    @Test
    void an_old_photo_and_one_from_the_future_are_told() {
        assertThat(found(taken(NOW.minus(Duration.ofDays(3)), FORT)))
                .extracting(Finding::code, Finding::at)
                .containsExactly(tuple(Code.OLD, NOW.minus(Duration.ofDays(3))));
        assertThat(found(taken(NOW.plus(Duration.ofHours(1)), FORT)))
                .extracting(Finding::code)
                .containsExactly(Code.AHEAD);
    }

    @Test
    void a_photo_from_elsewhere_is_told_with_its_distance() {
        var finding = found(taken(NOW, new Position(-5.1509, 119.4056))).getFirst();
        assertThat(finding.code()).isEqualTo(Code.FAR);
        assertThat(finding.metres()).isBetween(1_870.0, 1_910.0);
    }

    @Test
    void writing_a_great_inaccuracy_into_a_file_does_not_bring_it_here() {
        var far = new ExifBlock()
                .taken("2026:03:02 09:29:00")
                .takenOffset("+08:00")
                .position(-5.1509, 119.4056)
                .accuracy(5_000);
        assertThat(found(Drawn.withExif(picture(), far)))
                .extracting(Finding::code)
                .containsExactly(Code.FAR);
    }

    @Test
    void a_file_without_capture_data_is_told_once() {
        assertThat(found(picture())).extracting(Finding::code).containsExactly(Code.NO_CAPTURE_DATA);
        var onlyTime = new ExifBlock().taken("2026:03:02 09:29:00").takenOffset("+08:00");
        assertThat(found(Drawn.withExif(picture(), onlyTime)))
                .extracting(Finding::code)
                .containsExactly(Code.NO_PLACE);
        var onlyPlace = new ExifBlock().position(-5.1339, 119.4056);
        assertThat(found(Drawn.withExif(picture(), onlyPlace)))
                .extracting(Finding::code)
                .containsExactly(Code.NO_TIME);
    }

    @Test
    void a_complaint_without_a_place_asks_for_none() {
        var anywhere = new Proofs.Expected(null, null, false);
        var photo = prepared(taken(NOW, new Position(-5.2, 119.5)), Photo.Source.CAMERA);
        DATABASE.useTransaction(handle -> proofs.add(handle, complaint, photo, anywhere));
        assertThat(findings()).isEmpty();
    }

    @Test
    void the_gallery_is_told_where_a_photo_of_this_moment_was_asked_for() {
        var photo = prepared(taken(NOW, FORT), Photo.Source.GALLERY);
        DATABASE.useTransaction(handle -> proofs.add(handle, complaint, photo, EXPECTED));
        assertThat(findings()).extracting(Finding::code).containsExactly(Code.GALLERY);
    }

    @Test
    void a_photo_of_another_complaint_is_told_with_where_and_when() {
        var before = UUID.randomUUID();
        var file = taken(NOW, FORT);
        attach(before, Photo.Role.COMPLETION, file);
        assertThat(found(file))
                .extracting(Finding::code, Finding::otherComplaint, Finding::at)
                .containsExactly(tuple(Code.SAME_FILE, before, NOW));
    }

    @Test
    void the_same_picture_in_another_file_is_told_also_of_the_complaint_itself() {
        var picture = Drawn.shapes(800, 600, 4_711);
        attach(complaint, Photo.Role.REPORT, Drawn.jpeg(picture));
        var again = new ExifBlock()
                .taken("2026:03:02 09:29:00")
                .takenOffset("+08:00")
                .position(-5.1339, 119.4056);
        assertThat(found(Drawn.withExif(Drawn.jpeg(picture.getSubimage(20, 15, 760, 570)), again)))
                .extracting(Finding::code, Finding::otherComplaint)
                .containsExactly(tuple(Code.SAME_PICTURE, complaint));
    }

    @Test
    void a_proof_is_kept_once_taken_away_or_becomes_the_result() {
        var first = taken(NOW, FORT);
        found(first);
        found(first);
        found(taken(NOW.minusSeconds(5), FORT));
        var waiting = DATABASE.withHandle(handle -> proofs.waiting(handle, complaint));
        assertThat(waiting).hasSize(2);
        assertThat(remove(UUID.randomUUID(), waiting.getFirst().id())).isFalse();
        assertThat(remove(complaint, waiting.getFirst().id())).isTrue();
        assertThat(seen(vault.vault()::of))
                .as("nobody but staff sees what waits")
                .isEmpty();
        assertThat(seen(vault.vault()::ofReporter)).isEmpty();
        DATABASE.useTransaction(handle -> proofs.accept(handle, complaint, List.of(waiting.getLast())));
        assertThat(seen(vault.vault()::of))
                .extracting(Photo::id, Photo::role)
                .containsExactly(tuple(waiting.getLast().id(), Photo.Role.COMPLETION));
        assertThat(remove(complaint, waiting.getLast().id())).isFalse();
    }

    /** What somebody sees of the photos of the complaint. */
    private List<Photo> seen(BiFunction<Handle, UUID, List<Photo>> reader) {
        return DATABASE.withHandle(handle -> reader.apply(handle, complaint));
    }

    private static boolean remove(UUID complaint, UUID photo) {
        return DATABASE.inTransaction(handle -> proofs.remove(handle, complaint, photo));
    }

    /** What is found about a photo of the page's camera that is put to the complaint. */
    private List<Finding> found(byte[] file) {
        var photo = prepared(file, Photo.Source.CAMERA);
        DATABASE.useTransaction(handle -> proofs.add(handle, complaint, photo, EXPECTED));
        var all = findings();
        return all;
    }

    private List<Finding> findings() {
        return DATABASE.withHandle(handle -> {
            var waiting = proofs.waiting(handle, complaint);
            return proofs.findings(handle, List.of(waiting.getLast())).values().stream()
                    .flatMap(List::stream)
                    .toList();
        });
    }

    private static void attach(UUID complaint, Photo.Role role, byte[] file) {
        DATABASE.useTransaction(handle -> vault.vault().attach(handle, complaint, role, 0, vault.keep(file)));
    }

    private static PreparedPhoto prepared(byte[] file, Photo.Source source) {
        var kept = (PhotoVault.Intake.Kept)
                vault.vault().prepare(new ByteArrayInputStream(file), source, TestVault.MAKASSAR);
        return kept.photo();
    }

    private static byte[] taken(Instant at, Position where) {
        return CameraPhoto.taken(at, where.latitude(), where.longitude(), 400 + ++number);
    }

    private static byte[] picture() {
        return Drawn.jpeg(Drawn.shapes(400, 300, 900 + ++number));
    }
}
