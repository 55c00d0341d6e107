/**
 * The agency's side: the alarm that rings in every page of its staff, the calls with what helps to answer them, and the steps
 * that are taken. Administrators see the calls of all agencies.
 *
 * <p>Owns nothing.
 */
@NullMarked
package id.sipakatau.emergency.console;

import org.jspecify.annotations.NullMarked;
