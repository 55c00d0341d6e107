/**
 * Which complaints an operator has to do with at all: those of the own agency.
 *
 * <p>Owns nothing. Every page of the console asks here, so that a complaint of another agency answers nowhere.
 */
@NullMarked
package id.sipakatau.handling.agency;

import org.jspecify.annotations.NullMarked;
