/**
 * Citizens' accounts: getting in by a one-time code, the browsers that are signed in, the consent, and what a citizen does
 * with their own data. Nobody needs an account; everything else works without one.
 *
 * <p>Owns the tables {@code account}, {@code account_contact}, {@code account_consent}, {@code account_session} and {@code
 * account_code}, and a cookie that has nothing to do with the one of staff. Others ask {@link
 * id.sipakatau.identity.Citizen} who is there.
 *
 * <p>Never says, by words or by time, whether an address has an account; never stores a code or a secret in a form that
 * could be used; keeps nothing of a person after they have deleted their account.
 */
@NullMarked
package id.sipakatau.identity.citizen;

import org.jspecify.annotations.NullMarked;
