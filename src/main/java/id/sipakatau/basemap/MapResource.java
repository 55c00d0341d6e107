package id.sipakatau.basemap;

import id.sipakatau.city.City;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** The base map for browsers. */
@Path("/map")
@ApplicationScoped
class MapResource {

    private final Stored json;

    MapResource(City city) {
        json = Stored.of(BaseMapJson.of(BaseMap.of(city)));
    }

    @GET
    @Path("base.json")
    @PermitAll
    public Response base(@Context Request request, @Context HttpHeaders headers) {
        return json.answer(request, headers, MediaType.APPLICATION_JSON);
    }
}
