package id.sipakatau.intake;

import id.sipakatau.city.City;
import id.sipakatau.web.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a reporter without JavaScript is asked to look at before a complete form is taken; with it, the steps show the
 * same while one writes. It is shown once: the form that is sent again says what was shown.
 *
 * @param advice on the two switches
 * @param urgent words that speak for an emergency, whose agency may be called at once instead
 * @param similar complaints that may be about the same
 * @param shown all that has been shown until now, for the form to send along
 */
record Check(
        @Nullable String advice, UrgentWords.@Nullable Found urgent, List<SimilarCards.Card> similar, String shown) {

    private static final String URGENT = "URGENT";

    /** Looks for it. */
    @ApplicationScoped
    static class Looking {

        private final City city;
        private final SimilarCards cards;
        private final UrgentWords urgentWords;

        Looking(City city, SimilarCards cards) {
            this.city = city;
            this.cards = cards;
            this.urgentWords = new UrgentWords(city);
        }

        /** Empty if the form has faults, which come first, or nothing in it has not been shown yet. */
        Optional<Check> at(FilingForm form, int photos, Page page) {
            return new FormReading(form, city, photos).statement().flatMap(statement -> at(statement, form, page));
        }

        private Optional<Check> at(Statement statement, FilingForm form, Page page) {
            var advice = Advice.on(statement.description(), statement.category(), statement.privacy());
            var urgent = urgentWords.in(statement.description()).orElse(null);
            var similar = cards.of(statement.kind(), statement.category(), statement.place());
            var found = new TreeSet<String>();
            advice.found().forEach(each -> found.add(each.sign().name()));
            if (urgent != null) {
                found.add(URGENT);
            }
            similar.forEach(each -> found.add(each.number()));
            var before = Arrays.asList(TypedText.line(form.checked()).split(","));
            if (before.containsAll(found)) {
                return Optional.empty();
            }
            found.addAll(before);
            var words = advice.isEmpty() ? null : advice.words(page);
            return Optional.of(new Check(words, urgent, similar, String.join(",", found)));
        }
    }
}
