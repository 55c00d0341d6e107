/**
 * The pages on which administrators let others in, and out.
 *
 * <p>Owns nothing: {@link id.sipakatau.identity.Staff} decides what may be done with an account.
 */
@NullMarked
package id.sipakatau.identity.accounts;

import org.jspecify.annotations.NullMarked;
