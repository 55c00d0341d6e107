/**
 * Calls for help: the lane for the phone, the alarm in the agency's console, and the way of a call from its receipt to its
 * end.
 *
 * <p>Owns {@code emergency_call}, beside the complaint as which a call is filed by the normal filing transaction, and
 * {@code duty} and {@code emergency_summons}: who is on duty, and who is told when nobody sees a call. It reads
 * for operators through {@code agency_complaint} only. It never publishes, never waits for anything of another module, and
 * never keeps anybody from calling: a limit may join calls of one device, not refuse one.
 */
@org.jspecify.annotations.NullMarked
package id.sipakatau.emergency;
