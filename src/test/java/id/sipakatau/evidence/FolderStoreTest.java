package id.sipakatau.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest {

    private static final byte[] CONTENT = "content".getBytes();
    private static final Digest DIGEST = Digest.ofContent(CONTENT);

    @TempDir
    Path folder;

    @Test
    void kept_file_is_found_again_by_another_start() throws Exception {
        var store = new FolderStore(folder);
        var draft = Files.write(store.draft(), CONTENT);

        store.keep(PhotoStore.Shelf.ORIGINAL, DIGEST, draft);

        var found = new FolderStore(folder).find(PhotoStore.Shelf.ORIGINAL, DIGEST);
        assertThat(found).isPresent();
        assertThat(found.orElseThrow()).hasBinaryContent(CONTENT);
        assertThat(draft).doesNotExist();
    }

    @Test
    void original_is_never_found_among_the_pictures() throws Exception {
        var store = new FolderStore(folder);
        store.keep(PhotoStore.Shelf.ORIGINAL, DIGEST, Files.write(store.draft(), CONTENT));

        assertThat(store.find(PhotoStore.Shelf.PICTURE, DIGEST)).isEmpty();
    }

    @Test
    void file_kept_twice_is_there_once_and_unchanged() throws Exception {
        var store = new FolderStore(folder);
        store.keep(PhotoStore.Shelf.PICTURE, DIGEST, Files.write(store.draft(), CONTENT));
        var kept = store.find(PhotoStore.Shelf.PICTURE, DIGEST).orElseThrow();
        var time = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
        Files.setLastModifiedTime(kept, time);

        var second = Files.write(store.draft(), CONTENT);
        store.keep(PhotoStore.Shelf.PICTURE, DIGEST, second);

        assertThat(Files.getLastModifiedTime(kept)).isEqualTo(time);
        assertThat(second).doesNotExist();
    }

    @Test
    void drafts_of_a_killed_program_are_cleared_away_after_a_day() throws Exception {
        var store = new FolderStore(folder);
        var old = Files.write(store.draft(), CONTENT);
        var oldFolder = store.draftFolder();
        Files.write(oldFolder.resolve("picture.jpg"), CONTENT);
        var young = Files.write(store.draft(), CONTENT);
        var twoDaysAgo = FileTime.from(Instant.now().minus(Duration.ofDays(2)));
        Files.setLastModifiedTime(old, twoDaysAgo);
        Files.setLastModifiedTime(oldFolder, twoDaysAgo);

        new FolderStore(folder);

        assertThat(old).doesNotExist();
        assertThat(oldFolder).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void folder_that_cannot_be_is_named() throws Exception {
        var file = Files.write(folder.resolve("file"), CONTENT);

        assertThatThrownBy(() -> new FolderStore(file.resolve("photos")))
                .isInstanceOf(PhotoStoreFailure.class)
                .hasMessageContaining(file.toString());
    }
}
