/**
 * The journal: what happened, in order, by whom.
 *
 * <p>Every change of a complaint and every look at protected data is one row, written in the transaction of the change
 * itself. Timelines, live screens, figures and reports are readings of it; nothing keeps a second truth. Owns the
 * tables {@code journal} and {@code journal_detail}. It never updates or deletes a row (the database refuses), and
 * never holds personal data in a row: words and names lie in {@code journal_detail}, which can be erased, while the row
 * keeps a salted commitment to them.
 */
@org.jspecify.annotations.NullMarked
package id.sipakatau.journal;
