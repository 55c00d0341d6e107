package id.sipakatau.demo.story;

import id.sipakatau.journal.Actor;
import java.util.Map;
import java.util.UUID;

/**
 * Who acts in the stories beside the citizens.
 *
 * @param administrator account of the administrator
 * @param operators account of an operator, by agency
 */
public record Cast(UUID administrator, Map<String, UUID> operators) {

    public Cast {
        operators = Map.copyOf(operators);
    }

    Actor judge() {
        return Actor.administrator(administrator);
    }

    /** @throws IllegalArgumentException if the agency has no operator */
    Actor operatorOf(String agency) {
        var account = operators.get(agency);
        if (account == null) {
            throw new IllegalArgumentException("nobody works for " + agency);
        }
        return Actor.operator(account, agency);
    }
}
