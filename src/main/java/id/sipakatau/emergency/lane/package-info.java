/**
 * The caller's side: the lane {@code /darurat}, and the caller's own page until the call is over.
 *
 * <p>Owns nothing. It answers without the database where it can, and never keeps a call from being taken.
 */
@NullMarked
package id.sipakatau.emergency.lane;

import org.jspecify.annotations.NullMarked;
