package id.sipakatau.evidence;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Files for tests: those of this project, and a folder of samples that it may not hold itself. */
public final class Resources {

    private Resources() {}

    public static byte[] read(String name) {
        try (var in = requireNonNull(Resources.class.getResourceAsStream("/evidence/" + name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of the folder of samples that the variable SIPAKATAU_SAMPLES names; without it, the test is skipped. */
    public static byte[] sample(String name) {
        var folder = Optional.ofNullable(System.getenv("SIPAKATAU_SAMPLES")).map(Path::of);
        Assumptions.assumeTrue(
                folder.isPresent(), "Skipped: set SIPAKATAU_SAMPLES to the folder of samples to test with " + name);
        try {
            return Files.readAllBytes(folder.orElseThrow().resolve("images").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
