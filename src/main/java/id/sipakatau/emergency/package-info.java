/**
 * Calls for help: taking one in, and its way from the receipt to its end. Packages below it hold the caller's pages
 * ({@code lane}), the agency's ({@code console}), who is on duty ({@code roster}), and what happens when nobody sees a call
 * ({@code escalation}).
 *
 * <p>Owns {@code emergency_call}, beside the complaint as which a call is filed by the normal filing transaction, and
 * {@code emergency_joined} and {@code emergency_line} for calls that share a line of the internet. It reads for operators
 * through {@code agency_complaint} only. It never publishes, never waits for anything of another module, and never keeps
 * anybody from calling: a limit may join or gather calls, not refuse one.
 */
@NullMarked
package id.sipakatau.emergency;

import org.jspecify.annotations.NullMarked;
