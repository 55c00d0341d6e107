package id.sipakatau.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the files of photos lie, each under the SHA-256 of its content, so that equal files are kept once and a kept file
 * never changes. A folder today; an object store can stand behind the same methods.
 */
public interface PhotoStore {

    /** The two kinds of files, kept well apart: a look-up on one shelf can never find a file of the other. */
    enum Shelf {
        /** Files as they were sent. Never public. */
        ORIGINAL,
        /** Pictures made here. */
        PICTURE
    }

    /** A new empty file to write to, where {@link #keep} can take it from without copying. The caller deletes it. */
    Path draft() throws IOException;

    /** A new empty folder for drafts with names of their own. The caller discards it. */
    Path draftFolder() throws IOException;

    /** Deletes a draft or a folder of drafts, if it is still there. */
    void discard(Path draft) throws IOException;

    /**
     * Keeps a draft for good: once this returns, the file survives a loss of power. The draft is gone afterwards.
     *
     * @param digest of the draft's whole content
     */
    void keep(Shelf shelf, Digest digest, Path draft) throws IOException;

    /** The kept file, for reading only. */
    Optional<Path> find(Shelf shelf, Digest digest);

    /** Takes over all kept files of a store in a folder that nobody writes to at the time. */
    void takeOver(Path folder) throws IOException;
}
