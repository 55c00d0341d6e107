package id.sipakatau.city.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A way to break the folder of a city, and the fault that has to be found.
 *
 * @param file the file that is edited
 * @param edit the edit of its whole text, which has to change something
 * @param reported the file that the fault names
 * @param at text on the line that the fault names, as it is after the edit; empty if the fault names no line
 * @param message the fault's message or a part of it
 */
record Breakage(String file, UnaryOperator<String> edit, String reported, String at, String message) {

    /** Replaces the first occurrence of a text; the fault is expected on the line where it stood. */
    static Breakage replace(String file, String old, String replacement, String message) {
        return new Breakage(file, text -> replaceFirst(text, old, replacement), file, replacement, message);
    }

    /** Replaces the first occurrence of a text that comes after another one. */
    static Breakage replaceAfter(String file, String anchor, String old, String replacement, String message) {
        UnaryOperator<String> edit = text -> {
            int from = text.indexOf(anchor);
            return text.substring(0, from) + replaceFirst(text.substring(from), old, replacement);
        };
        return new Breakage(file, edit, file, replacement, message);
    }

    /** Adds lines at the end; the fault is expected on the last of them. */
    static Breakage append(String file, String lines, String message) {
        String last = List.of(lines.split("\n")).getLast();
        return new Breakage(file, text -> text + lines + "\n", file, last, message);
    }

    /** Replaces the geometry of a GeoJSON feature, which stands on a line of its own. */
    static Breakage geometry(String file, String code, String geometry, String message) {
        String line = "(\"kode\":\"" + code.replace(".", "\\.") + "\".*\"geometry\":)\\{.*?\\]\\}\\}";
        return new Breakage(file, text -> text.replaceFirst(line, "$1" + geometry + "}"), file, geometry, message);
    }

    /** The same edit, with the fault expected elsewhere. */
    Breakage reportedAt(String otherFile, String text) {
        return new Breakage(file, edit, otherFile, text, message);
    }

    void apply(Path folder) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        String broken = edit.apply(text);
        if (broken.equals(text)) {
            throw new IllegalStateException("the edit changes nothing: " + this);
        }
        Files.writeString(path, broken);
    }

    /** The beginning of the fault as it has to be told: {@code file:line: }. */
    String place(Path folder) throws IOException {
        Path path = folder.resolve(reported);
        if (at.isEmpty()) {
            return path + ": ";
        }
        String text = Files.readString(path);
        int index = text.indexOf(at);
        if (index < 0) {
            throw new IllegalStateException("not in " + path + ": " + at);
        }
        return path + ":"
                + (1 + text.substring(0, index).chars().filter(c -> c == '\n').count()) + ": ";
    }

    @Override
    public String toString() {
        return reported + ": " + message;
    }

    private static String replaceFirst(String text, String old, String replacement) {
        int at = text.indexOf(old);
        return at < 0 ? text : text.substring(0, at) + replacement + text.substring(at + old.length());
    }
}
