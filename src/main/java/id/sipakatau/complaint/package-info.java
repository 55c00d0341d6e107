/**
 * The heart: a complaint, its three facets and what may happen to it.
 *
 * <p>Owns the tables {@code complaint} and {@code complaint_support}, the tracking numbers, the reporter's secret, and the views through which others
 * read: {@code public_complaint} and {@code public_part} for the public, {@code agency_complaint} for operators. All changes go through
 * {@link id.sipakatau.complaint.Complaints}, which writes the change and its journal row in one transaction. It never
 * knows a channel, a screen or a protocol.
 */
@org.jspecify.annotations.NullMarked
package id.sipakatau.complaint;
