package id.sipakatau.app;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import id.sipakatau.app.Manifest.Image;
import id.sipakatau.app.Manifest.Shortcut;
import id.sipakatau.city.City;
import id.sipakatau.city.PhoneApp;
import id.sipakatau.web.Page;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * The manifest of the operators' console, by which it installs as an app beside that of the citizens. It begins with the
 * operator's own cases: those are what is kept for the field.
 */
@Path("/petugas.webmanifest")
@PermitAll
class StaffManifest {

    @JsonNaming(SnakeCaseStrategy.class)
    record Members(
            String id,
            String name,
            String shortName,
            String description,
            String lang,
            String dir,
            String startUrl,
            String scope,
            String display,
            String themeColor,
            String backgroundColor,
            List<Image> icons,
            List<Shortcut> shortcuts) {}

    private static final String START = "/operator?milik=saya";

    private final Page page;
    private final PhoneApp app;

    StaffManifest(Page page, City city) {
        this.page = page;
        this.app = city.app();
    }

    @GET
    @Produces("application/manifest+json")
    public Response manifest() {
        var members = new Members(
                "/operator",
                page.text("petugas_app"),
                page.text("petugas_app_short"),
                page.text("petugas_app_what", page.cityName()),
                page.language(),
                "ltr",
                START,
                "/operator",
                "standalone",
                app.colours().light(),
                app.colours().light(),
                Manifest.icons(),
                List.of(
                        shortcut("handling_filter_mine", START),
                        shortcut("handling_near", "/operator?terdekat=1"),
                        shortcut("handling_board", "/operator?semua=1")));
        return Response.ok(members)
                .header("Cache-Control", "private, no-cache")
                .header("Vary", "Accept-Language, Cookie")
                .build();
    }

    private Shortcut shortcut(String name, String url) {
        return new Shortcut(page.text(name), url, List.of(Manifest.icons().getFirst()));
    }
}
