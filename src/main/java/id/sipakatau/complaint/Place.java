package id.sipakatau.complaint;

import id.sipakatau.city.Position;
import org.jspecify.annotations.Nullable;

/**
 * Where it is, as far as the reporter said.
 *
 * @param accuracyMetres radius of the phone's measurement; empty for a pin or an area
 * @param address in the reporter's words, at most 300 characters; staff see it, the public does not
 * @param kelurahan official code, worked out from the position or chosen by name
 */
public record Place(
        @Nullable Position position,
        @Nullable Double accuracyMetres,
        PositionSource source,
        @Nullable String address,
        @Nullable String kelurahan) {

    public static final int LONGEST_ADDRESS = 300;
    public static final Place UNKNOWN = new Place(null, null, PositionSource.NONE, null, null);

    public Place {
        if ((position == null) == (source == PositionSource.GPS || source == PositionSource.PIN)) {
            throw new IllegalArgumentException("A position comes with its source: " + source);
        }
        address = address == null || address.isBlank() ? null : address.strip();
    }
}
