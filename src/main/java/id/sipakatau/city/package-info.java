/**
 * The city as data: its areas, agencies, categories, deadlines, working calendar and places.
 *
 * <p>Owns the folder {@code city/<name>/}, which {@code folder} below reads and checks once at start; a fault in it names
 * file and line, and the program does not start. Everything handed out is immutable and may be used by any thread.
 *
 * <p>Never knows a complaint, an account or the database, and never changes while the program runs.
 */
@NullMarked
package id.sipakatau.city;

import org.jspecify.annotations.NullMarked;
