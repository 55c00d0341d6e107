/**
 * Answers that an agency gives often: written by its head, inserted by its operators.
 *
 * <p>Owns the table {@code reply_template}. Nothing is sent from here: an operator reads what was inserted and sends it.
 */
@NullMarked
package id.sipakatau.handling.replies;

import org.jspecify.annotations.NullMarked;
