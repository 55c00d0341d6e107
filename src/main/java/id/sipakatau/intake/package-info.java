/**
 * The ways in: the form at {@code /lapor}, the address {@code /api/v1/complaints} that the form's script and other
 * programs use; and below, in {@code follow}, the reporter's own page behind the secret link.
 *
 * <p>Owns the tables {@code intake_photo}, which keeps the photos of a form that came back with a question, {@code
 * intake_upload}, which keeps those that a phone sends ahead of its complaint, and {@code intake_limit}. It asks for everything a complaint needs and never loses what was typed; it never decides whether a
 * complaint is valid, and never tells anyone but its reporter about it.
 */
@NullMarked
package id.sipakatau.intake;

import org.jspecify.annotations.NullMarked;
