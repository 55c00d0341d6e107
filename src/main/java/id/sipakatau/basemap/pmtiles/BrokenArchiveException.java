package id.sipakatau.basemap.pmtiles;

import java.io.IOException;
import java.nio.file.Path;

/** A file is no archive of map tiles that this program can read; the message says why. */
public final class BrokenArchiveException extends IOException {

    BrokenArchiveException(Path file, String fault) {
        super(file + ": " + fault);
    }
}
