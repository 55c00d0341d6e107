package id.sipakatau.basemap;

import id.sipakatau.city.City;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The base map: as data for scripts, and as pictures for readers without scripts. */
@Path("/map")
@PermitAll
@ApplicationScoped
class MapResource {

    private static final String SVG = "image/svg+xml";

    /** A picture carries its own style, named by its digest, and nothing else. */
    private static final String PICTURE_POLICY =
            "default-src 'none'; style-src 'sha256-" + Stored.sha256(MapPicture.STYLE) + "'";

    private final BaseMap map;
    private final Stored json;
    private final Stored city;

    /** Made at the first request: it takes some tenths of a second that the start of the program need not wait for. */
    MapResource(City city, Streets streets) {
        map = BaseMap.of(city);
        json = Stored.of(BaseMapJson.of(map, streets.source()));
        this.city = Stored.of(MapPicture.ofCity(map));
    }

    @GET
    @Path("base.json")
    public Response base(@Context Request request) {
        return json.answer(request, MediaType.APPLICATION_JSON);
    }

    @GET
    @Path("city.svg")
    public Response city(@Context Request request, @Context RoutingContext exchange) {
        return picture(city, request, exchange);
    }

    @GET
    @Path("place.svg")
    public Response place(
            @QueryParam("lat") @Nullable String latitude,
            @QueryParam("lon") @Nullable String longitude,
            @Context Request request,
            @Context RoutingContext exchange) {
        byte[] svg = MapPicture.ofPlace(map, Coordinates.position(latitude, longitude));
        return picture(Stored.of(svg), request, exchange);
    }

    /** The policy takes the place of that of the pages, which a header of the answer would only be added to. */
    private static Response picture(Stored picture, Request request, RoutingContext exchange) {
        exchange.response().putHeader("Content-Security-Policy", PICTURE_POLICY);
        return picture.answer(request, SVG);
    }
}
