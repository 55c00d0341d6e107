package id.sipakatau.alerting.following;

import id.sipakatau.city.Agency;
import id.sipakatau.city.Category;
import id.sipakatau.city.City;
import id.sipakatau.city.Kecamatan;
import id.sipakatau.city.Kelurahan;
import id.sipakatau.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where somebody chooses which place or kind of complaints to follow. */
@Path("/kabar-wilayah")
@PermitAll
@RunOnVirtualThread
class AreaChoicePage {

    @CheckedTemplate(basePath = "alerting")
    static class Templates {
        static native TemplateInstance areas(Offer offer);
    }

    record District(Kecamatan kecamatan, List<Kelurahan> kelurahan) {}

    record Kinds(Agency agency, List<Category> categories) {}

    /**
     * What can be chosen, and what is.
     *
     * @param area chosen; blank for the whole city
     * @param category chosen; blank for all kinds
     */
    record Offer(
            List<District> districts,
            List<Kinds> kinds,
            String area,
            String category,
            @Nullable String error) {}

    private final City city;
    private final Page page;

    AreaChoicePage(City city, Page page) {
        this.city = city;
        this.page = page;
    }

    /**
     * The form, filled with what a link names; once it is sent, the page of what was chosen.
     *
     * @param pilih sent by its button
     */
    @GET
    public Response choose(
            @RestQuery @Nullable String wilayah,
            @RestQuery @Nullable String kategori,
            @RestQuery @Nullable String pilih) {
        var area = wilayah != null && AreaAlerts.isArea(wilayah, city) ? wilayah : "";
        var category = kategori != null && AreaAlerts.isOpen(kategori, city) ? kategori : "";
        if (pilih == null) {
            return html(200, area, category, null);
        }
        return area.isEmpty() && category.isEmpty()
                ? html(422, area, category, page.text("areas_choose_one"))
                : Response.seeOther(URI.create(AreaAlerts.path(area, category))).build();
    }

    private Response html(int status, String area, String category, @Nullable String error) {
        var districts = city.areas().kecamatan().stream()
                .map(each -> new District(each, city.areas().kelurahanOf(each.code())))
                .toList();
        var kinds = city.agencies().stream()
                .map(each -> new Kinds(
                        each,
                        city.categories(each.id()).stream()
                                .filter(Category::publishable)
                                .toList()))
                .filter(each -> !each.categories.isEmpty())
                .toList();
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(Templates.areas(new Offer(districts, kinds, area, category, error)))
                .build();
    }
}
