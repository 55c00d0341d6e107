package id.sipakatau.launch.postgres;

import id.sipakatau.launch.LaunchFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL, unpacked once from the archive on the class path.
 *
 * <p>A marker file written last tells a whole copy from one that was interrupted. Everything unpacked is readable by
 * all accounts, whatever the umask, because PostgreSQL may run under another account than this program.
 */
record PostgresBinaries(Path folder) {

    private static final String MARKER = "complete";
    private static final int BEGINNING = 1 << 16;

    /** Unpacks into {@code folder}, unless a whole copy of the same archive is there already. */
    static PostgresBinaries unpackedIn(Path folder) {
        var archive = archiveName();
        var marker = folder.resolve(MARKER);
        try (var resource = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
            if (resource == null) {
                throw new LaunchFailure(
                        "Basis data PostgreSQL untuk sistem ini (" + archive
                                + ") tidak disertakan. Atur SIPAKATAU_DATABASE_URL ke server PostgreSQL 15 atau lebih baru.",
                        "No PostgreSQL for this system (" + archive
                                + ") is included. Point SIPAKATAU_DATABASE_URL to a PostgreSQL 15 or newer.");
            }
            var source = new BufferedInputStream(resource, BEGINNING);
            var identity = archive + " " + checksumOfBeginning(source);
            if (!Files.exists(marker) || !Files.readString(marker).equals(identity)) {
                unpack(source, folder);
                Files.writeString(marker, identity);
            }
            return new PostgresBinaries(folder.toRealPath());
        } catch (IOException e) {
            throw new LaunchFailure(
                    "PostgreSQL tidak dapat dibongkar ke " + folder + ": " + e.getMessage(),
                    "PostgreSQL could not be unpacked into " + folder + ": " + e.getMessage(),
                    e);
        }
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    private static String archiveName() {
        var os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        var arch = switch (System.getProperty("os.arch", "")) {
            case "aarch64", "arm64" -> "arm_64";
            default -> "x86_64";
        };
        return "postgres-" + os + "-" + arch + ".txz";
    }

    /** Tells one version's archive from another's without reading all 15 MB of it at each start. */
    private static long checksumOfBeginning(BufferedInputStream source) throws IOException {
        source.mark(BEGINNING);
        var checksum = new CRC32();
        checksum.update(source.readNBytes(BEGINNING));
        source.reset();
        return checksum.getValue();
    }

    private static void unpack(InputStream source, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var tar = new TarArchiveInputStream(new XZInputStream(source))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, folder);
            }
        }
        allow(folder, "rwxr-xr-x");
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder.normalize())) {
            throw new IOException("entry outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            allow(target, "rwxr-xr-x");
            return;
        }
        Files.createDirectories(target.getParent());
        Files.deleteIfExists(target);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            allow(target, (entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--");
        }
    }

    private static void allow(Path path, String permissions) throws IOException {
        if (!Files.isSymbolicLink(path) && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }
}
