package id.sipakatau.city;

/**
 * A district of the city.
 *
 * @param code official code of the Ministry of Home Affairs, for example {@code 73.71.01}
 * @param name name without the word <i>Kecamatan</i>
 * @param inside a point inside its largest part, for a label
 */
public record Kecamatan(String code, String name, Position inside) {}
