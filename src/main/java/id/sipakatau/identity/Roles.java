package id.sipakatau.identity;

import jakarta.annotation.security.RolesAllowed;

/** Names of the roles, for {@link RolesAllowed}. */
public final class Roles {

    public static final String ADMINISTRATOR = "administrator";
    public static final String OPERATOR = "operator";
    public static final String MAYOR = "mayor";
    /** Whoever leads an agency; has {@link #OPERATOR} too. */
    public static final String HEAD = "head";

    private Roles() {}
}
