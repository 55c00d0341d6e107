package id.sipakatau.intake;

import id.sipakatau.city.City;
import id.sipakatau.web.Page;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a reporter without JavaScript is asked to look at before a complete form is taken; with it, the steps show the
 * same while one writes. It is shown once: the form that is sent again says what was shown.
 *
 * @param advice on the two switches
 * @param shown all that has been shown until now, for the form to send along
 */
record Check(@Nullable String advice, String shown) {

    /** Empty if the form has faults, which come first, or nothing in it has not been shown yet. */
    static Optional<Check> of(FilingForm form, City city, Page page, int photos) {
        return new FormReading(form, city, photos).statement().flatMap(statement -> of(statement, form, page));
    }

    private static Optional<Check> of(Statement statement, FilingForm form, Page page) {
        var advice = Advice.on(statement.description(), statement.category(), statement.privacy());
        var found = new TreeSet<String>();
        advice.found().forEach(each -> found.add(each.sign().name()));
        var before = Arrays.asList(TypedText.line(form.checked()).split(","));
        if (before.containsAll(found)) {
            return Optional.empty();
        }
        found.addAll(before);
        return Optional.of(new Check(advice.isEmpty() ? null : advice.words(page), String.join(",", found)));
    }
}
