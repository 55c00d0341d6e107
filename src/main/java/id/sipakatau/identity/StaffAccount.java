package id.sipakatau.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account of a member of staff. Its password is no part of it.
 *
 * @param name the title shown to others, for example <i>Operator Kebersihan</i>
 * @param agency the agency that an operator works for; empty for all others
 * @param head whether this operator leads the agency
 * @param active whether the person may sign in
 * @param hasPassword whether the person has chosen a password yet
 * @param invitedUntil until when an invitation that was not used yet works; empty where there is none
 */
public record StaffAccount(
        UUID id,
        String username,
        String name,
        StaffRole role,
        @Nullable String agency,
        boolean head,
        boolean active,
        boolean hasPassword,
        @Nullable Instant invitedUntil,
        Instant createdAt) {}
