package id.sipakatau.intake;

import id.sipakatau.city.Category;
import id.sipakatau.city.City;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words in an ordinary complaint that speak for an emergency, from the city's data. The form offers the lane for emergencies
 * then; it never calls by itself. As for {@link Sign} Java and the form's script read the same expressions: whole words
 * in any case, with an Indonesian suffix or an English plural. A word that stands beside one of the city's
 * {@code not-urgent} words is none.
 */
final class UrgentWords {

    private static final String BEGINS = "(?:^|[^\\p{L}\\p{N}])";
    private static final String ENDS = "(?:-?(?:nya|lah|kah|mi|ki)|s)?(?![\\p{L}\\p{N}])";
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private final List<Rule> rules;

    UrgentWords(City city) {
        rules = city.categories().stream()
                .filter(category -> !category.urgent().isEmpty()
                        && city.emergency().answeredBy().contains(category.agencyId()))
                .map(category -> rule(category, city))
                .toList();
    }

    /**
     * For the form's script.
     *
     * @param pattern group 1 is what was found
     * @param except what is taken out of the text first
     */
    record Rule(String category, String agency, String pattern, String except) {}

    /**
     * The first urgent word of a text.
     *
     * @param category id of the emergency that it speaks for
     * @param agency id of the agency that answers it
     * @param words as the reporter wrote them
     */
    record Found(String category, String agency, String words) {}

    /** What may be called for, by the earliest word in the text. */
    Optional<Found> in(String text) {
        record At(int place, Found found) {}
        return rules.stream()
                .flatMap(rule -> {
                    var rest = Pattern.compile(rule.except, FLAGS)
                            .matcher(text)
                            .replaceAll(part -> ";".repeat(part.group().length()));
                    return Pattern.compile(rule.pattern, FLAGS)
                            .matcher(rest)
                            .results()
                            .limit(1)
                            .map(hit -> new At(hit.start(1), new Found(rule.category, rule.agency, hit.group(1))));
                })
                .min(Comparator.comparingInt(At::place))
                .map(At::found);
    }

    List<Rule> rules() {
        return rules;
    }

    private static Rule rule(Category category, City city) {
        var word = "(?:" + any(category.urgent()) + ")" + ENDS;
        var apart = "[\\s,]+(?:" + any(city.emergency().notBefore()) + ")(?![\\p{L}\\p{N}])";
        var after = BEGINS + "(?:" + any(city.emergency().notAfter()) + ")\\s+" + word;
        return new Rule(
                category.id(),
                category.agencyId(),
                BEGINS + "((?:" + any(category.urgent()) + ")" + ENDS + ")",
                after + "|" + BEGINS + word + apart);
    }

    /** Longer ones first, so that the most is found. */
    private static String any(List<String> words) {
        return words.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(word -> word.replace(" ", "\\s+"))
                .collect(Collectors.joining("|"));
    }
}
