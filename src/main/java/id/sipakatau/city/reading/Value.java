package id.sipakatau.city.reading;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One value of a file with its name and line. Each method turns it into a type; if that cannot be done, a fault is
 * recorded and a stand-in returned. A value that is missing has had its fault already and only gives stand-ins.
 */
public final class Value {

    /** The stand-in for a text. */
    public static final String UNKNOWN = "?";

    private final SourceFile file;
    private final int line;
    private final String name;
    private final @Nullable String text;

    Value(SourceFile file, int line, String name, @Nullable String text) {
        this.file = file;
        this.line = line;
        this.name = name;
        this.text = text;
    }

    public int line() {
        return line;
    }

    /** Whether there is a value at all. */
    public boolean isPresent() {
        return text != null;
    }

    /** The text itself. */
    public String text() {
        return text == null ? UNKNOWN : text;
    }

    /** The text, which has to match a pattern as a whole; {@code form} describes it in a fault. */
    public String text(Pattern pattern, String form) {
        if (text != null && !pattern.matcher(text).matches()) {
            fault("must be " + form + ", but is '" + text + "'");
            return UNKNOWN;
        }
        return text();
    }

    /** {@code true} or {@code false}, written so. */
    public boolean flag() {
        if (text != null && !text.equals("true") && !text.equals("false")) {
            fault("must be true or false, but is '" + text + "'");
        }
        return "true".equals(text);
    }

    /** A number within bounds, these included. */
    public double number(double least, double most) {
        if (text != null) {
            try {
                double number = Double.parseDouble(text);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // The fault below says it.
            }
            fault("must be a number from " + least + " to " + most + ", but is '" + text + "'");
        }
        return least;
    }

    /** A whole number within bounds, these included. */
    public int whole(int least, int most) {
        if (text != null) {
            try {
                int number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // The fault below says it.
            }
            fault("must be a whole number from " + least + " to " + most + ", but is '" + text + "'");
        }
        return least;
    }

    /** A date of the calendar such as {@code 2025-01-31}. */
    public LocalDate date() {
        if (text != null) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                fault("must be a date such as 2025-01-31, but is '" + text + "'");
            }
        }
        return LocalDate.EPOCH;
    }

    /** One of the constants of an enum, written in lower case and with hyphens. */
    public <E extends Enum<E>> E choice(Class<E> type) {
        E[] constants = type.getEnumConstants();
        if (text != null) {
            for (E constant : constants) {
                if (written(constant).equals(text)) {
                    return constant;
                }
            }
            String choices = Arrays.stream(constants).map(Value::written).collect(Collectors.joining(", "));
            fault("must be one of " + choices + ", but is '" + text + "'");
        }
        return constants[0];
    }

    /** Records a fault of this value; the message goes on after its name, for example <i>must be …</i>. */
    public void fault(String message) {
        file.fault(line, "'" + name + "' " + message);
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
