package id.sipakatau.evidence;

import id.sipakatau.evidence.likeness.Print;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Looks into a file and, if it is a photo, makes its public pictures. The vault keeps files and knows nothing of what is
 * in them; whoever examines them knows nothing of complaints.
 */
public interface Examination extends AutoCloseable {

    /**
     * What is known of a file that is a photo.
     *
     * @param mediaType found from the content
     * @param size of the photo as people see it, which may be larger than the large picture
     * @param large the large public picture as JPEG, its longer side at most {@link Photo#LARGE_EDGE} pixels
     * @param thumbnail the small public picture as JPEG, at most {@link Photo#THUMBNAIL}
     * @param print by which the picture is known again; empty if there is too little to see in it
     */
    record Found(
            String mediaType,
            CaptureData capture,
            Dimensions size,
            byte[] large,
            byte[] thumbnail,
            @Nullable Print print) {}

    /**
     * Looks at what costs little: kind, size and wholeness by the file's header, when its turn has come. What passes may
     * still be unusable.
     *
     * @throws Unusable if the file is not taken
     * @throws IOException if it could not be looked at by a fault of ours
     */
    void look(Path file) throws IOException, Unusable;

    /**
     * Examines one file, when its turn has come.
     *
     * @param assumed the zone of a time that the file gives without one
     * @throws Unusable if the file is not taken
     * @throws IOException if it could not be examined by a fault of ours
     */
    Found examine(Path file, ZoneId assumed) throws IOException, Unusable;

    /** Ends what is being examined; nothing can be examined any more. */
    @Override
    void close();
}
