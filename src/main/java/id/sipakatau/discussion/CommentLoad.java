package id.sipakatau.discussion;

import id.sipakatau.database.CopyRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Stores comments that a program made, very many at once. */
@ApplicationScoped
public class CommentLoad {

    /**
     * A comment below a complaint.
     *
     * @param read whether an administrator lets it be shown; otherwise it waits for one
     */
    public record Written(UUID complaint, Comment comment, boolean read) {}

    /** Stores them in the caller's transaction; the complaints are stored already. */
    public void store(Handle transaction, List<Written> all) {
        var rows = CopyRows.into(
                transaction, "COPY comment (id, complaint_id, name, words, written_at, state, decided_at) FROM STDIN");
        for (var each : all) {
            var comment = each.comment();
            rows.add(comment.id())
                    .add(each.complaint())
                    .add(comment.name())
                    .add(comment.words())
                    .add(comment.writtenAt())
                    .add(each.read() ? Comment.State.SHOWN : Comment.State.PENDING)
                    .add(each.read() ? comment.writtenAt().plus(Duration.ofHours(2)) : null)
                    .endRow();
        }
        rows.finish();
    }
}
