package id.sipakatau.handling.assignment;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a case is given to: a person, a team, or, with neither, nobody.
 *
 * @param person account of an operator
 * @param team id of a team
 */
public record Assignee(@Nullable UUID person, @Nullable UUID team) {

    public static final Assignee NOBODY = new Assignee(null, null);

    public static Assignee person(UUID account) {
        return new Assignee(account, null);
    }

    static Assignee team(UUID team) {
        return new Assignee(null, team);
    }

    /** Reads a value of a form; empty if it is none. */
    public static Optional<Assignee> parse(String value) {
        if (value.equals("kosong")) {
            return Optional.of(NOBODY);
        }
        try {
            if (value.startsWith("petugas-")) {
                return Optional.of(person(UUID.fromString(value.substring("petugas-".length()))));
            } else if (value.startsWith("regu-")) {
                return Optional.of(team(UUID.fromString(value.substring("regu-".length()))));
            }
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** As it stands in a form. */
    public String value() {
        return person != null ? "petugas-" + person : team != null ? "regu-" + team : "kosong";
    }

    /** Whether it is nobody. */
    public boolean nobody() {
        return person == null && team == null;
    }
}
