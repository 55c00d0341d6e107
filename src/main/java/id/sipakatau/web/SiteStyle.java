package id.sipakatau.web;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The styles that every page uses, as one file: on a slow line seven requests before the first paint cost more than all
 * their bytes. They stay files of their own for whoever writes them.
 */
@Path("/css/site.css")
@PermitAll
@Singleton
public class SiteStyle {

    /** In this order; the first one names the layers. */
    public static final List<String> PARTS = List.of(
            "css/tokens.css",
            "css/base.css",
            "css/components.css",
            "css/forms.css",
            "css/lists.css",
            "css/complaint.css",
            "css/frame.css",
            "css/situation.css");

    private final String style = PARTS.stream().map(SiteStyle::read).collect(Collectors.joining("\n"));

    @GET
    @Produces("text/css;charset=UTF-8")
    public String style() {
        return style;
    }

    private static String read(String part) {
        var name = Assets.FOLDER + "/" + part;
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }
}
