package id.sipakatau.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Texts INDONESIAN = Texts.of(Texts.INDONESIAN);

    /** Keys as templates, Java and scripts name them in full. */
    private static final List<Pattern> NAMED = List.of(
            Pattern.compile("\\bt:(?!of\\b|json\\b)([a-z]\\w*)"),
            Pattern.compile("(?:\\bpage|\\btexts|Texts\\.of\\([\\w.()]+\\))\\.text\\(\\s*\"(\\w+)\"\\s*[,)]"),
            Pattern.compile("\\bleaveNotice\\(\\s*\"(\\w+)\""),
            Pattern.compile("\\bProblem\\(\\s*\\d+,\\s*\"(\\w+)\""),
            Pattern.compile("\\.field\\(\\s*\"\\w+\",\\s*\"(\\w+)\""));

    private static final Pattern NAMED_IN_SCRIPT = Pattern.compile("\\btext\\(\\s*\"(\\w+)\"");

    /** Beginnings of keys whose end is a value: {@code t:of('progress_', …)}, {@code text("error_" + …)}. */
    private static final List<Pattern> BEGUN = List.of(
            Pattern.compile("\\bt:of\\('(\\w+_)'"),
            Pattern.compile("\"(\\w+_)\"\\s*\\+"),
            Pattern.compile("`(\\w+_)\\$\\{"));

    /** Made of names and official terms alone. */
    private static final Set<String> SAME_EVERYWHERE = Set.of("lapor_js_in");

    private static final Pattern EMBEDDED = Pattern.compile("\\bt:json\\(([^)]*)\\)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)[^}]*}");
    private static final Pattern WORD = Pattern.compile("\\w+");

    @Test
    void every_language_has_the_same_keys() {
        for (var texts : languages()) {
            assertThat(texts.all().keySet())
                    .as(texts.locale().getLanguage())
                    .isEqualTo(INDONESIAN.all().keySet());
        }
    }

    @Test
    void every_file_of_texts_is_a_language_on_offer() {
        assertThat(Texts.languages()).startsWith(Texts.INDONESIAN).contains(Locale.of("en"));
    }

    @Test
    void every_language_fills_in_the_same_values() {
        for (var texts : languages()) {
            texts.all()
                    .forEach((key, text) -> assertThat(placeholders(text))
                            .as(texts.locale().getLanguage() + " " + key)
                            .isEqualTo(placeholders(INDONESIAN.text(key))));
        }
    }

    @Test
    void no_text_is_blank() {
        for (var texts : languages()) {
            assertThat(texts.all()).allSatisfy((key, text) -> assertThat(text).isNotBlank());
        }
    }

    @Test
    void a_sentence_is_not_left_in_another_language() {
        for (var texts : languages()) {
            if (!texts.locale().equals(Texts.INDONESIAN)) {
                texts.all().forEach((key, text) -> {
                    if (text.replaceAll("\\{[^}]*}", "").trim().contains(" ")
                            && !key.startsWith("format_")
                            && !SAME_EVERYWHERE.contains(key)) {
                        assertThat(text).as(key).isNotEqualTo(INDONESIAN.text(key));
                    }
                });
            }
        }
    }

    @Test
    void every_key_that_is_used_exists() {
        var used = new TreeSet<String>();
        sources().forEach(source -> NAMED.forEach(pattern -> used.addAll(found(pattern, source))));
        scripts().forEach(script -> used.addAll(found(NAMED_IN_SCRIPT, script)));
        assertThat(used).hasSizeGreaterThan(20);
        assertThat(INDONESIAN.all().keySet()).containsAll(used);
    }

    @Test
    void every_key_is_used() {
        var words = sources().flatMap(source -> found(WORD, source).stream()).collect(Collectors.toSet());
        var beginnings = sources()
                .flatMap(source -> BEGUN.stream().flatMap(pattern -> found(pattern, source).stream()))
                .collect(Collectors.toSet());
        var unused = INDONESIAN.all().keySet().stream()
                .filter(key -> !words.contains(key))
                .filter(key -> !(key.endsWith("_title") && words.contains(key.substring(0, key.length() - 6))))
                .filter(key -> beginnings.stream().noneMatch(key::startsWith))
                .toList();
        assertThat(unused).isEmpty();
    }

    @Test
    void what_a_script_says_is_embedded_in_a_page() {
        var embedded = templates()
                .flatMap(template -> found(EMBEDDED, template).stream())
                .flatMap(arguments -> found(WORD, arguments).stream())
                .collect(Collectors.toSet());
        var said = scripts()
                .flatMap(script -> found(NAMED_IN_SCRIPT, script).stream())
                .collect(Collectors.toSet());
        assertThat(said).isNotEmpty().allSatisfy(key -> assertThat(embedded).anyMatch(key::startsWith));
    }

    @Test
    void values_are_filled_in_as_the_language_writes_them() {
        assertThat(INDONESIAN.text("ago_minutes", 1234)).isEqualTo("1.234 menit lalu");
        assertThat(english().text("ago_minutes", 1234)).isEqualTo("1,234 minutes ago");
        assertThat(english().text("ago_minutes", 1L)).isEqualTo("1 minute ago");
        assertThat(INDONESIAN.text("account_menu", "$1 {0} \\")).isEqualTo("Akun $1 {0} \\");
    }

    @Test
    void an_unknown_key_or_language_is_an_error() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> INDONESIAN.text("no_such_key"))
                .withMessageContaining("no_such_key");
        assertThatIllegalArgumentException().isThrownBy(() -> Texts.of(Locale.of("xx")));
    }

    private static Texts english() {
        return Texts.of(Locale.ENGLISH);
    }

    private static List<Texts> languages() {
        return files(RESOURCES.resolve("texts"), ".properties")
                .map(file -> file.getFileName().toString().replace(".properties", ""))
                .map(code -> Texts.of(Locale.of(code)))
                .toList();
    }

    private static Set<String> placeholders(String text) {
        return new TreeSet<>(found(PLACEHOLDER, text));
    }

    private static List<String> found(Pattern pattern, String source) {
        var found = new ArrayList<String>();
        for (Matcher matcher = pattern.matcher(source); matcher.find(); ) {
            found.add(matcher.group(matcher.groupCount()));
        }
        return found;
    }

    private static Stream<String> sources() {
        return Stream.of(templates(), scripts(), read(files(Path.of("src/main/java"), ".java")))
                .flatMap(all -> all);
    }

    private static Stream<String> templates() {
        return read(files(RESOURCES.resolve("templates"), ".html"));
    }

    private static Stream<String> scripts() {
        return read(files(RESOURCES.resolve("META-INF/resources/js"), ".js")
                .filter(file -> !file.toString().contains("vendor")));
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (var walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> read(Stream<Path> files) {
        return files.map(file -> {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
