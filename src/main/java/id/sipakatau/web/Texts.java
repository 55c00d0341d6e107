package id.sipakatau.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All words of the interface in one language, read from {@code texts/CODE.properties}.
 *
 * <p>A text may hold placeholders: <code>{0}</code> is replaced by the first argument, numbers in the language's own
 * writing; <code>{0:complaint|complaints}</code> becomes its first word where the first argument is 1, else the second.
 */
public final class Texts {

    public static final Locale INDONESIAN = Locale.of("id");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)(?::([^|}]*)\\|([^}]*))?}");
    private static final Map<String, Texts> LOADED = new ConcurrentHashMap<>();

    private final Locale locale;
    private final SortedMap<String, String> texts;

    private Texts(Locale locale, SortedMap<String, String> texts) {
        this.locale = locale;
        this.texts = texts;
    }

    /**
     * The texts of a language.
     *
     * @throws IllegalArgumentException where the program has no such language
     */
    public static Texts of(Locale locale) {
        return LOADED.computeIfAbsent(locale.getLanguage(), Texts::load);
    }

    /** All languages that the program has, Indonesian first. */
    static List<Locale> languages() {
        return Bundled.files("texts", "id.properties").keySet().stream()
                .map(file -> Locale.of(file.substring(0, file.indexOf('.'))))
                .sorted(Comparator.comparing((Locale locale) -> !locale.equals(INDONESIAN))
                        .thenComparing(Locale::getLanguage))
                .toList();
    }

    public Locale locale() {
        return locale;
    }

    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /**
     * A text with its placeholders filled in.
     *
     * @throws IllegalArgumentException where there is no text of that key, which a test finds before a reader does
     */
    public String text(String key, Object... arguments) {
        var text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException(
                    "No text '%s' in texts/%s.properties".formatted(key, locale.getLanguage()));
        }
        return arguments.length == 0 ? text : fill(text, arguments);
    }

    /** All texts whose key begins with a prefix, by key; for scripts. */
    SortedMap<String, String> startingWith(String prefix) {
        return texts.subMap(prefix, prefix + Character.MAX_VALUE);
    }

    SortedMap<String, String> all() {
        return texts;
    }

    private String fill(String text, Object[] arguments) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            var argument = arguments[Integer.parseInt(found.group(1))];
            var filled = found.group(2) == null ? written(argument) : isOne(argument) ? found.group(2) : found.group(3);
            return Matcher.quoteReplacement(filled);
        });
    }

    private String written(Object argument) {
        return argument instanceof Number
                ? NumberFormat.getInstance(locale).format(argument)
                : String.valueOf(argument);
    }

    private static boolean isOne(Object argument) {
        return argument instanceof Number number && number.doubleValue() == 1;
    }

    private static Texts load(String language) {
        var name = "texts/" + language + ".properties";
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalArgumentException("No file " + name);
            }
            var properties = new Properties();
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            var texts = new TreeMap<String, String>();
            properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
            return new Texts(Locale.of(language), texts);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }
}
