package id.sipakatau.complaint;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the administrator found.
 *
 * @param reason why it was turned down
 * @param mergedInto the complaint that it repeats
 * @param appealed whether the reporter asked to look again, which is possible once
 * @param at since when it is decided
 */
public record Verdict(
        Validation validation,
        @Nullable DismissalReason reason,
        @Nullable UUID mergedInto,
        boolean appealed,
        @Nullable Instant at) {

    static final Verdict PENDING = new Verdict(Validation.PENDING, null, null, false, null);
}
