package id.sipakatau.alerting.following;

import id.sipakatau.alerting.following.AlertsForm.Place;
import id.sipakatau.alerting.letters.Names;
import id.sipakatau.alerting.subscription.Followed;
import id.sipakatau.city.City;
import id.sipakatau.web.Page;
import id.sipakatau.web.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedMap;

/** Following all public complaints of a place, a kind, or both. */
@Path("/kabar-wilayah/{area}/{category}")
@PermitAll
@RunOnVirtualThread
class AreaAlerts extends AlertsPage {

    /** Stands in an address for every place, or every kind. */
    static final String ALL = "semua";

    private final City city;
    private final Names names;
    private final Page page;

    AreaAlerts(City city, Names names, Page page, AlertsForm form) {
        super(form);
        this.city = city;
        this.names = names;
        this.page = page;
    }

    /** The page on which the public complaints of that place and kind can be followed. */
    static String path(String area, String category) {
        return "/kabar-wilayah/" + (area.isEmpty() ? ALL : area) + "/" + (category.isEmpty() ? ALL : category);
    }

    @Override
    Place place(MultivaluedMap<String, String> parameters) {
        var area = parameters.getFirst("area");
        var category = parameters.getFirst("category");
        var isWhole = area.equals(ALL) && category.equals(ALL);
        if (isWhole || !(area.equals(ALL) || isArea(area, city)) || !(category.equals(ALL) || isOpen(category, city))) {
            throw new Problem(404, "areas_unknown").back("/kabar-wilayah");
        }
        var followed = Followed.filter(area.equals(ALL) ? null : area, category.equals(ALL) ? null : category);
        var name = names.of(followed, page.locale()).orElseThrow();
        return new Place(followed, name, page.text("areas_other"), "/kabar-wilayah", path(area, category));
    }

    static boolean isArea(String code, City city) {
        return city.areas().kelurahan(code).isPresent()
                || city.areas().kecamatan(code).isPresent();
    }

    /** Whether complaints of that kind are ever shown to the public. */
    static boolean isOpen(String category, City city) {
        return city.category(category).filter(found -> found.publishable()).isPresent();
    }
}
