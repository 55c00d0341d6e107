package id.sipakatau.basemap;

import id.sipakatau.basemap.pmtiles.PmtilesArchive;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;

/** The tiles of the city's street archive. */
@Path("/tiles/streets/{z: \\d{1,2}}/{x: \\d{1,9}}/{y: \\d{1,9}}")
@ApplicationScoped
class StreetTilesResource {

    private static final int A_WEEK = 7 * 86_400;

    private final Streets streets;

    StreetTilesResource(Streets streets) {
        this.streets = streets;
    }

    @GET
    @PermitAll
    public Response tile(
            @PathParam("z") int zoom, @PathParam("x") int x, @PathParam("y") int y, @Context Request request)
            throws IOException {
        PmtilesArchive archive = streets.archive().orElseThrow(NotFoundException::new);
        CacheControl cache = Stored.keepFor(A_WEEK);
        Optional<PmtilesArchive.Tile> tile = find(archive, zoom, x, y);
        if (tile.isEmpty()) {
            return Response.noContent().cacheControl(cache).build();
        }
        var tag = new EntityTag(archive.mark() + "-" + tile.get().mark(), true);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged != null
                ? unchanged
                : Response.ok(tile.get().unpacked(), archive.type().mediaType());
        return answer.cacheControl(cache).tag(tag).build();
    }

    private static Optional<PmtilesArchive.Tile> find(PmtilesArchive archive, int zoom, int x, int y)
            throws IOException {
        try {
            return archive.tile(zoom, x, y);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException(e);
        }
    }
}
