package id.sipakatau.city;

import java.util.Locale;

/**
 * A text in both languages of the program; neither is blank.
 *
 * @param id the text in Indonesian
 * @param en the text in English
 */
public record Localized(String id, String en) {

    /** @throws IllegalArgumentException if a text is blank */
    public Localized {
        if (id.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("a text is missing: id '" + id + "', en '" + en + "'");
        }
    }

    /**
     * The text for a reader of that language: English for {@code en}, Indonesian for every other, since those are the
     * city's own, such as Bugis and Makassar.
     */
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : id;
    }
}
