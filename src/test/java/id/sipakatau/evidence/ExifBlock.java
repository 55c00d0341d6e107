package id.sipakatau.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Writes an EXIF block byte by byte, as a camera does. */
public final class ExifBlock {

    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;

    private record Value(int type, int count, byte[] bytes) {}

    private final Map<Integer, Value> main = new TreeMap<>();
    private final Map<Integer, Value> details = new TreeMap<>();
    private final Map<Integer, Value> gps = new TreeMap<>();

    public ExifBlock orientation(int orientation) {
        main.put(
                0x0112,
                new Value(
                        SHORT,
                        1,
                        ByteBuffer.allocate(2).putShort((short) orientation).array()));
        return this;
    }

    public ExifBlock description(String text) {
        return put(main, 0x010E, text);
    }

    public ExifBlock changed(String time) {
        return put(main, 0x0132, time);
    }

    public ExifBlock taken(String time) {
        return put(details, 0x9003, time);
    }

    public ExifBlock takenOffset(String offset) {
        return put(details, 0x9011, offset);
    }

    public ExifBlock position(double latitude, double longitude) {
        put(gps, 1, latitude < 0 ? "S" : "N");
        gps.put(2, degrees(Math.abs(latitude)));
        put(gps, 3, longitude < 0 ? "W" : "E");
        gps.put(4, degrees(Math.abs(longitude)));
        return this;
    }

    public ExifBlock accuracy(int tenthsOfMetres) {
        gps.put(0x1F, rationals(tenthsOfMetres, 10));
        return this;
    }

    public ExifBlock direction(int tenthsOfDegrees) {
        put(gps, 0x10, "M");
        gps.put(0x11, rationals(tenthsOfDegrees, 10));
        return this;
    }

    /** The block from its TIFF header on. */
    public byte[] bytes() {
        if (!details.isEmpty()) {
            main.put(0x8769, pointer(0));
        }
        if (!gps.isEmpty()) {
            main.put(0x8825, pointer(0));
        }
        int detailsAt = 8 + length(main);
        int gpsAt = detailsAt + length(details);
        main.computeIfPresent(0x8769, (tag, value) -> pointer(detailsAt));
        main.computeIfPresent(0x8825, (tag, value) -> pointer(gpsAt));
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8});
        out.writeBytes(directory(main, 8));
        out.writeBytes(directory(details, detailsAt));
        out.writeBytes(directory(gps, gpsAt));
        return out.toByteArray();
    }

    private static int length(Map<Integer, Value> directory) {
        return directory.isEmpty()
                ? 0
                : 6
                        + directory.values().stream()
                                .mapToInt(value -> 12 + extra(value))
                                .sum();
    }

    private static int extra(Value value) {
        return value.bytes.length <= 4 ? 0 : value.bytes.length;
    }

    private static byte[] directory(Map<Integer, Value> directory, int at) {
        if (directory.isEmpty()) {
            return new byte[0];
        }
        var out = ByteBuffer.allocate(length(directory)).putShort((short) directory.size());
        int extraAt = at + 6 + 12 * directory.size();
        var extras = new ByteArrayOutputStream();
        for (var entry : directory.entrySet()) {
            var value = entry.getValue();
            out.putShort((short) (int) entry.getKey())
                    .putShort((short) value.type)
                    .putInt(value.count);
            if (extra(value) == 0) {
                out.put(value.bytes).put(new byte[4 - value.bytes.length]);
            } else {
                out.putInt(extraAt + extras.size());
                extras.writeBytes(value.bytes);
            }
        }
        return out.putInt(0).put(extras.toByteArray()).array();
    }

    private static Value pointer(int at) {
        return new Value(LONG, 1, ByteBuffer.allocate(4).putInt(at).array());
    }

    private ExifBlock put(Map<Integer, Value> directory, int tag, String text) {
        var bytes = (text + "\0").getBytes(StandardCharsets.US_ASCII);
        directory.put(tag, new Value(ASCII, bytes.length, bytes));
        return this;
    }

    private static Value degrees(double degrees) {
        long millionths = Math.round(degrees * 1_000_000);
        return rationals(Math.toIntExact(millionths), 1_000_000, 0, 1, 0, 1);
    }

    private static Value rationals(int... numbers) {
        var bytes = ByteBuffer.allocate(4 * numbers.length);
        for (int number : numbers) {
            bytes.putInt(number);
        }
        return new Value(RATIONAL, numbers.length / 2, bytes.array());
    }
}
