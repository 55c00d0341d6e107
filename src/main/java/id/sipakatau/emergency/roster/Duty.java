package id.sipakatau.emergency.roster;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A turn of duty.
 *
 * @param name of the person or post
 * @param telephone with or without a plus sign in front, otherwise digits
 * @param email empty if there is none
 * @param lead whether the person leads the agency's duty and is called after the others
 */
public record Duty(
        UUID id,
        String agency,
        String name,
        String telephone,
        @Nullable String email,
        boolean lead,
        Instant startsAt,
        Instant endsAt) {}
