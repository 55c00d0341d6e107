package id.sipakatau.city.reading;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects what is wrong in a set of files. For one thread. */
public final class Faults {

    private final SortedSet<Fault> found = new TreeSet<>();

    public void add(String file, int line, String message) {
        found.add(new Fault(file, line, message));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Everything found so far, by file and line. */
    public List<Fault> all() {
        return List.copyOf(found);
    }
}
