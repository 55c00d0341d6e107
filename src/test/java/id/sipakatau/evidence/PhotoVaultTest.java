package id.sipakatau.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Directory;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoVaultTest {

    @TempDir
    Path folder;

    TestVault vault;

    @BeforeEach
    void open() {
        vault = TestVault.in(folder);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void original_is_kept_byte_for_byte_under_its_digest() {
        var file = Drawn.withExif(Drawn.jpeg(Drawn.quarters(80, 60)), new ExifBlock().description("anything"));

        var photo = vault.keep(file);

        assertThat(vault.original(photo)).isEqualTo(file);
        assertThat(photo.original()).isEqualTo(Digest.ofContent(file));
        assertThat(photo.bytes()).isEqualTo(file.length);
        assertThat(photo.mediaType()).isEqualTo("image/jpeg");
        assertThat(photo.receivedAt()).isEqualTo(TestVault.NOW);
        assertThat(photo.source()).isEqualTo(Photo.Source.CAMERA);
    }

    @Test
    void only_our_own_account_may_look_at_the_originals() throws Exception {
        vault.keep(Drawn.jpeg(Drawn.quarters(80, 60)));

        for (var shelf : new String[] {"original", "draft", "picture"}) {
            try (var parts = Files.list(folder.resolve(shelf))) {
                assertThat(parts.allMatch(part -> isForOwner(part))).as(shelf).isTrue();
            }
        }
    }

    private static boolean isForOwner(Path part) {
        try {
            return Files.getPosixFilePermissions(part).stream()
                    .allMatch(permission -> permission.name().startsWith("OWNER"));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // width, height, large, thumbnail
        "4000, 3000, 1600, 1200, 320, 240",
        "3000, 4000, 1200, 1600, 320, 240",
        "1600, 1200, 1600, 1200, 320, 240",
        "2000,  500, 1600,  400, 320, 240",
        " 500, 2000,  400, 1600, 320, 240",
        " 200,  200,  200,  200, 200, 150",
        "  64,   48,   64,   48,  64,  48",
        "   1,    1,    1,    1,   1,   1",
        "3000,    2, 1600,    1,   1,   1",
    })
    void pictures_have_the_size_that_the_photo_tells(
            int width, int height, int largeWidth, int largeHeight, int thumbnailWidth, int thumbnailHeight) {
        var prepared = vault.keep(Drawn.png(Drawn.quarters(width, height)));

        var photo = attached(prepared);
        assertThat(photo.dimensions(Photo.Size.LARGE)).isEqualTo(new Dimensions(largeWidth, largeHeight));
        assertThat(photo.dimensions(Photo.Size.THUMBNAIL)).isEqualTo(new Dimensions(thumbnailWidth, thumbnailHeight));
        assertThat(size(vault.large(prepared))).isEqualTo(photo.dimensions(Photo.Size.LARGE));
        assertThat(size(vault.thumbnail(prepared))).isEqualTo(photo.dimensions(Photo.Size.THUMBNAIL));
    }

    private static Photo attached(PreparedPhoto prepared) {
        return new Photo(
                UUID.randomUUID(),
                UUID.randomUUID(),
                Photo.Role.REPORT,
                0,
                prepared.source(),
                prepared.original(),
                prepared.mediaType(),
                prepared.bytes(),
                prepared.width(),
                prepared.height(),
                prepared.capture(),
                null,
                prepared.large(),
                prepared.thumbnail(),
                prepared.receivedAt());
    }

    private static Dimensions size(byte[] jpeg) {
        var picture = TestVault.picture(jpeg);
        return new Dimensions(picture.getWidth(), picture.getHeight());
    }

    @Test
    void public_pictures_carry_nothing_but_pixels() throws Exception {
        var exif = new ExifBlock()
                .description("<script>alert(1)</script>")
                .taken("2026:03:01 10:15:00")
                .position(-5.1339, 119.4056);
        var photo = vault.keep(Drawn.withSegment(
                Drawn.withExif(Drawn.jpeg(Drawn.quarters(80, 60)), exif), 0xFE, "a comment".getBytes()));

        for (var picture : new byte[][] {vault.large(photo), vault.thumbnail(photo)}) {
            var metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(picture));
            assertThat(metadata.getDirectories())
                    .extracting(Directory::getName)
                    .containsOnly("JPEG", "JFIF", "Huffman", "File Type");
            assertThat(new String(picture, StandardCharsets.ISO_8859_1)).doesNotContain("script", "comment", "Exif");
        }
    }

    @Test
    void page_behind_the_end_of_a_photo_stays_behind() {
        var page = "<html><script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        var jpeg = Drawn.jpeg(Drawn.quarters(80, 60));

        var photo = vault.keep(Drawn.joined(jpeg, page));

        assertThat(new String(vault.large(photo), StandardCharsets.ISO_8859_1)).doesNotContain("script");
        assertThat(vault.large(photo)).isEqualTo(vault.large(vault.keep(jpeg)));
    }

    @Test
    void large_picture_is_progressive_and_thumbnail_is_short() {
        var photo = vault.keep(Drawn.jpeg(Drawn.scene(1600, 1200)));

        assertThat(new JpegFrames(vault.large(photo)).isProgressive()).isTrue();
        assertThat(new JpegFrames(vault.thumbnail(photo)).isProgressive()).isFalse();
        assertThat(vault.thumbnail(photo).length).isLessThan(12_000);
    }

    /** Looks at the first frame marker. */
    private record JpegFrames(byte[] jpeg) {
        boolean isProgressive() {
            return new String(jpeg, StandardCharsets.ISO_8859_1).contains("\u00ff\u00c2");
        }
    }

    @Test
    void equal_pictures_share_their_files() {
        var jpeg = Drawn.jpeg(Drawn.quarters(80, 60));
        var first = vault.keep(jpeg);
        assertThat(vault.files()).hasSize(3);

        var again = vault.keep(jpeg);
        var withComment = vault.keep(Drawn.withSegment(jpeg, 0xFE, "told apart by this".getBytes()));

        assertThat(again).isEqualTo(first);
        assertThat(withComment.large()).isEqualTo(first.large());
        assertThat(withComment.original()).isNotEqualTo(first.original());
        assertThat(vault.files()).hasSize(4);
    }

    @Test
    void file_on_this_machine_stays_where_it_is(@TempDir Path elsewhere) throws Exception {
        var file = Files.write(elsewhere.resolve("upload"), Drawn.jpeg(Drawn.quarters(80, 60)));

        var intake = vault.vault().prepare(file, Photo.Source.GALLERY, TestVault.MAKASSAR);

        assertThat(intake).isInstanceOf(PhotoVault.Intake.Kept.class);
        assertThat(file).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u00ff\u00d8", "<html><body>photo.jpg", "%PDF-1.7", "GIF7", "RIFF\0\0\0\0AVI LIST"})
    void what_is_no_picture_is_refused_whatever_its_name(String content) {
        assertThat(vault.refusal(content.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(Refusal.NOT_AN_IMAGE);
        assertThat(vault.files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GIF89a",
                "II*\0",
                "MM\0*",
                "<svg onload=",
                "\u00ef\u00bb\u00bf <?xml version='1.0'?><SVG",
                "\0\0\0\fJXL \r\n"
            })
    void picture_of_a_kind_that_is_not_taken_is_told_apart(String content) {
        assertThat(vault.refusal(content.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(Refusal.UNSUPPORTED);
        assertThat(vault.files()).isEmpty();
    }

    @Test
    void photo_that_is_cut_off_is_broken() {
        for (var whole : new byte[][] {Drawn.jpeg(Drawn.scene(200, 150)), Drawn.png(Drawn.scene(200, 150))}) {
            for (int length : new int[] {20, 300, whole.length / 2, whole.length - 30, whole.length - 12}) {
                assertThat(vault.refusal(Arrays.copyOf(whole, length)))
                        .as("%d of %d bytes", length, whole.length)
                        .isEqualTo(Refusal.BROKEN);
            }
        }
        assertThat(vault.files()).isEmpty();
    }

    @Test
    void too_long_a_file_is_refused_after_one_byte_too_many() throws Exception {
        var jpeg = Drawn.jpeg(Drawn.scene(600, 400));
        try (var small = TestVault.with(TestVault.Settings.in(folder).maxBytes(100_000))) {
            var endless = new EndlessStream(jpeg);

            var intake = small.vault().prepare(endless, Photo.Source.UNKNOWN, TestVault.MAKASSAR);

            assertThat(intake).isEqualTo(new PhotoVault.Intake.Refused(Refusal.TOO_MANY_BYTES));
            assertThat(endless.read).isLessThan(300_000);
            assertThat(small.files()).isEmpty();
        }
    }

    private static final class EndlessStream extends java.io.InputStream {
        private final byte[] content;
        private int read;

        EndlessStream(byte[] content) {
            this.content = content;
        }

        @Override
        public int read() {
            return content[read++ % content.length] & 0xFF;
        }
    }

    @Test
    void photo_with_too_many_pixels_is_refused() {
        try (var small = TestVault.with(TestVault.Settings.in(folder).maxPixels(1_000_000))) {
            assertThat(small.refusal(Drawn.jpeg(Drawn.quarters(1001, 1000)))).isEqualTo(Refusal.TOO_MANY_PIXELS);
            assertThat(small.refusal(Drawn.png(Drawn.quarters(1001, 1000)))).isEqualTo(Refusal.TOO_MANY_PIXELS);
            assertThat(small.keep(Drawn.png(Drawn.quarters(1000, 1000)))).isNotNull();
        }
    }

    @Test
    void fault_of_ours_is_no_refusal() throws Exception {
        var drafts = folder.resolve("draft");
        FolderStore.delete(drafts);
        Files.write(drafts, new byte[0]);

        assertThatThrownBy(() -> vault.offer(Drawn.jpeg(Drawn.quarters(80, 60))))
                .isInstanceOf(PhotoStoreFailure.class)
                .hasMessageContaining("could not be kept");
    }

    @Test
    void picture_that_the_folder_lost_is_missing_not_wrong() throws Exception {
        var photo = attached(vault.keep(Drawn.jpeg(Drawn.quarters(80, 60))));
        var derivative = vault.vault().derivative(photo, Photo.Size.LARGE).orElseThrow();
        assertThat(derivative.bytes()).isEqualTo(Files.size(derivative.file()));
        assertThat(derivative.etag()).isEqualTo(photo.large().hex());

        Files.delete(derivative.file());

        assertThat(vault.vault().derivative(photo, Photo.Size.LARGE)).isEmpty();
    }
}
