/**
 * Demo data: thousands of complaints that feel real, for a first look, for training and for measuring.
 *
 * <p>Fills an installation that is started for the first time as a demo, with accounts, complaints and drawn
 * photographs. A story is told in {@code story}, in the sentences of {@code words}, with the pictures of {@code photo}.
 * Owns no table: everything goes through the doors of the modules it belongs to. Never touches the data of a real city.
 */
@NullMarked
package id.sipakatau.demo;

import org.jspecify.annotations.NullMarked;
