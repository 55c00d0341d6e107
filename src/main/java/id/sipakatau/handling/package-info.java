/**
 * The operators' work: the board of their agency's complaints, and taking them from belum through sedang to telah.
 *
 * <p>Owns no table. It reads complaints through the view {@code agency_complaint} only, and only those of the operator's
 * own agency; it changes them through {@link id.sipakatau.complaint.Complaints}. It never publishes.
 */
@org.jspecify.annotations.NullMarked
package id.sipakatau.handling;
