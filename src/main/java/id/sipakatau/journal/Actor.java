package id.sipakatau.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whoever does something to a complaint.
 *
 * @param account the staff account; empty for reporters, who need none, and for the system
 * @param agency the agency for which an operator acts; empty for all others
 * @param head whether this operator leads the agency; not kept in the journal
 */
public record Actor(
        Role role, @Nullable UUID account, @Nullable String agency, boolean head) {

    public enum Role {
        REPORTER,
        ADMINISTRATOR,
        OPERATOR,
        MAYOR,
        SYSTEM
    }

    public static final Actor REPORTER = new Actor(Role.REPORTER, null, null, false);
    public static final Actor SYSTEM = new Actor(Role.SYSTEM, null, null, false);

    public Actor {
        if ((role == Role.OPERATOR) != (agency != null)) {
            throw new IllegalArgumentException(
                    "An operator, and nobody else, acts for an agency: " + role + ", " + agency);
        }
    }

    public static Actor administrator(UUID account) {
        return new Actor(Role.ADMINISTRATOR, account, null, false);
    }

    public static Actor operator(UUID account, String agency) {
        return new Actor(Role.OPERATOR, account, agency, false);
    }

    /** An operator who leads the agency. */
    public static Actor head(UUID account, String agency) {
        return new Actor(Role.OPERATOR, account, agency, true);
    }

    public static Actor mayor(UUID account) {
        return new Actor(Role.MAYOR, account, null, false);
    }
}
