package id.sipakatau.demo.story;

import id.sipakatau.journal.Actor;
import java.util.Map;
import java.util.UUID;

/**
 * Who acts in the stories beside the citizens.
 *
 * @param administrator account of the administrator
 * @param operators account of an operator, by agency
 * @param heads account of whoever leads it, by agency
 */
public record Cast(UUID administrator, Map<String, UUID> operators, Map<String, UUID> heads) {

    public Cast {
        operators = Map.copyOf(operators);
        heads = Map.copyOf(heads);
    }

    Actor judge() {
        return Actor.administrator(administrator);
    }

    /** @throws IllegalArgumentException if the agency has no operator */
    Actor operatorOf(String agency) {
        return Actor.operator(of(agency, operators), agency);
    }

    /** @throws IllegalArgumentException if nobody leads the agency */
    Actor headOf(String agency) {
        return Actor.head(of(agency, heads), agency);
    }

    private static UUID of(String agency, Map<String, UUID> accounts) {
        var account = accounts.get(agency);
        if (account == null) {
            throw new IllegalArgumentException("nobody is there for " + agency);
        }
        return account;
    }
}
