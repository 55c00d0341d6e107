/**
 * Who is on duty at an agency, and when.
 *
 * <p>Owns the table {@code duty}.
 */
@NullMarked
package id.sipakatau.emergency.roster;

import org.jspecify.annotations.NullMarked;
