/**
 * What an agency's head sees: who has how much in hand, and what is overdue.
 *
 * <p>Owns nothing, and changes nothing.
 */
@NullMarked
package id.sipakatau.handling.head;

import org.jspecify.annotations.NullMarked;
