package id.sipakatau.city;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A period within which something has to happen; {@link WorkingCalendar#after} says when it ends.
 *
 * @param amount how many units, 1 to 10,000
 * @param unit what is counted
 */
public record Term(int amount, Unit unit) {

    /** One minute. */
    public static final Term SHORTEST = new Term(1, Unit.MINUTES);

    private static final int MOST = 10_000;
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,5}) (minute|hour|working hour|working day)s?");

    /** What a term counts. */
    public enum Unit {
        /** Minutes around the clock. */
        MINUTES,
        /** Hours around the clock. */
        HOURS,
        /** Hours within the city's office hours. */
        WORKING_HOURS,
        /** Days on which the city's offices work. */
        WORKING_DAYS;

        /** Whether it runs at night and on holidays too. */
        public boolean isAroundTheClock() {
            return this == MINUTES || this == HOURS;
        }
    }

    /** @throws IllegalArgumentException if the amount is out of its bounds */
    public Term {
        if (amount < 1 || amount > MOST) {
            throw new IllegalArgumentException("a term must be 1 to " + MOST + " units, but is " + amount);
        }
    }

    /** The term that is written so in the city's files, for example {@code 5 working days}; empty if it is none. */
    public static Optional<Term> parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        int amount = Integer.parseInt(written.group(1));
        Unit unit = Unit.valueOf(written.group(2).replace(' ', '_').toUpperCase(Locale.ROOT) + "S");
        return amount >= 1 && amount <= MOST ? Optional.of(new Term(amount, unit)) : Optional.empty();
    }
}
