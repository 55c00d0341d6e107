package id.sipakatau.evidence.examination;

import id.sipakatau.evidence.EvidenceSettings;
import id.sipakatau.evidence.PhotoStore;
import id.sipakatau.evidence.Unusable;
import id.sipakatau.evidence.header.Format;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Turns HEIC and AVIF into JPEG by {@code heif-convert} of libheif, in a process of its own under limits of time, memory
 * and length of file: whatever a hostile file does to that decoder, it does not do it to this program.
 *
 * <p>The container's own turning and mirroring is done by the decoder; EXIF and colour profile pass into the JPEG.
 */
final class HeifConverter {

    private static final int OUTPUT_BYTES = 64 << 20;

    /**
     * A shell sets the limits that the decoder then runs under. If it can't, the decoder doesn't run. The unit of -v is
     * 1024 bytes, of -t a second and of -f 512 bytes (POSIX; -v is in every shell of Linux).
     */
    private static final String CONFINED = "ulimit -c 0 && ulimit -v %d && ulimit -t %d && ulimit -f %d && exec \"$@\"";

    private final Path program;
    private final Duration time;
    private final String confined;
    private final Set<Format> formats = EnumSet.noneOf(Format.class);

    private HeifConverter(Path program, long memory, Duration time) {
        this.program = program;
        this.time = time;
        // Processor time counts every thread of the decoder; the clock is watched from here.
        confined = CONFINED.formatted(memory / 1024, 4 * time.toSeconds() + 1, OUTPUT_BYTES / 512);
    }

    /** Looks for the decoder and asks it what it can decode; empty if it is missing or can't be confined here. */
    static Optional<HeifConverter> find(EvidenceSettings.Heif settings, PhotoStore store) throws IOException {
        var program = settings.command().flatMap(HeifConverter::onPath);
        if (program.isEmpty()) {
            return Optional.empty();
        }
        var converter = new HeifConverter(program.get(), settings.memory().asLongValue(), settings.time());
        var scratch = store.draftFolder();
        try {
            converter.askFormats(scratch);
        } finally {
            store.discard(scratch);
        }
        return converter.formats.isEmpty() ? Optional.empty() : Optional.of(converter);
    }

    private static Optional<Path> onPath(String command) {
        var places = command.contains(File.separator)
                ? Stream.of(Path.of(command))
                : Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, command));
        return places.filter(Files::isExecutable).map(Path::toAbsolutePath).findFirst();
    }

    private void askFormats(Path scratch) throws IOException {
        var answer = scratch.resolve("decoders.txt");
        if (!run(scratch, answer, "--list-decoders")) {
            return;
        }
        Format section = null;
        for (var line : Files.readAllLines(answer)) {
            if (line.startsWith("HEIC")) {
                section = Format.HEIC;
            } else if (line.startsWith("AVIF")) {
                section = Format.AVIF;
            } else if (!line.startsWith("-")) {
                section = null;
            } else if (section != null) {
                formats.add(section);
            }
        }
    }

    Set<Format> formats() {
        return formats;
    }

    /** The picture as JPEG. The scratch folder is used for nothing else and deleted by the caller. */
    byte[] toJpeg(Path file, Path scratch) throws IOException, Unusable {
        var jpeg = scratch.resolve("picture.jpg");
        boolean done = run(
                scratch,
                scratch.resolve("output.txt"),
                "--quiet",
                "-q",
                "92",
                file.toAbsolutePath().toString(),
                jpeg.toString());
        // A file with several pictures gives several, numbered from 1.
        for (var result : List.of(jpeg, scratch.resolve("picture-1.jpg"))) {
            if (done && Files.exists(result)) {
                return Files.readAllBytes(result);
            }
        }
        throw Unusable.broken("the decoder for HEIC and AVIF gave up or took too long");
    }

    private boolean run(Path scratch, Path output, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("/bin/sh", "-c", confined, "sh", program.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(scratch.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().clear();
        var process = builder.start();
        try {
            process.getOutputStream().close();
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }
}
