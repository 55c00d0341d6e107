/**
 * Tells people what has become of a complaint, by e-mail and by messages that the browser shows: its reporter, whoever
 * follows it, and whoever follows all public complaints of a place or kind.
 *
 * <p>Owns {@code subscription} and {@code notice_due}. What happened is noted for each subscription in the transaction of
 * the change itself, by a trigger, and stays noted until it was sent; so a killed program loses nothing, and at worst
 * sends twice, under the same Message-ID. A notice never holds a word that anybody wrote in a complaint, and of a
 * confidential one it says only that there is news. Never sends to an address that has not said yes, and tells the public
 * nothing that is not public at the moment of sending.
 *
 * <p>Read {@code subscription} first, then {@code letters}, {@code courier} and {@code following}, which stand on it in this
 * order; {@code push} is Web Push and knows none of them.
 */
@NullMarked
package id.sipakatau.alerting;

import org.jspecify.annotations.NullMarked;
