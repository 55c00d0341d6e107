package id.sipakatau.basemap.pmtiles;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The first 127 bytes of an archive: where its parts are and what they hold. */
record Header(
        Section root,
        Section metadata,
        Section leaves,
        Section tiles,
        boolean directoriesPacked,
        boolean tilesPacked,
        TileType type,
        int minZoom,
        int maxZoom,
        double west,
        double south,
        double east,
        double north) {

    static final int BYTES = 127;

    private static final String MAGIC = "PMTiles";
    private static final int VERSION = 3;
    private static final int NONE = 1;
    private static final int GZIP = 2;

    /** A part of the file in bytes. */
    record Section(long offset, long length) {

        boolean holds(long from, long bytes) {
            return from >= 0 && bytes >= 0 && from <= length && bytes <= length - from;
        }
    }

    static Header read(Path file, ByteBuffer bytes, long fileSize) throws BrokenArchiveException {
        return new Reading(file, bytes.order(ByteOrder.LITTLE_ENDIAN), fileSize).header();
    }

    private record Reading(Path file, ByteBuffer bytes, long fileSize) {

        Header header() throws BrokenArchiveException {
            if (bytes.remaining() < BYTES || !magic().equals(MAGIC)) {
                throw broken("not a PMTiles archive; the file should begin with the word " + MAGIC);
            }
            if (bytes.get(7) != VERSION) {
                throw broken("PMTiles version " + bytes.get(7) + ", but only version " + VERSION
                        + " can be read; convert it with 'pmtiles convert'");
            }
            int minZoom = bytes.get(100);
            int maxZoom = bytes.get(101);
            if (minZoom < 0 || maxZoom < minZoom || maxZoom > TileId.DEEPEST) {
                throw broken("zoom levels " + minZoom + " to " + maxZoom + " make no sense");
            }
            return new Header(
                    section("root directory", 8),
                    section("metadata", 24),
                    section("leaf directories", 40),
                    section("tiles", 56),
                    packed("directories", 97),
                    packed("tiles", 98),
                    type(),
                    minZoom,
                    maxZoom,
                    degrees(102),
                    degrees(106),
                    degrees(110),
                    degrees(114));
        }

        private String magic() {
            byte[] magic = new byte[MAGIC.length()];
            bytes.get(0, magic);
            return new String(magic, StandardCharsets.ISO_8859_1);
        }

        private Section section(String name, int at) throws BrokenArchiveException {
            var section = new Section(bytes.getLong(at), bytes.getLong(at + 8));
            if (!new Section(0, fileSize).holds(section.offset, section.length)) {
                throw broken("the " + name + " should lie at " + section.offset + " with " + section.length
                        + " bytes, but the file has only " + fileSize + "; it may not be complete");
            }
            return section;
        }

        private boolean packed(String what, int at) throws BrokenArchiveException {
            int compression = bytes.get(at);
            if (compression != NONE && compression != GZIP) {
                throw broken("the " + what + " are compressed in a way that cannot be read (number " + compression
                        + "); make the archive with gzip or without compression");
            }
            return compression == GZIP;
        }

        private TileType type() throws BrokenArchiveException {
            int number = bytes.get(99);
            if (number < 1 || number > TileType.values().length) {
                throw broken("tiles of an unknown type (number " + number + ")");
            }
            return TileType.values()[number - 1];
        }

        private double degrees(int at) {
            return bytes.getInt(at) / 1e7;
        }

        private BrokenArchiveException broken(String fault) {
            return new BrokenArchiveException(file, fault);
        }
    }
}
