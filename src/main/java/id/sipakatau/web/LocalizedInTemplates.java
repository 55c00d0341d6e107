package id.sipakatau.web;

import id.sipakatau.city.Localized;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.util.Locale;

/** Texts of the city's own data in the reader's language, <code>{agency.name.text}</code>. */
@TemplateExtension
final class LocalizedInTemplates {

    private LocalizedInTemplates() {}

    static String text(Localized words, @TemplateAttribute("locale") Object locale) {
        return words.in(locale instanceof Locale chosen ? chosen : Texts.INDONESIAN);
    }
}
