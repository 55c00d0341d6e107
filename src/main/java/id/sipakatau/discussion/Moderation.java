package id.sipakatau.discussion;

import id.sipakatau.complaint.Headline;
import id.sipakatau.journal.Actor;
import id.sipakatau.journal.Entry;
import id.sipakatau.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** What administrators read and decide: comments, and what people point at. Each decision is a row of the journal. */
@ApplicationScoped
class Moderation {

    private static final int MOST = 50;

    private final Jdbi jdbi;
    private final Journal journal;
    private final InstantSource clock;

    Moderation(Jdbi jdbi, Journal journal, InstantSource clock) {
        this.jdbi = jdbi;
        this.journal = journal;
        this.clock = clock;
    }

    /** A comment as an administrator sees it, with the complaint that it stands below. */
    record Item(Comment comment, Comment.State state, String number, String title) {}

    /**
     * What somebody points at.
     *
     * @param comment the comment; empty for the complaint itself
     */
    record Raised(
            UUID id,
            Flags.Reason reason,
            @Nullable String words,
            Instant at,
            String number,
            String title,
            @Nullable Comment comment) {}

    /** What waits, oldest first. */
    List<Item> waiting() {
        return items("WHERE c.state = 'PENDING' ORDER BY c.written_at, c.id"); // index comment_pending
    }

    /** What was decided, latest first. */
    List<Item> decided() {
        return items("WHERE c.state <> 'PENDING' ORDER BY c.decided_at DESC, c.id"); // index comment_decided
    }

    private List<Item> items(String which) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT c.id, c.name, c.words, c.written_at, c.state, complaint.tracking_number, complaint.description
                          FROM comment c JOIN complaint ON complaint.id = c.complaint_id
                        """ + which + " LIMIT :most")
                .bind("most", MOST)
                .map((row, context) -> new Item(
                        Comments.ROW.map(row, context),
                        Comment.State.valueOf(row.getString("state")),
                        row.getString("tracking_number"),
                        Headline.of(row.getString("description"))))
                .list());
    }

    /** What people point at and nobody has settled, oldest first. */
    List<Raised> raised() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT flag.id, flag.reason, flag.words AS remark, flag.raised_at, complaint.tracking_number,
                               complaint.description, flag.comment_id, comment.name, comment.words, comment.written_at
                          FROM flag
                          JOIN complaint ON complaint.id = flag.complaint_id
                          LEFT JOIN comment ON comment.id = flag.comment_id
                         WHERE flag.settled_at IS NULL
                         ORDER BY flag.raised_at, flag.id LIMIT :most
                        """) // index flag_open
                .bind("most", MOST)
                .map(Moderation::flag)
                .list());
    }

    /**
     * Shows a comment to everybody, or refuses it; the last word counts, so that a decision can be undone.
     *
     * @return whether there is such a comment
     */
    boolean decide(UUID comment, boolean shown, Actor by) {
        return jdbi.inTransaction(transaction -> {
            var now = clock.instant();
            var complaint = transaction
                    .createQuery("""
                            UPDATE comment SET state = :state, decided_at = :now WHERE id = :comment RETURNING complaint_id
                            """)
                    .bind("state", shown ? "SHOWN" : "REFUSED")
                    .bind("now", now)
                    .bind("comment", comment)
                    .mapTo(UUID.class)
                    .findOne();
            complaint.ifPresent(
                    id -> record(transaction, id, now, shown ? "COMMENT_SHOWN" : "COMMENT_REFUSED", by, comment));
            return complaint.isPresent();
        });
    }

    /** Settles what somebody pointed at. */
    boolean settle(UUID flag, Actor by) {
        return jdbi.inTransaction(transaction -> {
            var now = clock.instant();
            Optional<UUID> complaint = transaction
                    .createQuery("""
                            UPDATE flag SET settled_at = :now WHERE id = :flag AND settled_at IS NULL RETURNING complaint_id
                            """)
                    .bind("now", now)
                    .bind("flag", flag)
                    .mapTo(UUID.class)
                    .findOne();
            complaint.ifPresent(id -> record(transaction, id, now, "FLAG_SETTLED", by, flag));
            return complaint.isPresent();
        });
    }

    private void record(Handle transaction, UUID complaint, Instant at, String act, Actor by, UUID what) {
        journal.append(transaction, new Entry(complaint, at, act, by, Map.of("about", what.toString()), Map.of()));
    }

    private static Raised flag(ResultSet row, StatementContext context) throws SQLException {
        var about = row.getObject("comment_id", UUID.class);
        return new Raised(
                row.getObject("id", UUID.class),
                Flags.Reason.valueOf(row.getString("reason")),
                row.getString("remark"),
                row.getTimestamp("raised_at").toInstant(),
                row.getString("tracking_number"),
                Headline.of(row.getString("description")),
                about == null
                        ? null
                        : new Comment(
                                about,
                                row.getString("name"),
                                row.getString("words"),
                                row.getTimestamp("written_at").toInstant()));
    }
}
