/**
 * People: staff accounts, roles, sign-in, and the reporter's protected data.
 *
 * <p>A resource asks {@link id.sipakatau.identity.Visitor} who makes the request, and says in {@code @RolesAllowed} with
 * the names in {@link id.sipakatau.identity.Roles} who may. Owns the tables {@code reporter}
 * and {@code staff}; {@code signin} below owns what belongs to getting in. It never hands out a reporter's name or
 * contact without a journal row that says who looked, and never stores a password in a form that could be used.
 */
@org.jspecify.annotations.NullMarked
package id.sipakatau.identity;
