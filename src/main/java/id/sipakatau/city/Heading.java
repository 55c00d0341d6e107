package id.sipakatau.city;

/** A direction as people say it, clockwise from north. */
public enum Heading {
    NORTH,
    NORTH_EAST,
    EAST,
    SOUTH_EAST,
    SOUTH,
    SOUTH_WEST,
    WEST,
    NORTH_WEST
}
