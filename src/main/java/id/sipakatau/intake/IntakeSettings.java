package id.sipakatau.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What can be set about taking complaints in. */
@ConfigMapping(prefix = "sipakatau.intake")
public interface IntakeSettings {

    /**
     * How many complaints one internet address may file in an hour. Generous on purpose: the phone networks put hundreds
     * of phones behind one address, and a flood makes many of them report at once.
     */
    @WithDefault("120")
    int filingsPerHour();

    /** How long the photos of a form that came back with a question are kept for the next try. */
    @WithDefault("PT2H")
    Duration keepPhotos();

    /** How many bytes of such photos are kept in all; beyond that the form asks to choose the photos again. */
    @WithDefault("1073741824")
    long keepPhotosBytes();

    /** How long photos that a phone sent ahead wait for their complaint. */
    @WithDefault("P14D")
    Duration keepUploads();

    /** How many bytes of photos sent ahead are kept in all; beyond that the oldest go, and their phones send them again. */
    @WithDefault("4294967296")
    long keepUploadsBytes();

    /** How long after filing the full file of a reduced copy is taken. */
    @WithDefault("P14D")
    Duration takeFull();
}
