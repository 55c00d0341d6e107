/**
 * People: staff accounts, roles, sign-in, and the reporter's protected data.
 *
 * <p>A resource asks {@link id.sipakatau.identity.Visitor} who makes the request, and says in {@code @RolesAllowed} with
 * the names in {@link id.sipakatau.identity.Roles} who may. Owns the tables {@code reporter}, {@code staff}, {@code
 * staff_session}, {@code staff_invitation} and {@code sign_in_limit}. It never hands out a reporter's name or contact
 * without a journal row that says who looked, never stores a password or a secret in a form that could be used, and
 * never tells a visitor whether an account exists.
 */
@org.jspecify.annotations.NullMarked
package id.sipakatau.identity;
