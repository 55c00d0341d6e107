/**
 * The clocks of a complaint: by when the administrator decides, the agency says its first word, and the work is done.
 *
 * <p>Notes in the journal which clocks run out, and shows everybody of the staff theirs.
 *
 * <p>Owns what administrators change in the calendar during the year, and lets open deadlines follow it. Owns the table {@code complaint_clock}, a reading of the journal that is kept in the transaction of each row and can be
 * made anew from the journal at any time; others read it through {@link id.sipakatau.deadline.Clocks} and the view
 * {@code running_clock}. Of a complaint it changes
 * nothing but by when its work is promised.
 */
@org.jspecify.annotations.NullMarked
package id.sipakatau.deadline;
