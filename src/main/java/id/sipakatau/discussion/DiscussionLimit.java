package id.sipakatau.discussion;

import id.sipakatau.database.Allowance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/** How much one internet address may write in an hour: comments and flags together. */
@ApplicationScoped
class DiscussionLimit {

    /** More than a family behind one line writes, less than a flood. */
    static final int AN_HOUR = 20;

    private final Allowance allowance;

    DiscussionLimit(DataSource pool) {
        allowance = new Allowance(pool, "discussion_limit", AN_HOUR, Duration.ofHours(1));
    }

    /** Takes one off the allowance of an address; if it is used up, says how long to wait. */
    Optional<Duration> take(String address) {
        return allowance.take(Allowance.keyOf(address), 1);
    }
}
