/**
 * The administrator's work: the queue of complaints that wait for a decision, and the decisions.
 *
 * <p>Owns no table; it reads {@code complaint} and decides through {@link id.sipakatau.complaint.Complaints}. It never
 * changes progress.
 */
@org.jspecify.annotations.NullMarked
package id.sipakatau.validation;
