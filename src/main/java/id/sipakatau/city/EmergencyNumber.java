package id.sipakatau.city;

import java.util.Optional;

/**
 * A telephone number that is answered day and night.
 *
 * @param number digits to dial, for example {@code 112}
 * @param name who answers
 * @param agencyId the agency it reaches; empty for the number for everything
 */
public record EmergencyNumber(String number, Localized name, Optional<String> agencyId) {}
