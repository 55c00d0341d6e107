/**
 * What the people of an agency tell each other about a case, and who is called by name.
 *
 * <p>Owns the tables {@code case_note} and {@code case_mention}. A note is read by the agency that wrote it and by
 * administrators; it is never shown to the reporter, the public or another agency.
 */
@NullMarked
package id.sipakatau.handling.notes;

import org.jspecify.annotations.NullMarked;
