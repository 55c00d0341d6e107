package id.sipakatau.intake;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text as people type and paste it, made fit to be kept: line ends as one character, accents composed, and without the
 * control characters that no keyboard makes and PostgreSQL refuses. Every script and every emoji passes unchanged.
 */
public final class TypedText {

    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|[\\u2028\\u2029\\u0085]");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private TypedText() {}

    /** Several lines; empty where nothing was typed. */
    public static String lines(@Nullable String typed) {
        if (typed == null) {
            return "";
        }
        var lines = LINE_END.matcher(typed).replaceAll("\n");
        return Normalizer.normalize(CONTROL.matcher(lines).replaceAll(""), Normalizer.Form.NFC)
                .strip();
    }

    /** One line; empty where nothing was typed. */
    static String line(@Nullable String typed) {
        return SPACE.matcher(lines(typed)).replaceAll(" ");
    }

    /** Length in characters of Unicode, as the database counts: an emoji is one, as people would say. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
