package id.sipakatau.handling.replies;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a template may leave open, written in braces: <code>{nomor}</code>. */
enum Placeholder {
    NUMBER("nomor"),
    CATEGORY("kategori"),
    KELURAHAN("kelurahan"),
    /** The day until which the city promises an answer. */
    PROMISED("tanggal-janji");

    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)\\}");

    private final String word;

    Placeholder(String word) {
        this.word = word;
    }

    /** As it stands in a template. */
    String written() {
        return "{" + word + "}";
    }

    /** What stands in braces and means nothing, each as it is written. */
    static List<String> unknown(String words) {
        return BRACES.matcher(words)
                .results()
                .map(MatchResult::group)
                .filter(found ->
                        Arrays.stream(values()).noneMatch(each -> each.written().equals(found)))
                .distinct()
                .toList();
    }

    /** The words with every placeholder replaced. */
    static String filled(String words, Map<Placeholder, String> values) {
        return BRACES.matcher(words)
                .replaceAll(match -> Matcher.quoteReplacement(Arrays.stream(values())
                        .filter(each -> each.written().equals(match.group()))
                        .findFirst()
                        .map(each -> values.getOrDefault(each, ""))
                        .orElse(match.group())));
    }
}
