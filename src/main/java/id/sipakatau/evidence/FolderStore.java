package id.sipakatau.evidence;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A folder on a local or shared file system: {@code original/ab/abcd…} and {@code picture/ab/abcd….jpg}.
 *
 * <p>A file is written beside, forced to the disk, and only then renamed into its place, so a file in its place is always
 * whole. Several programs may use one folder.
 */
final class FolderStore implements PhotoStore {

    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Path folder;
    private final Path drafts;
    private final boolean posix;

    /** Makes the folder if it is missing, and clears away drafts that a killed program left behind. */
    FolderStore(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        this.drafts = this.folder.resolve("draft");
        try {
            Files.createDirectories(this.folder);
            posix = Files.getFileStore(this.folder).supportsFileAttributeView("posix");
            Files.createDirectories(drafts, ownerOnly());
            clearAbandoned(Instant.now().minus(ABANDONED));
        } catch (IOException e) {
            throw new PhotoStoreFailure("the folder of photos can't be used: " + this.folder, e);
        }
    }

    @Override
    public Path draft() throws IOException {
        return Files.createTempFile(drafts, "photo", null);
    }

    @Override
    public Path draftFolder() throws IOException {
        return Files.createTempDirectory(drafts, "photo");
    }

    @Override
    public void discard(Path draft) throws IOException {
        delete(draft);
    }

    @Override
    public void keep(Shelf shelf, Digest digest, Path draft) throws IOException {
        var shelfPart = shelfPart(shelf, digest);
        var place = shelfPart.resolve(name(shelf, digest));
        if (Files.exists(place)) {
            Files.delete(draft);
            return;
        }
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.createDirectories(shelfPart, ownerOnly());
        Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        forceFolder(shelfPart);
    }

    @Override
    public Optional<Path> find(Shelf shelf, Digest digest) {
        return Optional.of(shelfPart(shelf, digest).resolve(name(shelf, digest)))
                .filter(Files::isRegularFile);
    }

    @Override
    public void takeOver(Path other) throws IOException {
        for (var shelf : Shelf.values()) {
            var from = other.resolve(name(shelf));
            var to = folder.resolve(name(shelf));
            if (Files.isDirectory(from)) {
                try (var files = Files.walk(from)) {
                    for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                        link(file, to.resolve(from.relativize(file)));
                    }
                }
            }
        }
    }

    /** Kept files never change, so two folders may share one. On another disk it has to be a copy. */
    private void link(Path file, Path place) throws IOException {
        if (Files.exists(place)) {
            return;
        }
        Files.createDirectories(place.getParent(), ownerOnly());
        try {
            Files.createLink(place, file);
        } catch (FileSystemException | UnsupportedOperationException e) {
            var draft = draft();
            Files.copy(file, draft, StandardCopyOption.REPLACE_EXISTING);
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private Path shelfPart(Shelf shelf, Digest digest) {
        return folder.resolve(name(shelf)).resolve(digest.hex().substring(0, 2));
    }

    private static String name(Shelf shelf) {
        return shelf.name().toLowerCase(Locale.ROOT);
    }

    private static String name(Shelf shelf, Digest digest) {
        return shelf == Shelf.PICTURE ? digest.hex() + ".jpg" : digest.hex();
    }

    /** The new name is in the folder, so it is the folder that has to reach the disk. Only POSIX systems can do that. */
    private void forceFolder(Path changed) throws IOException {
        if (posix) {
            try (var channel = FileChannel.open(changed, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    private void clearAbandoned(Instant before) throws IOException {
        try (var old = Files.newDirectoryStream(drafts, draft -> isOlder(draft, before))) {
            for (var draft : old) {
                delete(draft);
            }
        }
    }

    private static boolean isOlder(Path draft, Instant time) throws IOException {
        try {
            return Files.getLastModifiedTime(draft).toInstant().isBefore(time);
        } catch (NoSuchFileException e) {
            return false; // another program on the same folder has just finished with it
        }
    }

    /** Deletes a draft or a folder of drafts, if it is still there. */
    static void delete(Path draft) throws IOException {
        if (!Files.exists(draft)) {
            return;
        }
        Files.walkFileTree(draft, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException e) throws IOException {
                Files.deleteIfExists(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
