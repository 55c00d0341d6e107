/**
 * Passkeys (Web Authentication Level 2): a citizen registers the phone or computer at hand and signs in without a code.
 *
 * <p>Owns the table {@code account_passkey_challenge}; passkeys themselves are kept by {@code citizen}. Never tells whether a
 * passkey is unknown, belongs to nobody any more, or was used wrongly.
 */
@NullMarked
package id.sipakatau.identity.passkey;

import org.jspecify.annotations.NullMarked;
