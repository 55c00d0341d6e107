package id.sipakatau.city;

import java.util.Optional;

/** Where a position lies with respect to the city. */
public sealed interface Whereabouts {

    /** Within a kelurahan, its border included. */
    record Inside(Kelurahan kelurahan) implements Whereabouts {}

    /**
     * Outside the outline, but so close that it is taken to belong to the nearest kelurahan: the outlines are good to
     * tens of metres only, and miss piers, boats at anchor and new land.
     *
     * @param metres distance to the nearest kelurahan, more than 0, at most {@link Areas#NEAR_METRES}
     */
    record Near(Kelurahan kelurahan, double metres) implements Whereabouts {}

    /**
     * Not in this city.
     *
     * @param regency name of the neighbouring regency that it lies in; empty at sea and farther away
     */
    record Outside(Optional<String> regency) implements Whereabouts {}

    /** The kelurahan that the position counts to; empty outside the city. */
    default Optional<Kelurahan> belongsTo() {
        return switch (this) {
            case Inside(Kelurahan kelurahan) -> Optional.of(kelurahan);
            case Near(Kelurahan kelurahan, double _) -> Optional.of(kelurahan);
            case Outside _ -> Optional.empty();
        };
    }
}
