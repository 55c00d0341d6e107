package id.sipakatau.intake;

import id.sipakatau.web.Page;
import java.util.List;

/**
 * Something in a form that its reporter has to put right.
 *
 * @param field name of the field in {@link FilingForm}
 * @param key key of the text that says what is wrong and what to do
 * @param arguments for the placeholders of that text; one may be a fault, whose own words are put in
 */
public record Fault(String field, String key, List<Object> arguments) {

    static Fault at(String field, String key, Object... arguments) {
        return new Fault(field, key, List.of(arguments));
    }

    /** What to tell the reporter, in the language of the page. */
    public String words(Page page) {
        return page.text(key, arguments(page));
    }

    Object[] arguments(Page page) {
        return arguments.stream()
                .map(each -> each instanceof Fault cause ? cause.words(page) : each)
                .toArray();
    }
}
