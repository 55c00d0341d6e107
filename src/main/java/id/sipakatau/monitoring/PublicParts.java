package id.sipakatau.monitoring;

import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.Involved;
import id.sipakatau.complaint.Outcome;
import id.sipakatau.complaint.Progress;
import id.sipakatau.evidence.Photo;
import id.sipakatau.evidence.PhotoVault;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Which agencies work on a public complaint beside its own, all through {@code public_part}. */
@ApplicationScoped
class PublicParts {

    private final Jdbi jdbi;
    private final PhotoVault vault;
    private final Complaints histories;

    PublicParts(Jdbi jdbi, PhotoVault vault, Complaints histories) {
        this.jdbi = jdbi;
        this.vault = vault;
        this.histories = histories;
    }

    private record Row(
            UUID id,
            String agency,
            Progress progress,
            @Nullable Outcome outcome,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable Instant promisedBy) {}

    /** Those that began first first. */
    List<Involved> of(PublicComplaint whole) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, agency, progress, outcome, started_at, finished_at, promised_by
                        FROM public_part WHERE part_of = :whole ORDER BY received_at, id
                        """) // index complaint_parts
                .bind("whole", whole.id())
                .mapTo(Row.class)
                .map(row -> involved(handle, row))
                .list());
    }

    private Involved involved(Handle handle, Row row) {
        return new Involved(
                row.agency,
                row.progress,
                row.outcome,
                row.startedAt,
                row.finishedAt,
                row.promisedBy,
                Involved.words(row.progress, histories.history(row.id)),
                vault.of(handle, row.id).stream().map(Photo::id).toList());
    }

    /** Whether that is a part of what everybody may see. */
    boolean isShown(UUID part) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT EXISTS (SELECT FROM public_part WHERE id = :part)")
                .bind("part", part) // the primary key
                .mapTo(Boolean.class)
                .one());
    }
}
