/**
 * People: staff accounts, roles, sign-in, and the reporter's protected data.
 *
 * <p>Owns the tables {@code reporter}, {@code staff} and {@code staff_session}. It never hands out a reporter's name or
 * contact without a journal row that says who looked.
 */
@org.jspecify.annotations.NullMarked
package id.sipakatau.identity;
