package id.sipakatau.city;

/**
 * A body of the city that complaints are forwarded to.
 *
 * @param id short lower-case name used in addresses and stored data, for example {@code kebersihan}
 * @param name full name
 * @param shortName name for tiles, lists and labels
 * @param subtitle what people turn to it for, in a few words
 * @param mission what it is there for, in a sentence
 * @param icon name of a Lucide icon
 */
public record Agency(
        String id, Localized name, Localized shortName, Localized subtitle, Localized mission, String icon) {}
