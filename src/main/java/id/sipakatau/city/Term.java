package id.sipakatau.city;

/**
 * A period within which something has to happen; {@link WorkingCalendar#after} says when it ends.
 *
 * @param amount how many units, 1 to 10,000
 * @param unit what is counted
 */
public record Term(int amount, Unit unit) {

    private static final int MOST = 10_000;

    /** What a term counts. */
    public enum Unit {
        /** Minutes around the clock. */
        MINUTES,
        /** Hours around the clock. */
        HOURS,
        /** Hours within the city's office hours. */
        WORKING_HOURS,
        /** Days on which the city's offices work. */
        WORKING_DAYS
    }

    /** @throws IllegalArgumentException if the amount is out of its bounds */
    public Term {
        if (amount < 1 || amount > MOST) {
            throw new IllegalArgumentException("a term must be 1 to " + MOST + " units, but is " + amount);
        }
    }
}
