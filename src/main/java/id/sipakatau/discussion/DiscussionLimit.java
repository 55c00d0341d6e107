package id.sipakatau.discussion;

import id.sipakatau.database.Tries;
import id.sipakatau.database.Tries.Allowance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;

/** How much one internet address may write in an hour: comments and flags together. */
@ApplicationScoped
class DiscussionLimit {

    /** More than a family behind one line writes, less than a flood. */
    static final int AN_HOUR = 20;

    private static final Allowance ALLOWANCE = new Allowance("comment or flag", AN_HOUR, Duration.ofHours(1));

    private final Tries tries;

    DiscussionLimit(DataSource pool, InstantSource clock) {
        tries = new Tries(pool, "discussion_limit", clock);
    }

    /** Takes one off the allowance of an address; if it is used up, says how long to wait. */
    Optional<Duration> take(String address) {
        tries.sweep();
        return tries.take(ALLOWANCE, Tries.line(address));
    }
}
