package id.sipakatau.city.reading;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A text file to be read.
 *
 * @param path where it is; also how it is named in a fault
 * @param faults where its faults go
 */
public record SourceFile(Path path, Faults faults) {

    /** The whole text; empty, with a fault recorded, if the file is missing or no UTF-8 text. */
    Optional<String> text() {
        try {
            return Optional.of(Files.readString(path));
        } catch (NoSuchFileException e) {
            fault(0, "the file is missing");
        } catch (CharacterCodingException e) {
            fault(0, "the file is not UTF-8 text");
        } catch (IOException e) {
            fault(0, "the file cannot be read: " + e.getMessage());
        }
        return Optional.empty();
    }

    public void fault(int line, String message) {
        faults.add(path.toString(), line, message);
    }
}
