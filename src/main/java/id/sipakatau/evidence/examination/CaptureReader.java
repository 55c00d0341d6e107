package id.sipakatau.evidence.examination;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import id.sipakatau.city.Position;
import id.sipakatau.evidence.CaptureData;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads from an EXIF block (CIPA DC-008) when and where a photo was taken, and how it was held; nothing else of it. */
final class CaptureReader {

    private static final Logger LOG = Logger.getLogger(CaptureReader.class);
    private static final DateTimeFormatter EXIF_TIME =
            DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private final @Nullable Directory main;
    private final @Nullable Directory details;
    private final @Nullable GpsDirectory gps;

    private CaptureReader(Metadata metadata) {
        main = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        details = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        gps = metadata.getFirstDirectoryOfType(GpsDirectory.class);
    }

    /**
     * What the block tells; a block that can't be read tells nothing.
     *
     * @param assumed the zone of a time that the file gives without one
     */
    static CaptureData read(byte @Nullable [] exif, ZoneId assumed) {
        if (exif == null) {
            return CaptureData.NONE;
        }
        try {
            var metadata = new Metadata();
            new ExifReader().extract(new ByteArrayReader(exif), metadata);
            return new CaptureReader(metadata).read(assumed);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.debug("an unreadable EXIF block was passed over", e);
            return CaptureData.NONE;
        }
    }

    private CaptureData read(ZoneId assumed) {
        var local = time(details, ExifDirectoryBase.TAG_DATETIME_ORIGINAL);
        var offset = offset(ExifDirectoryBase.TAG_TIME_ZONE_ORIGINAL);
        if (local == null) {
            local = time(details, ExifDirectoryBase.TAG_DATETIME_DIGITIZED);
            offset = offset(ExifDirectoryBase.TAG_TIME_ZONE_DIGITIZED);
        }
        if (local == null) { // then the time at which the file was last changed, which simple cameras use alone
            local = time(main, ExifDirectoryBase.TAG_DATETIME);
            offset = offset(ExifDirectoryBase.TAG_TIME_ZONE);
        }
        return new CaptureData(
                local == null
                        ? null
                        : local.atZone(offset == null ? assumed : offset).toInstant(),
                local != null && offset == null,
                position(),
                accuracy(),
                direction(),
                orientation());
    }

    private static @Nullable LocalDateTime time(@Nullable Directory directory, int tag) {
        var text = directory == null ? null : directory.getString(tag);
        try {
            return text == null ? null : LocalDateTime.parse(text.strip(), EXIF_TIME);
        } catch (DateTimeException e) {
            return null; // cameras whose clock was never set write zeros or blanks
        }
    }

    private @Nullable ZoneOffset offset(int tag) {
        var text = details == null ? null : details.getString(tag);
        try {
            return text == null ? null : ZoneOffset.of(text.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private @Nullable Position position() {
        var place = gps == null ? null : gps.getGeoLocation();
        if (place == null || place.isZero()) { // 0 N 0 E is what a receiver without a fix writes
            return null;
        }
        boolean onEarth = Math.abs(place.getLatitude()) <= 90 && Math.abs(place.getLongitude()) <= 180;
        return onEarth ? new Position(place.getLatitude(), place.getLongitude()) : null;
    }

    private @Nullable Double accuracy() {
        var metres =
                gps == null || position() == null ? null : gps.getDoubleObject(GpsDirectory.TAG_H_POSITIONING_ERROR);
        return metres != null && Double.isFinite(metres) && metres >= 0 ? metres : null;
    }

    private @Nullable Double direction() {
        var degrees = gps == null ? null : gps.getDoubleObject(GpsDirectory.TAG_IMG_DIRECTION);
        return degrees != null && Double.isFinite(degrees) && degrees >= 0 && degrees <= 360 ? degrees : null;
    }

    private int orientation() {
        var value = main == null ? null : main.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
        return value != null && value >= 1 && value <= 8 ? value : 1;
    }
}
