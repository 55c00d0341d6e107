package id.sipakatau.evidence;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What photos may cost. Checked at start: the program does not start with a setting out of its bounds. */
@ConfigMapping(prefix = "sipakatau.evidence")
public interface EvidenceSettings {

    /** Where photos lie; made if it is missing. Only the program's own account needs to read it. */
    @WithDefault("${sipakatau.data:data}/photos")
    Path folder();

    /** The longest file that is taken, 100 kB to 100 MB. Photos of phones are 2 to 8 MB. */
    @WithDefault("15M")
    MemorySize maxBytes();

    /** The most pixels that are decoded, 1 to 200 million. The largest usual phone photo has 48 to 50 million. */
    @WithDefault("50000000")
    long maxPixels();

    /** How many photos are decoded at the same time, 1 to 64; the others wait. Each keeps one core busy. */
    @WithDefault("2")
    int decoders();

    /**
     * What all photos that are being decoded may take together, at least 64 MB, by estimate from their headers. One that
     * needs more is decoded alone. A usual photo takes 60 MB, one of 48 million pixels 70 MB, in the rare progressive
     * kind of JPEG 350 MB.
     */
    @WithDefault("400M")
    MemorySize decodeMemory();

    /** The program that decodes HEIC and AVIF. */
    Heif heif();

    /**
     * HEIC and AVIF are decoded by a program of their own under limits, since their decoders are native code that a
     * hostile file might take over.
     */
    interface Heif {

        /**
         * Name on the PATH, or path, of {@code heif-convert} of libheif (Debian: {@code libheif-examples}). Where it is
         * missing, or left empty here, these files are refused as {@link Refusal#UNDECODABLE_HERE}.
         */
        @WithDefault("heif-convert")
        Optional<String> command();

        /** The most memory it may take, at least 64 MB. A photo of 48 million pixels takes 360 MB. */
        @WithDefault("768M")
        MemorySize memory();

        /** The longest it may run, at least a tenth of a second. A photo of 12 million pixels takes 1 to 2 s. */
        @WithDefault("30s")
        Duration time();
    }
}
