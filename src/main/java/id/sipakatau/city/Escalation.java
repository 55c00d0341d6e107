package id.sipakatau.city;

/**
 * Who is told when a clock has used up so much of its time.
 *
 * @param percent of the time between start and deadline, 1 to 999; 100 is the deadline
 */
public record Escalation(int percent, To to) {

    /** Who is told; each stands above the one before. */
    public enum To {
        /** Whoever handles it. */
        OPERATOR,
        /** Whoever leads the agency. */
        HEAD,
        ADMINISTRATOR,
        MAYOR
    }
}
