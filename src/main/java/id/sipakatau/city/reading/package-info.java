/**
 * Reads the kinds of file that a city's folder is made of: YAML, CSV and GeoJSON.
 *
 * <p>Owns the way from text to checked values, and remembers the file and line of each, so that a fault can be found.
 * A value that is wrong is recorded among the {@link Faults} and replaced by a stand-in of its type: reading goes on,
 * all faults are found at once, and whoever started it throws the result away if there are any.
 *
 * <p>Never knows what the values mean; that is the business of the package above.
 */
@NullMarked
package id.sipakatau.city.reading;

import org.jspecify.annotations.NullMarked;
