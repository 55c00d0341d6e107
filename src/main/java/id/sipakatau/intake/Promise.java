package id.sipakatau.intake;

import id.sipakatau.city.Category;
import id.sipakatau.city.City;
import id.sipakatau.city.Kind;
import java.time.Instant;

/**
 * By when the reporter hears what, at the latest, as the city promises for a kind and a category.
 *
 * @param validatedBy the administrator's decision
 * @param answeredBy the agency's first word
 * @param resolvedBy the end of the work
 */
public record Promise(Instant validatedBy, Instant answeredBy, Instant resolvedBy) {

    /** What is promised on arrival: an agency's time begins with the decision, but with an emergency at once. */
    public static Promise of(Kind kind, Category category, Instant receivedAt, City city) {
        var deadlines =
                city.deadlines(kind, category, receivedAt.atZone(city.zone()).toLocalDate());
        var calendar = city.calendar();
        var validated = calendar.after(receivedAt, deadlines.validation());
        var from = category.emergency() ? receivedAt : validated;
        return new Promise(
                validated, calendar.after(from, deadlines.firstAnswer()), calendar.after(from, deadlines.resolution()));
    }
}
