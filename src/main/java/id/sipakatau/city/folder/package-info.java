/**
 * Reads the folder of a city, one class for each of its files, and checks that what they say agrees.
 *
 * <p>Owns the folder {@code city/<name>/}, which it reads once at start:
 * {@link id.sipakatau.city.folder.CityAtStart} puts the {@link id.sipakatau.city.City} at everybody's disposal, or stops
 * the program with every fault by file and line. How the kinds of file are read is the business of
 * {@code id.sipakatau.city.reading}.
 *
 * <p>Never writes, and is never asked again while the program runs.
 */
@NullMarked
package id.sipakatau.city.folder;

import org.jspecify.annotations.NullMarked;
