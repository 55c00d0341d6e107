package id.sipakatau.city;

/**
 * Where some of the city's data come from, to be named beside what shows them.
 *
 * @param subject what the data are
 * @param source who made them
 * @param licence name of the licence, or how the data may be used
 * @param address web address of the source
 */
public record Attribution(Localized subject, String source, String licence, String address) {}
