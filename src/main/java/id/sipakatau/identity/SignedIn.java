package id.sipakatau.identity;

import id.sipakatau.journal.Actor;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff who is signed in.
 *
 * @param name the title shown to others, for example <i>Operator Kebersihan</i>
 * @param agency the agency that an operator works for; empty for all others
 * @param head whether this operator leads the agency
 */
public record SignedIn(
        UUID account,
        String username,
        String name,
        StaffRole role,
        @Nullable String agency,
        boolean head) {

    /** Attribute of the security identity under which it is found. */
    public static final String ATTRIBUTE = SignedIn.class.getName();

    /** The same person as the journal knows them. */
    public Actor actor() {
        return switch (role) {
            case ADMINISTRATOR -> Actor.administrator(account);
            case OPERATOR ->
                head
                        ? Actor.head(account, Objects.requireNonNull(agency))
                        : Actor.operator(account, Objects.requireNonNull(agency));
            case MAYOR -> Actor.mayor(account);
        };
    }
}
