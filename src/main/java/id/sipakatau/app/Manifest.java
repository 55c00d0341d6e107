package id.sipakatau.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import id.sipakatau.city.City;
import id.sipakatau.city.PhoneApp;
import id.sipakatau.web.Assets;
import id.sipakatau.web.Page;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The web app manifest, by which phones install the site. Source of its members: W3C Web Application Manifest. */
@Path("/manifest.webmanifest")
@PermitAll
class Manifest {

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
            List<String> categories,
            List<Image> icons,
            List<Image> screenshots,
            List<Shortcut> shortcuts,
            ShareTarget shareTarget) {}

    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Image(
            String src,
            String sizes,
            String type,
            @Nullable String purpose,
            @Nullable String formFactor,
            @Nullable String label) {}

    record Shortcut(String name, String url, List<Image> icons) {}

    record ShareTarget(String action, String method, String enctype, Parameters params) {}

    record Parameters(String title, String text, List<SharedFiles> files) {}

    record SharedFiles(String name, List<String> accept) {}

    private final Page page;
    private final PhoneApp app;

    Manifest(Page page, City city) {
        this.page = page;
        this.app = city.app();
    }

    @GET
    @Produces("application/manifest+json")
    public Response manifest() {
        var members = new Members(
                "/",
                app.name().in(Locale.of(page.language())),
                app.shortName(),
                page.text("site_description", page.cityName()),
                page.language(),
                "ltr",
                "/beranda",
                "/",
                "standalone",
                app.colours().light(),
                app.colours().light(),
                List.of("government", "utilities"),
                icons(),
                List.of(
                        screenshot("screen-home", page.text("install_screen_home")),
                        screenshot("screen-place", page.text("install_screen_place"))),
                List.of(
                        shortcut("nav_report", "/lapor"),
                        shortcut("nav_emergency", "/darurat"),
                        shortcut("nav_track", "/lacak")),
                new ShareTarget(
                        "/bagikan",
                        "POST",
                        "multipart/form-data",
                        new Parameters("title", "text", List.of(new SharedFiles("photos", List.of("image/*"))))));
        return Response.ok(members)
                .header("Cache-Control", "private, no-cache")
                .header("Vary", "Accept-Language, Cookie")
                .build();
    }

    /** The first is the small one, for shortcuts too. */
    static List<Image> icons() {
        return List.of(
                icon("icon-192", 192, "any"),
                icon("icon-512", 512, "any"),
                icon("icon-maskable-512", 512, "maskable"),
                icon("icon-monochrome-512", 512, "monochrome"));
    }

    private static Image icon(String name, int size, String purpose) {
        return new Image(address(name), size + "x" + size, "image/png", purpose, null, null);
    }

    private static Image screenshot(String name, String label) {
        return new Image(address(name), "780x1688", "image/png", null, "narrow", label);
    }

    private Shortcut shortcut(String name, String url) {
        return new Shortcut(page.text(name), url, List.of(icon("icon-192", 192, "any")));
    }

    private static String address(String picture) {
        return Assets.address("img/app/" + picture + ".png");
    }
}
