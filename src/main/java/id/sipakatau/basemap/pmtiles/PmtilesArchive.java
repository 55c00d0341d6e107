package id.sipakatau.basemap.pmtiles;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.sipakatau.basemap.pmtiles.Header.Section;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * An archive of map tiles, opened for reading. Safe for any number of threads: reads name their place in the file.
 *
 * <p>Everything that the file says about itself is checked before it is used, so that a broken or forged file costs an
 * error message, not memory.
 */
public final class PmtilesArchive implements AutoCloseable {

    private static final int MOST_DIRECTORY_BYTES = 16 << 20;
    private static final int MOST_TILE_BYTES = 8 << 20;
    /** The format allows three levels of directories below the root; more are a loop. */
    private static final int MOST_LEVELS = 4;

    private static final int LEAVES_KEPT = 64;

    /**
     * A tile.
     *
     * @param bytes as they are in the file
     * @param gzipped whether they have to be unpacked first
     * @param mark differs between any two contents of this archive
     */
    public record Tile(byte[] bytes, boolean gzipped, String mark) {

        /** The tile itself. */
        public byte[] unpacked() throws IOException {
            return gzipped ? gunzip(bytes, MOST_TILE_BYTES) : bytes;
        }
    }

    private final Path file;
    private final FileChannel channel;
    private final Header header;
    private final Directory root;
    private final Cache<Long, Directory> leaves =
            Caffeine.newBuilder().maximumSize(LEAVES_KEPT).build();

    private PmtilesArchive(Path file, FileChannel channel, Header header) throws IOException {
        this.file = file;
        this.channel = channel;
        this.header = header;
        this.root = directory(header.root(), 0, header.root().length());
    }

    /**
     * Opens an archive and checks its header and root directory.
     *
     * @throws BrokenArchiveException if it is none, or damaged, or of a kind that cannot be read
     * @throws IOException if the file cannot be read at all
     */
    public static PmtilesArchive open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            ByteBuffer start = read(channel, 0, (int) Math.min(Header.BYTES, channel.size()));
            return new PmtilesArchive(file, channel, Header.read(file, start, channel.size()));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    public TileType type() {
        return header.type();
    }

    public int minZoom() {
        return header.minZoom();
    }

    public int maxZoom() {
        return header.maxZoom();
    }

    /** Edges of the area that the tiles cover, as south, west, north, east in degrees. */
    public double[] bounds() {
        return new double[] {header.south(), header.west(), header.north(), header.east()};
    }

    /** What the makers of the archive say about it, a JSON object. */
    public String metadata() throws IOException {
        Section section = header.metadata();
        if (section.length() == 0) {
            return "{}";
        }
        return new String(
                unpacked(part(section, 0, section.length(), MOST_DIRECTORY_BYTES), header.directoriesPacked()),
                StandardCharsets.UTF_8);
    }

    /** A word that changes when the file is replaced by another. */
    public String mark() throws IOException {
        return Long.toString(channel.size(), 36)
                + Long.toString(Files.getLastModifiedTime(file).toMillis(), 36);
    }

    /**
     * A tile; none where the archive has none.
     *
     * @throws IllegalArgumentException if there is no such tile on any map
     * @throws BrokenArchiveException if the file is damaged on the way to it
     */
    public Optional<Tile> tile(int zoom, int x, int y) throws IOException {
        long id = TileId.of(zoom, x, y);
        Directory directory = root;
        for (int level = 0; level < MOST_LEVELS; level++) {
            Optional<Directory.Entry> found = directory.find(id);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Directory.Entry entry = found.get();
            if (!entry.isDirectory()) {
                return Optional.of(tile(entry));
            }
            directory = leaf(entry);
        }
        throw new BrokenArchiveException(file, "its directories lie in each other without an end");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private Tile tile(Directory.Entry entry) throws IOException {
        byte[] bytes = part(header.tiles(), entry.offset(), entry.length(), MOST_TILE_BYTES);
        return new Tile(
                bytes,
                header.tilesPacked(),
                Long.toString(entry.offset(), 36) + "-" + Long.toString(entry.length(), 36));
    }

    private Directory leaf(Directory.Entry entry) throws IOException {
        Directory known = leaves.getIfPresent(entry.offset());
        if (known == null) {
            known = directory(header.leaves(), entry.offset(), entry.length());
            leaves.put(entry.offset(), known);
        }
        return known;
    }

    private Directory directory(Section section, long offset, long length) throws IOException {
        byte[] bytes = unpacked(part(section, offset, length, MOST_DIRECTORY_BYTES), header.directoriesPacked());
        try {
            return Directory.read(ByteBuffer.wrap(bytes));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new BrokenArchiveException(file, String.valueOf(e.getMessage()));
        }
    }

    private byte[] part(Section section, long offset, long length, int most) throws IOException {
        if (!section.holds(offset, length)) {
            throw new BrokenArchiveException(
                    file, length + " bytes at " + offset + " lie outside a part of " + section.length() + " bytes");
        }
        if (length > most) {
            throw new BrokenArchiveException(
                    file, "a tile or directory of " + length + " bytes; more than " + most + " are not read");
        }
        return read(channel, section.offset() + offset, (int) length).array();
    }

    private byte[] unpacked(byte[] bytes, boolean packed) throws IOException {
        try {
            return packed ? gunzip(bytes, MOST_DIRECTORY_BYTES) : bytes;
        } catch (ZipException e) {
            throw new BrokenArchiveException(file, "a compressed part is damaged: " + e.getMessage());
        }
    }

    private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new IOException("the file became shorter while it was read");
            }
        }
        return buffer.flip();
    }

    private static byte[] gunzip(byte[] packed, int most) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            var out = new ByteArrayOutputStream();
            out.write(in.readNBytes(most));
            if (in.read() >= 0) {
                throw new ZipException("more than " + most + " bytes when unpacked");
            }
            return out.toByteArray();
        }
    }
}
