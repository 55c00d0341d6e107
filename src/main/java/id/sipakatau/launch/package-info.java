/**
 * Starting and stopping: here what a start tells the other modules; below, in {@code command}, the main class with its
 * command line, and in {@code postgres} the PostgreSQL that the program brings along.
 *
 * <p>Owns the data folder (its lock, the embedded database in it) and the note of how an installation was first
 * started. Knows settings only; it never knows what a complaint is and reads no table of another module.
 */
@NullMarked
package id.sipakatau.launch;

import org.jspecify.annotations.NullMarked;
