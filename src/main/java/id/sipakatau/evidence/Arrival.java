package id.sipakatau.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file that came over the network and rests on the disk until this is closed. */
public final class Arrival implements AutoCloseable {

    private final Path file;
    private final boolean whole;
    private final @Nullable Refusal refusal;

    Arrival(Path file, boolean whole, @Nullable Refusal refusal) {
        this.file = file;
        this.whole = whole;
        this.refusal = refusal;
    }

    /** Whether it is the file that its sender meant; otherwise it was cut off or changed on its way. */
    public boolean isWhole() {
        return whole;
    }

    /** Why it is no usable photo, as far as its header tells. */
    public Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** The file, for reading only. */
    public Path file() {
        return file;
    }

    public long bytes() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new PhotoStoreFailure("a sent file could not be read", e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new PhotoStoreFailure("a draft could not be deleted", e);
        }
    }
}
