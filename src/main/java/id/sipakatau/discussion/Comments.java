package id.sipakatau.discussion;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** The comments that everybody may read, and the way to write one. */
@ApplicationScoped
public class Comments {

    /** How many a page shows; a talk that is longer belongs elsewhere. */
    static final int MOST = 200;

    static final RowMapper<Comment> ROW = (row, context) -> new Comment(
            row.getObject("id", UUID.class),
            row.getString("name"),
            row.getString("words"),
            row.getTimestamp("written_at").toInstant());

    private final Jdbi jdbi;
    private final InstantSource clock;

    Comments(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * The comments of a public complaint, oldest first; none of a hidden one.
     *
     * @param most so many of the latest
     */
    public List<Comment> of(UUID complaint, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, name, words, written_at
                          FROM public_comment
                         WHERE complaint_id = :complaint
                         ORDER BY written_at DESC, id DESC LIMIT :most
                        """) // index comment_shown
                        .bind("complaint", complaint)
                        .bind("most", most)
                        .map(ROW)
                        .list())
                .reversed();
    }

    /** How many comments of a public complaint can be read; 0 of a hidden one. */
    public int count(UUID complaint) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT count(*) FROM public_comment WHERE complaint_id = :complaint") // index comment_shown
                .bind("complaint", complaint)
                .mapTo(Integer.class)
                .one());
    }

    /** Keeps a comment until an administrator has read it. */
    void write(UUID complaint, @Nullable String name, String words) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO comment (id, complaint_id, name, words, written_at, state)
                        VALUES (:id, :complaint, :name, :words, :now, 'PENDING')
                        """)
                .bind("id", UuidCreator.getTimeOrderedEpoch())
                .bind("complaint", complaint)
                .bind("name", name)
                .bind("words", words)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute());
    }

    /** Whether a comment can be read below that complaint. */
    boolean isShown(Handle handle, UUID complaint, UUID comment) {
        return handle.createQuery("SELECT 1 FROM public_comment WHERE id = :comment AND complaint_id = :complaint")
                .bind("comment", comment)
                .bind("complaint", complaint)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }
}
