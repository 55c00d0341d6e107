/**
 * Work where there is no network: which pages an operator's phone keeps, the page of the phone itself, and the steps that it
 * sends later. Owns the table {@code case_act}: which of them have arrived.
 */
@NullMarked
package id.sipakatau.handling.field;

import org.jspecify.annotations.NullMarked;
