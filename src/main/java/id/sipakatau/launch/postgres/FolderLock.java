package id.sipakatau.launch.postgres;

import id.sipakatau.launch.LaunchFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a folder to one running program; the operating system lets go of it however the program ends. */
final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static FolderLock on(Path folder) {
        try {
            Files.createDirectories(folder);
            var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new LaunchFailure(
                        "Folder data " + folder
                                + " sedang dipakai oleh SIPAKATAU lain. Hentikan dahulu, atau pilih folder lain dengan --data.",
                        "The data folder " + folder
                                + " is in use by another SIPAKATAU. Stop that one first, or choose another folder with --data.");
            }
            return new FolderLock(channel);
        } catch (IOException e) {
            throw new LaunchFailure(
                    "Folder data " + folder + " tidak dapat dipakai: " + e,
                    "The data folder " + folder + " can't be used: " + e,
                    e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldInThisProgram) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("The lock file could not be closed", e);
        }
    }
}
