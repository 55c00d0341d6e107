package id.sipakatau.launch.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A password made at random, 128 bits in hexadecimal, that only this program reads from its file. */
final class Password {

    private Password() {}

    static String random() {
        var bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static String keptIn(Path file) throws IOException {
        if (!Files.exists(file)) {
            keep(random(), file);
        }
        return Files.readString(file).strip();
    }

    /** Whole or not at all: written under another name first. */
    static void keep(String password, Path file) throws IOException {
        var unfinished = Files.createTempFile(file.toAbsolutePath().getParent(), "new", ".password");
        Files.writeString(unfinished, password + "\n");
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
