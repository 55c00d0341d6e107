package id.sipakatau.city.reading;

import java.util.Comparator;

/**
 * One thing that is wrong in a file.
 *
 * @param file the file as a person would name it
 * @param line the line, the first being 1; 0 if the fault concerns the file as a whole
 * @param message what is wrong, in a sentence without a full stop
 */
public record Fault(String file, int line, String message) implements Comparable<Fault> {

    private static final Comparator<Fault> ORDER =
            Comparator.comparing(Fault::file).thenComparingInt(Fault::line).thenComparing(Fault::message);

    @Override
    public int compareTo(Fault other) {
        return ORDER.compare(this, other);
    }

    /** As compilers write it, so that an editor can jump there: {@code file:line: message}. */
    @Override
    public String toString() {
        return line == 0 ? file + ": " + message : file + ":" + line + ": " + message;
    }
}
