package id.sipakatau.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;

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
        return List.copyOf(ownFiles().keySet());
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
        }
    }

    /** The program's own files by name; those of libraries carry their version in their names. */
    private static SortedMap<String, byte[]> ownFiles() {
        return Bundled.files(FOLDER, "css/tokens.css");
    }
}
