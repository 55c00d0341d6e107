/**
 * The city as data: its areas, agencies, categories, deadlines, working calendar and places.
 *
 * <p>Owns the folder {@code city/<name>/}, which {@code folder} below reads and checks once at start; a fault in it names
 * file and line, and the program does not start. Everything handed out may be used by any thread, and is immutable but for the
 * holidays: those that are declared during the year the working calendar is told.
 *
 * <p>Never knows a complaint, an account or the database.
 */
@NullMarked
package id.sipakatau.city;

import org.jspecify.annotations.NullMarked;
