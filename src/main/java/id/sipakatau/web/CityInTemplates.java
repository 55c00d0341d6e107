package id.sipakatau.web;

import id.sipakatau.city.City;
import id.sipakatau.city.Localized;
import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.util.Locale;

/** Names of the city's agencies, categories and areas in templates, by their codes: <code>{city:agency('bpbd')}</code>. */
@TemplateExtension(namespace = "city")
final class CityInTemplates {

    private CityInTemplates() {}

    /** Short name of an agency. */
    static String agency(String id, @TemplateAttribute("locale") Object locale) {
        return city().agency(id)
                .map(agency -> words(agency.shortName(), locale))
                .orElse(id);
    }

    /** Icon of an agency. */
    static String icon(String agency) {
        return city().agency(agency).map(each -> each.icon()).orElse("circle-help");
    }

    static String category(String id, @TemplateAttribute("locale") Object locale) {
        return city().category(id)
                .map(category -> words(category.name(), locale))
                .orElse(id);
    }

    /** Kelurahan and kecamatan as people say it, <i>Mappala, Rappocini</i>. */
    static String area(String kelurahan) {
        return city().areas()
                .kelurahan(kelurahan)
                .map(each -> each.name() + ", " + each.kecamatan().name())
                .orElse(kelurahan);
    }

    private static City city() {
        return Arc.container().instance(City.class).get();
    }

    private static String words(Localized text, Object locale) {
        return text.in(locale instanceof Locale chosen ? chosen : Texts.INDONESIAN);
    }
}
