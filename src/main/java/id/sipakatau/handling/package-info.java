/**
 * The operators' work: the cases of their agency as a board or a table, and taking them from belum through sedang to
 * telah. Packages below it hold what an agency keeps for itself, such as whose a case is.
 *
 * <p>Owns {@code case_view}, the filters that people keep. It reads complaints through the view {@code agency_complaint} only, and only those of the operator's
 * own agency; it changes them through {@link id.sipakatau.complaint.Complaints}. It never publishes.
 */
@org.jspecify.annotations.NullMarked
package id.sipakatau.handling;
