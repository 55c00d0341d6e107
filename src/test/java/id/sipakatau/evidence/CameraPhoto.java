package id.sipakatau.evidence;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** A JPEG as a phone's camera makes it, with time and position, for tests of any module. */
public final class CameraPhoto {

    private static final ZoneId MAKASSAR = ZoneId.of("Asia/Makassar");
    private static final DateTimeFormatter EXIF = DateTimeFormatter.ofPattern("yyyy:MM:dd HH:mm:ss");

    private CameraPhoto() {}

    /** A picture taken then and there; another time or width is another picture, not like any before. */
    public static byte[] taken(Instant at, double latitude, double longitude, int width) {
        var exif = new ExifBlock()
                .taken(EXIF.format(at.atZone(MAKASSAR)))
                .takenOffset("+08:00")
                .position(latitude, longitude);
        return Drawn.withExif(Drawn.jpeg(Drawn.shapes(width, width * 3 / 4, at.toEpochMilli() * 31 + width)), exif);
    }
}
