package id.sipakatau.discussion;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The way to point at what should not stand as it does. */
@ApplicationScoped
class Flags {

    /** Why something should not stand. */
    enum Reason {
        /** It tells who somebody is, or how to find them. */
        PERSONAL,
        INSULT,
        FALSE,
        SPAM,
        OTHER
    }

    private final Jdbi jdbi;
    private final Comments comments;
    private final InstantSource clock;

    Flags(Jdbi jdbi, Comments comments, InstantSource clock) {
        this.jdbi = jdbi;
        this.comments = comments;
        this.clock = clock;
    }

    /**
     * Keeps a flag until an administrator has looked.
     *
     * @param comment which comment; empty for the complaint itself
     * @return whether there is such a comment below the complaint
     */
    boolean raise(UUID complaint, @Nullable UUID comment, Reason reason, @Nullable String words) {
        return jdbi.inTransaction(transaction -> {
            if (comment != null && !comments.isShown(transaction, complaint, comment)) {
                return false;
            }
            transaction
                    .createUpdate("""
                            INSERT INTO flag (id, complaint_id, comment_id, reason, words, raised_at)
                            VALUES (:id, :complaint, :comment, :reason, :words, :now)
                            """)
                    .bind("id", UuidCreator.getTimeOrderedEpoch())
                    .bind("complaint", complaint)
                    .bind("comment", comment)
                    .bind("reason", reason.name())
                    .bind("words", words)
                    .bind("now", clock.instant())
                    .execute();
            return true;
        });
    }
}
