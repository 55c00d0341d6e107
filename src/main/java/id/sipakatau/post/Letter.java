package id.sipakatau.post;

import java.util.Locale;
import java.util.Map;

/**
 * An e-mail to one person.
 *
 * @param to address of the receiver
 * @param text all of it in plain words, for readers without HTML
 * @param html the same as a page
 * @param headers further headers, such as {@code List-Unsubscribe}; one named {@code Message-ID} replaces the random one
 */
public record Letter(
        String to, String subject, String text, String html, Locale language, Map<String, String> headers) {

    public Letter {
        headers = Map.copyOf(headers);
    }
}
