package id.sipakatau.monitoring;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestQuery;

/** The complaints on the map, under the same filter as the list beside it. */
@Path("/peta/aduan.json")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class MapSource {

    private final MapCells cells;

    MapSource(MapCells cells) {
        this.cells = cells;
    }

    @GET
    public MapCells.Content window(@Context UriInfo address, @RestQuery @DefaultValue("12") int zoom) {
        return cells.of(Filter.of(address.getQueryParameters()), Math.clamp(zoom, 0, 22));
    }
}
