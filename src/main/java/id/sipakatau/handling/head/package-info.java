/**
 * What an agency's head sees: what waits for approval, who has how much in hand, and what is overdue.
 *
 * <p>Owns nothing, and changes nothing but a completion that waits.
 */
@NullMarked
package id.sipakatau.handling.head;

import org.jspecify.annotations.NullMarked;
