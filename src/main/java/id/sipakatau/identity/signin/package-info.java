/**
 * How people of the staff get in and out: sign-in, sessions, one-time links, another password, and the pages for these.
 *
 * <p>Owns the tables {@code staff_session}, {@code staff_invitation} and {@code sign_in_limit}, and the cookie of a
 * session. Everybody else asks {@link id.sipakatau.identity.Visitor} who is there.
 *
 * <p>Never stores a secret in a form that could be used, and never tells a visitor whether an account exists.
 */
@NullMarked
package id.sipakatau.identity.signin;

import org.jspecify.annotations.NullMarked;
