/**
 * What one shift of an agency leaves for the next.
 *
 * <p>Owns the tables {@code shift_note} and {@code shift_note_read}. Another agency reads nothing of it.
 */
@NullMarked
package id.sipakatau.handling.shift;

import org.jspecify.annotations.NullMarked;
