package id.sipakatau.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Addresses of styles, scripts, fonts and pictures: {@code /a/VERSION/css/base.css}, where VERSION is a digest of all
 * of them. So a browser may keep every file for a year, and relative references between files (a font in a style, a
 * module imported by a module) stay within the version without anything being rewritten.
 */
public final class Assets {

    static final String FOLDER = "META-INF/resources";
    /** Digest of all files, by which one version of the program differs from another. */
    public static final String VERSION = digest();

    static final String PREFIX = "/a/" + VERSION + "/";

    private Assets() {}

    /**
     * Address of a file.
     *
     * @param path the file below {@code META-INF/resources}, without a slash in front
     */
    public static String address(String path) {
        return PREFIX + path;
    }

    /** Names of the program's own files below {@code META-INF/resources}, sorted. */
    public static List<String> files() {
        try {
            return ownFiles().keySet().stream()
                    .map(file -> file.substring(FOLDER.length() + 1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the static files", e);
        }
    }

    private static String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : ownFiles().entrySet()) {
                digest.update(file.getKey().getBytes(StandardCharsets.UTF_8));
                digest.update(file.getValue());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the static files", e);
        }
    }

    /** The program's own files by name; those of libraries carry their version in their names. */
    private static SortedMap<String, byte[]> ownFiles() throws IOException {
        var known = FOLDER + "/css/tokens.css";
        URL url = Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResource(known), known);
        var files = new TreeMap<String, byte[]>();
        if (url.openConnection() instanceof JarURLConnection inJar) {
            inJar.setUseCaches(false);
            try (var jar = inJar.getJarFile()) {
                for (var entry : jar.stream()
                        .filter(e -> e.getName().startsWith(FOLDER) && !e.isDirectory())
                        .toList()) {
                    files.put(entry.getName(), jar.getInputStream(entry).readAllBytes());
                }
            }
        } else {
            var folder = Path.of(URI.create(url.toString())).resolve("../..").normalize();
            try (var walk = Files.walk(folder)) {
                for (var file : walk.filter(Files::isRegularFile).toList()) {
                    files.put(
                            FOLDER + "/" + folder.relativize(file).toString().replace('\\', '/'),
                            Files.readAllBytes(file));
                }
            }
        }
        return files;
    }
}
