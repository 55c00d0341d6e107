package id.sipakatau.basemap.pmtiles;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/** Writes small archives of map tiles, good ones and such as can be broken at will. */
public final class Pmtiles {

    private final TileType type;
    private final SortedMap<Long, byte[]> tiles = new TreeMap<>();
    private String metadata = "{}";
    private boolean packed = true;
    private boolean leaves;
    private int minZoom = 0;
    private int maxZoom = 15;

    private Pmtiles(TileType type) {
        this.type = type;
    }

    public static Pmtiles of(TileType type) {
        return new Pmtiles(type);
    }

    public Pmtiles tile(int zoom, int x, int y, byte[] content) {
        tiles.put(TileId.of(zoom, x, y), content);
        return this;
    }

    public Pmtiles metadata(String json) {
        metadata = json;
        return this;
    }

    public Pmtiles zooms(int min, int max) {
        minZoom = min;
        maxZoom = max;
        return this;
    }

    /** Leaves directories and tiles as they are. */
    public Pmtiles unpacked() {
        packed = false;
        return this;
    }

    /** Puts each tile into a directory of its own below the root. */
    public Pmtiles inLeaves() {
        leaves = true;
        return this;
    }

    public Path write(Path file) {
        try {
            return Files.write(file, bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] bytes() {
        boolean packTiles = packed && type == TileType.VECTOR;
        var content = new ByteArrayOutputStream();
        List<Directory.Entry> entries = new ArrayList<>();
        for (Map.Entry<Long, byte[]> tile : tiles.entrySet()) {
            byte[] bytes = packTiles ? gzip(tile.getValue()) : tile.getValue();
            Directory.Entry last = entries.isEmpty() ? null : entries.getLast();
            entries.add(new Directory.Entry(tile.getKey(), 1, last == null ? 0 : content.size(), bytes.length));
            content.writeBytes(bytes);
        }
        var leaf = new ByteArrayOutputStream();
        List<Directory.Entry> root = entries;
        if (leaves) {
            root = new ArrayList<>();
            for (Directory.Entry entry : entries) {
                byte[] directory = pack(directory(List.of(entry)));
                root.add(new Directory.Entry(entry.first(), 0, leaf.size(), directory.length));
                leaf.writeBytes(directory);
            }
        }
        return file(pack(directory(root)), pack(metadata.getBytes(StandardCharsets.UTF_8)), leaf, content, packTiles);
    }

    private byte[] file(
            byte[] root, byte[] about, ByteArrayOutputStream leaf, ByteArrayOutputStream content, boolean packTiles) {
        long at = Header.BYTES;
        ByteBuffer header = ByteBuffer.allocate(Header.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.put("PMTiles".getBytes(StandardCharsets.US_ASCII)).put((byte) 3);
        for (long length : new long[] {root.length, about.length, leaf.size(), content.size()}) {
            header.putLong(at).putLong(length);
            at += length;
        }
        header.putLong(tiles.size()).putLong(tiles.size()).putLong(tiles.size());
        header.put((byte) 1).put((byte) (packed ? 2 : 1)).put((byte) (packTiles ? 2 : 1));
        header.put((byte) (type.ordinal() + 1)).put((byte) minZoom).put((byte) maxZoom);
        for (double edge : new double[] {119.3, -5.3, 119.6, -5.0}) {
            header.putInt((int) Math.round(edge * 1e7));
        }
        var out = new ByteArrayOutputStream();
        out.writeBytes(header.array());
        out.writeBytes(root);
        out.writeBytes(about);
        out.writeBytes(leaf.toByteArray());
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }

    private byte[] pack(byte[] bytes) {
        return packed ? gzip(bytes) : bytes;
    }

    static byte[] directory(List<Directory.Entry> entries) {
        var out = new ByteArrayOutputStream();
        number(out, entries.size());
        long before = 0;
        for (Directory.Entry entry : entries) {
            number(out, entry.first() - before);
            before = entry.first();
        }
        entries.forEach(entry -> number(out, entry.run()));
        entries.forEach(entry -> number(out, entry.length()));
        entries.forEach(entry -> number(out, entry.offset() + 1));
        return out.toByteArray();
    }

    static void number(ByteArrayOutputStream out, long number) {
        long left = number;
        while (left >= 0x80) {
            out.write((int) (left & 0x7f) | 0x80);
            left >>>= 7;
        }
        out.write((int) left);
    }

    static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
