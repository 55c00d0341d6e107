package id.sipakatau.city;

/**
 * An urban village, the smallest area that a complaint is assigned to.
 *
 * @param code official code of the Ministry of Home Affairs, for example {@code 73.71.01.1001}
 * @param name name without the word <i>Kelurahan</i>
 * @param kecamatan the district it belongs to
 * @param inside a point inside its largest part, for a label or when only the kelurahan is known
 */
public record Kelurahan(String code, String name, Kecamatan kecamatan, Position inside) {}
