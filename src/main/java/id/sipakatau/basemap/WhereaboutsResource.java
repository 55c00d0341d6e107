package id.sipakatau.basemap;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sipakatau.city.City;
import id.sipakatau.city.Kelurahan;
import id.sipakatau.city.Whereabouts;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** In which kelurahan a position lies. */
@Path("/api/v1/whereabouts")
@ApplicationScoped
class WhereaboutsResource {

    /**
     * The answer.
     *
     * @param within {@code inside} the kelurahan, {@code near} it (outside the city's outline, up to 300 m), or {@code
     *     outside} the city
     * @param metres distance to the kelurahan, if near
     * @param regency name of the neighbouring regency, if outside and known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            String within,
            @Nullable Area kelurahan,
            @Nullable Area kecamatan,
            @Nullable Long metres,
            @Nullable String regency) {

        static Answer of(Whereabouts whereabouts) {
            return switch (whereabouts) {
                case Whereabouts.Inside(Kelurahan in) -> new Answer("inside", Area.of(in), Area.around(in), null, null);
                case Whereabouts.Near(Kelurahan to, double metres) ->
                    new Answer("near", Area.of(to), Area.around(to), Math.round(metres), null);
                case Whereabouts.Outside(var regency) -> new Answer("outside", null, null, null, regency.orElse(null));
            };
        }
    }

    record Area(String code, String name) {

        static Area of(Kelurahan kelurahan) {
            return new Area(kelurahan.code(), kelurahan.name());
        }

        static Area around(Kelurahan kelurahan) {
            return new Area(kelurahan.kecamatan().code(), kelurahan.kecamatan().name());
        }
    }

    private final City city;

    WhereaboutsResource(City city) {
        this.city = city;
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    public Answer locate(@QueryParam("lat") @Nullable String latitude, @QueryParam("lon") @Nullable String longitude) {
        return Answer.of(city.areas().locate(Coordinates.position(latitude, longitude)));
    }
}
