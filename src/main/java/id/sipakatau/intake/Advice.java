package id.sipakatau.intake;

import id.sipakatau.city.Category;
import id.sipakatau.complaint.Complaint.Privacy;
import id.sipakatau.web.Page;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which of the two switches a reporter may want to turn on, and why. The form's script says the same
 * ({@code js/lapor/signs.js}).
 *
 * @param found what speaks for it, in the reporter's own words; empty if nothing is advised
 */
record Advice(boolean anonymous, boolean confidential, List<Sign.Found> found) {

    /** A category that is never shown to the public hides the words anyway. */
    static Advice on(String description, Category category, Privacy privacy) {
        var found = Sign.in(description);
        var anonymous = !privacy.anonymous() && found.stream().anyMatch(each -> each.sign() == Sign.LEVY);
        var confidential = !privacy.confidential() && category.publishable() && !found.isEmpty();
        return new Advice(anonymous, confidential, anonymous || confidential ? found : List.of());
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** What was found and what one may do about it. */
    String words(Page page) {
        var what = found.stream()
                .map(each ->
                        page.text("lapor_js_sign_found", page.text(each.sign().key()), each.words()))
                .collect(Collectors.joining(", "));
        var which = anonymous && confidential ? "both" : anonymous ? "anonymous" : "confidential";
        return page.text("lapor_js_signs", what) + " " + page.text("lapor_js_signs_" + which);
    }
}
