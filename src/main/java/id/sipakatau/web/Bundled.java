package id.sipakatau.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Files that the program carries in itself, found where they lie: in its jar, or in a folder while it is written. */
final class Bundled {

    private Bundled() {}

    /**
     * The files of a folder and those below it, by their names within it.
     *
     * @param folder name without a slash at its end
     * @param known a file that is there, by which the folder is found among those of libraries
     */
    static SortedMap<String, byte[]> files(String folder, String known) {
        var name = folder + "/" + known;
        try {
            var url = Objects.requireNonNull(
                    Thread.currentThread().getContextClassLoader().getResource(name), name);
            if (url.openConnection() instanceof JarURLConnection inJar) {
                inJar.setUseCaches(false);
                return inJar(inJar, folder + "/");
            }
            var root = Path.of(URI.create(url.toString()));
            for (int i = 0; i < Path.of(known).getNameCount(); i++) {
                root = Objects.requireNonNull(root.getParent());
            }
            return inFolder(root);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the program's own " + folder, e);
        }
    }

    private static SortedMap<String, byte[]> inJar(JarURLConnection connection, String prefix) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var jar = connection.getJarFile()) {
            for (var entry : jar.stream()
                    .filter(each -> each.getName().startsWith(prefix) && !each.isDirectory())
                    .toList()) {
                files.put(
                        entry.getName().substring(prefix.length()),
                        jar.getInputStream(entry).readAllBytes());
            }
        }
        return files;
    }

    private static SortedMap<String, byte[]> inFolder(Path root) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var walk = Files.walk(root)) {
            for (var file : walk.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return files;
    }
}
