package id.sipakatau.intake;

import id.sipakatau.web.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something in a reporter's words that speaks for hiding more: another person who can be told from them, or words of
 * somebody who may have to fear the reported. A guess for a suggestion, never a reason to change anything.
 *
 * <p>Each is one regular expression, of the kind that Java and a browser read alike, so that the form's script looks for
 * the same: no look-behind, and the words that were found are group 1. Words come from the texts of all languages, since
 * people do not write in the language of the page.
 */
enum Sign {
    /** A form of address and a name. Written small it is mostly no name: <i>pak tolong</i>, <i>ibu hamil</i>. */
    PERSON(Words.person(), Words.namedPlaces(), false),
    /** Mobile numbers begin with 08 or +628, those of houses with an area code, which is written apart. */
    PHONE(
            "((?:\\+62[ .-]?|62|0)8[1-9]\\d(?:[ .-]?\\d){6,9}"
                    + "|\\(0[2-79]\\d{1,2}\\)[ -]?\\d{3,4}[ -]?\\d{3,4}|0[2-79]\\d{1,2}[ -]\\d{3,4}[ -]?\\d{3,4})",
            "\\d{4} \\d{4} \\d{4} \\d{4}",
            false),
    /**
     * Province, city, kecamatan; day of birth, of women 40 more; month, year, serial number.
     */
    IDENTITY_NUMBER(
            "((?:1[1-9]|[2-9]\\d)(?!00)\\d\\d ?(?!00)\\d\\d(?:0[1-9]|[12]\\d|3[01]|4[1-9]|[56]\\d|7[01])"
                    + " ?(?:0[1-9]|1[0-2])\\d\\d ?(?!0000)\\d{4})",
            null, false),
    /** Letters of the region, up to four digits, up to three letters; blocks of houses are written like it. */
    PLATE(Words.plate(), "(?:[Bb]lok|BLOK)\\s+[A-Za-z]{1,2}\\d*[ /.-]*(?:[Nn]o\\.?)?\\s*\\d*\\s*[A-Za-z]?", false),
    /** Bribes and illegal levies, above all by officials. */
    LEVY("(" + Words.spaced("sign_levy") + ")", null, true);

    /** What was found of a sign, in the reporter's words. */
    record Found(Sign sign, String words) {}

    /**
     * For the form's script.
     *
     * @param except what is taken out of the text first
     * @param flags of JavaScript
     */
    record Rule(String sign, String pattern, @Nullable String except, String flags) {}

    private final String source;
    private final boolean anyCase;
    private final Pattern pattern;
    private final @Nullable Pattern except;

    Sign(String core, @Nullable String except, boolean anyCase) {
        this.source = "(?:^|[^\\p{L}\\p{N}])" + core + "(?![\\p{L}\\p{N}])";
        this.anyCase = anyCase;
        this.pattern = Pattern.compile(source, anyCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0);
        this.except = except == null ? null : Pattern.compile(except);
    }

    /** Key of the text that names it. */
    String key() {
        return "lapor_js_sign_" + name().toLowerCase(Locale.ROOT);
    }

    /** The first of each sign in a text. */
    static List<Found> in(String text) {
        return Stream.of(values()).flatMap(sign -> sign.find(text).stream()).toList();
    }

    static List<Rule> rules() {
        return Arrays.stream(values())
                .map(sign -> new Rule(
                        sign.name().toLowerCase(Locale.ROOT),
                        sign.source,
                        sign.except == null ? null : sign.except.pattern(),
                        sign.anyCase ? "iu" : "u"))
                .toList();
    }

    private Optional<Found> find(String text) {
        var rest = except == null ? text : except.matcher(text).replaceAll("; ");
        var matcher = pattern.matcher(rest);
        return matcher.find() ? Optional.of(new Found(this, matcher.group(1))) : Optional.empty();
    }

    /** The parts that are made of words. */
    private static final class Words {

        private static final String NAME = "(?:\\p{Lu}[\\p{Ll}']{2,}|\\p{Lu}{3,})";
        private static final String WORD_ENDS = "(?![\\p{L}\\p{N}])";
        /** The letters of the regions. */
        private static final String ONE = "[ABDEFGHKLMNPRSTWZ]";

        private static final String TWO = "(?:A[ABDEG]|B[ABDEGHKLMNP]|D[ABCDEGHKLMNPRSTW]|E[ABD]|K[BHTU]|P[AB])";
        private static final String NO_UNIT =
                "(?!(?:kg|km|cm|mm|ml|m|gr|rb|jt|rt|rw|an|di|ke|ok|org|hr|jam|thn|x)(?![\\p{L}\\p{N}])"
                        + "|(?:KG|KM|CM|MM|ML|M|GR|RB|JT|RT|RW|AN|DI|KE|OK|ORG|HR|JAM|THN|X)(?![\\p{L}\\p{N}]))";

        static String person() {
            var noName = "(?!(?:" + cased("sign_no_name") + ")" + WORD_ENDS + ")";
            return "((?:" + cased("sign_address") + ")\\.?\\s+" + noName + NAME + "(?:\\s+" + noName + NAME + ")?"
                    + "|(?:" + cased("sign_named") + ")\\s+" + noName + "\\p{L}{3,})";
        }

        /** Streets, mosques and stalls are called by people's names. */
        static String namedPlaces() {
            return "(?:^|[^\\p{L}\\p{N}])(?:" + cased("sign_place") + ")\\.?\\s+(?:" + cased("sign_address")
                    + ")\\.?\\s+" + NAME;
        }

        static String plate() {
            var small = "(?:a[abdeg]|b[abdeghklmnp]|d[abcdeghklmnprstw]|e[abd]|k[bhtu]|p[ab])";
            return "(" + ONE + "[ -]?(?:[1-9]\\d{2,3}[ -]?" + NO_UNIT + "[A-Z]{2,3}|[1-9]\\d{3}[ -]?" + NO_UNIT
                    + "[A-Z])"
                    + "|" + TWO + "[ -]?(?:[1-9]\\d{1,3}[ -]?" + NO_UNIT + "[A-Z]{1,3}|[1-9][ -]?" + NO_UNIT
                    + "[A-Z]{2,3})"
                    + "|" + small + "[ -]?[1-9]\\d{2,3}[ -]?" + NO_UNIT + "[a-z]{2,3})";
        }

        /** As they are, with any space between them; longer ones first, so that the most is found. */
        static String spaced(String key) {
            return words(key)
                    .sorted((one, other) -> other.length() - one.length())
                    .map(word -> word.replace(".", "\\.").replace(" ", "\\s+"))
                    .collect(Collectors.joining("|"));
        }

        /** Written small, with a capital, and in capitals. */
        private static String cased(String key) {
            return words(key)
                    .sorted((one, other) -> other.length() - one.length())
                    .flatMap(word -> Stream.of(
                            word,
                            word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1),
                            word.toUpperCase(Locale.ROOT)))
                    .distinct()
                    .map(word -> word.replace(".", "\\.").replace(" ", "\\s+"))
                    .collect(Collectors.joining("|"));
        }

        private static Stream<String> words(String key) {
            return Stream.of(Texts.INDONESIAN, Locale.ENGLISH)
                    .flatMap(language ->
                            Arrays.stream(Texts.of(language).text(key).split("\\|")))
                    .map(String::strip)
                    .distinct();
        }
    }
}
