package id.sipakatau.evidence.header;

import id.sipakatau.evidence.Unusable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads a file in memory from front to back; whoever reads past its end learns that the picture is broken. */
final class Bytes {

    private final byte[] data;
    private final int end;
    private int at;

    Bytes(byte[] data) {
        this(data, 0, data.length);
    }

    private Bytes(byte[] data, int start, int end) {
        this.data = data;
        this.at = start;
        this.end = end;
    }

    int at() {
        return at;
    }

    int left() {
        return end - at;
    }

    /** Reads one byte, 0 to 255. */
    int one() throws Unusable {
        need(1);
        return data[at++] & 0xFF;
    }

    /** Reads a number of two bytes, the high one first. */
    int two() throws Unusable {
        return one() << 8 | one();
    }

    /** Reads a number of four bytes, the high one first. */
    long four() throws Unusable {
        return (long) two() << 16 | two();
    }

    /** Reads a number of so many bytes, the low one first. */
    long lowFirst(int bytes) throws Unusable {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) one() << 8 * i;
        }
        return value;
    }

    /** Reads so many bytes as text, each a character. */
    String text(int length) throws Unusable {
        return new String(copy(length), StandardCharsets.ISO_8859_1);
    }

    byte[] copy(long length) throws Unusable {
        int start = at;
        skip(length);
        return Arrays.copyOfRange(data, start, at);
    }

    Bytes skip(long length) throws Unusable {
        need(length);
        at += (int) length;
        return this;
    }

    /** Hands out the next bytes to be read by themselves, and goes on behind them. */
    Bytes part(long length) throws Unusable {
        int start = at;
        skip(length);
        return new Bytes(data, start, at);
    }

    /** Goes to the next byte of this value. */
    void seek(int value) throws Unusable {
        while (at < end && (data[at] & 0xFF) != value) {
            at++;
        }
        need(1);
    }

    private void need(long length) throws Unusable {
        if (length < 0 || length > end - at) {
            throw Unusable.broken("cut off at byte " + at);
        }
    }
}
