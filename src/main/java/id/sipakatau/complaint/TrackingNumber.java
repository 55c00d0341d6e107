package id.sipakatau.complaint;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The short number by which people know a complaint, for example {@code MKS-7F3K-9QXT}: the city's prefix, seven random
 * characters of Crockford's base 32 (35 bits, so it can't be guessed in bulk) and a check character.
 */
public record TrackingNumber(String text) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int CHARACTERS = 8;
    private static final Pattern FORM = Pattern.compile("[A-Z]{2,5}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @throws IllegalArgumentException if the form or the check character is wrong */
    public TrackingNumber {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a tracking number: " + text);
        }
        var body = text.substring(text.indexOf('-') + 1).replace("-", "");
        if (checkCharacter(body.substring(0, CHARACTERS - 1)) != body.charAt(CHARACTERS - 1)) {
            throw new IllegalArgumentException("The check character of " + text + " is wrong");
        }
    }

    /** A new number that nobody can guess. Whether it is still free is for the database to say. */
    public static TrackingNumber random(String prefix) {
        return random(prefix, RANDOM);
    }

    /** The same from a given source of randomness; a repeatable load needs one. */
    public static TrackingNumber random(String prefix, RandomGenerator random) {
        return spelling(prefix, random.nextLong());
    }

    /**
     * The number that the lowest 35 bits spell; different bits make different numbers. For loads of so many that random
     * ones would meet.
     */
    public static TrackingNumber spelling(String prefix, long bits) {
        var body = new StringBuilder(CHARACTERS);
        for (int i = 1; i < CHARACTERS; i++) {
            body.append(ALPHABET.charAt((int) (bits >>> 5 * (CHARACTERS - 1 - i)) & ALPHABET.length() - 1));
        }
        body.append(checkCharacter(body));
        return new TrackingNumber(prefix + "-" + body.substring(0, 4) + "-" + body.substring(4));
    }

    /**
     * What a person typed, forgiving case, spaces, missing or other dashes, a missing prefix, and the letters that
     * Crockford's base 32 leaves out because they look like digits (O, I, L). Empty if it can't be a number.
     */
    public static Optional<TrackingNumber> parse(String typed, String prefix) {
        var letters = typed.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        var body = letters.length() == prefix.length() + CHARACTERS && letters.startsWith(prefix)
                ? letters.substring(prefix.length())
                : letters;
        if (body.length() != CHARACTERS) {
            return Optional.empty();
        }
        var plain = body.replace('O', '0').replace('I', '1').replace('L', '1');
        try {
            return Optional.of(new TrackingNumber(prefix + "-" + plain.substring(0, 4) + "-" + plain.substring(4)));
        } catch (IllegalArgumentException notANumber) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return text;
    }

    /**
     * H. Michael Damm's check digit ("Total anti-symmetrische Quasigruppen", 2004) over GF(32) with the polynomial
     * x^5 + x^2 + 1: finds every single wrong character and every swap of two neighbours.
     */
    private static char checkCharacter(CharSequence body) {
        int interim = 0;
        for (int i = 0; i < body.length(); i++) {
            int sum = interim ^ ALPHABET.indexOf(body.charAt(i));
            int doubled = sum << 1;
            interim = (doubled & 0b100000) == 0 ? doubled : doubled ^ 0b100101;
        }
        return ALPHABET.charAt(interim);
    }
}
