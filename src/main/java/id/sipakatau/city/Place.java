package id.sipakatau.city;

/**
 * A public place that people know.
 *
 * @param id unique in the city, for example {@code hospital-01}
 * @param kind what it is
 * @param position where it is, as exactly as {@code accuracy} says
 * @param kelurahanCode the kelurahan that it counts to
 * @param source short name of the source, explained in the city's {@code SOURCES.md}
 */
public record Place(
        String id,
        Localized name,
        Kind kind,
        Position position,
        Accuracy accuracy,
        String kelurahanCode,
        String source) {

    /** What a place is. */
    public enum Kind {
        POLICE,
        FIRE,
        HOSPITAL,
        SHELTER,
        TOURISM,
        ISLAND,
        TRANSPORT,
        MALL,
        CAMPUS,
        LANDMARK
    }

    /** How well the position is known. */
    public enum Accuracy {
        /** In an official list, or two independent sources agree within 300 m. */
        CONFIRMED,
        /** From one source, unverified; others may differ by some hundred metres. */
        SINGLE_SOURCE,
        /** Only the area is known: the position is a point inside its kelurahan, kecamatan or estate. */
        AREA_ONLY
    }
}
