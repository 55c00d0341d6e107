package id.sipakatau.basemap;

import id.sipakatau.city.Position;
import id.sipakatau.web.Problem;
import org.jspecify.annotations.Nullable;

/** Positions in addresses. */
final class Coordinates {

    private Coordinates() {}

    /** @throws Problem if one is missing, no number or out of bounds */
    static Position position(@Nullable String latitude, @Nullable String longitude) {
        if (latitude == null || longitude == null) {
            throw new Problem(400, "map_bad_position");
        }
        try {
            return new Position(Double.parseDouble(latitude), Double.parseDouble(longitude));
        } catch (IllegalArgumentException _) {
            throw new Problem(400, "map_bad_position");
        }
    }
}
