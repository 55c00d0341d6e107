package id.sipakatau.alerting.letters;

import id.sipakatau.alerting.subscription.Followed;
import id.sipakatau.city.City;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.web.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody follows, as a person would say it. */
@ApplicationScoped
public class Names {

    private final City city;
    private final Complaints complaints;

    Names(City city, Complaints complaints) {
        this.city = city;
        this.complaints = complaints;
    }

    /** <i>aduan MKS-…</i>, <i>Kelurahan Mappala</i>, <i>Sampah menumpuk di Kelurahan Mappala</i>; empty if there is none. */
    public Optional<String> of(Followed followed, Locale locale) {
        var complaint = followed.complaint();
        return complaint == null
                ? Optional.of(ofFilter(followed, Texts.of(locale)))
                : complaints
                        .find(complaint)
                        .map(found -> Texts.of(locale)
                                .text("alerts_complaint", found.trackingNumber().text()));
    }

    private String ofFilter(Followed followed, Texts texts) {
        var category = followed.category();
        var area = followed.area();
        if (category == null || area == null) {
            return area == null ? category(category, texts.locale()) : area(area, texts);
        }
        return texts.text("areas_both", category(category, texts.locale()), area(area, texts));
    }

    /** A category's name; its code if the city no longer has it. */
    String category(@Nullable String id, Locale locale) {
        return id == null
                ? ""
                : city.category(id).map(category -> category.name().in(locale)).orElse(id);
    }

    private String area(String code, Texts texts) {
        return city.areas()
                .kelurahan(code)
                .map(each -> texts.text("areas_kelurahan", each.name()))
                .or(() -> city.areas().kecamatan(code).map(each -> texts.text("areas_kecamatan", each.name())))
                .orElse(code);
    }
}
