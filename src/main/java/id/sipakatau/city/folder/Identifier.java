package id.sipakatau.city.folder;

import id.sipakatau.city.reading.Value;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The short names of things in the city's files, which are stored with complaints and must never change. */
final class Identifier {

    static final Pattern PATTERN = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    static final String FORM = "small letters, digits and single hyphens, beginning with a letter";

    private final Set<String> known = new HashSet<>();

    /** A well-formed name that was not there before; a fault is recorded if it is not. */
    String unique(Value value) {
        String id = value.text(PATTERN, FORM);
        if (!id.equals(Value.UNKNOWN) && !known.add(id)) {
            value.fault("must be unique, but '" + id + "' is there already");
        }
        return id;
    }
}
