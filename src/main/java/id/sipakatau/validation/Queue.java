package id.sipakatau.validation;

import id.sipakatau.city.Kind;
import id.sipakatau.complaint.Headline;
import id.sipakatau.complaint.Validation;
import id.sipakatau.deadline.Urgency;
import id.sipakatau.desk.Approvers;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What waits for the administrator: emergencies first, then the oldest. */
@ApplicationScoped
class Queue {

    static final int PAGE = 50;

    private final Jdbi jdbi;
    private final InstantSource clock;

    Queue(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * One complaint in the list.
     *
     * @param dueAt by when it is to be decided; empty where it is
     * @param urgency how near that is, as the name of a style
     */
    record Item(
            String number,
            String title,
            Kind kind,
            String agency,
            String category,
            boolean emergency,
            boolean appealed,
            @Nullable String kelurahan,
            Validation validation,
            Instant at,
            @Nullable Instant dueAt,
            String urgency) {}

    /** The first complaints that wait. */
    List<Item> pending() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT tracking_number, left(description, 300) AS words, kind, agency, category, emergency,
                               appealed, kelurahan, validation, received_at AS at,
                               (SELECT due_at FROM running_clock WHERE complaint_id = complaint.id AND clock = 'VALIDATION')
                               AS due_at
                        FROM complaint WHERE validation = 'PENDING'
                        ORDER BY emergency DESC, received_at, id LIMIT :most
                        """) // index complaint_pending, complaint_clock_running
                .bind("most", PAGE)
                .map((row, context) -> item(row))
                .list());
    }

    long pendingCount() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM complaint WHERE validation = 'PENDING'")
                        .mapTo(Long.class)
                        .one());
    }

    /** What was decided last, newest first. */
    List<Item> decided() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT tracking_number, left(description, 300) AS words, kind, agency, category, emergency,
                               appealed, kelurahan, validation, validated_at AS at, NULL::timestamptz AS due_at
                        FROM complaint WHERE validated_at IS NOT NULL
                        ORDER BY validated_at DESC LIMIT :most
                        """) // index complaint_validated
                .bind("most", PAGE)
                .map((row, context) -> item(row))
                .list());
    }

    /** Those of which agencies disagree whose they are, the oldest dispute first. */
    List<Item> disputed() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT tracking_number, left(description, 300) AS words, kind, agency, category, emergency,
                               appealed, kelurahan, validation, disputed_at AS at, NULL::timestamptz AS due_at
                        FROM complaint WHERE disputed_at IS NOT NULL
                        ORDER BY disputed_at LIMIT :most
                        """) // index complaint_disputed
                .bind("most", PAGE)
                .map((row, context) -> item(row))
                .list());
    }

    /** Completions on which no head can decide, since the agency has none or it is the head's own; those due first first. */
    List<Item> unled(Approvers.Unled where) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT c.tracking_number, left(c.description, 300) AS words, c.kind, c.agency, c.category,
                               c.emergency, c.appealed, c.kelurahan, c.validation, c.proposed_at AS at, k.due_at
                        FROM complaint c JOIN running_clock k ON k.complaint_id = c.id AND k.clock = 'APPROVAL'
                        WHERE c.proposed_at IS NOT NULL
                          AND (c.agency = ANY (:headless) OR c.proposed_by = ANY (:alone))
                        ORDER BY k.due_at, c.id LIMIT :most
                        """) // index complaint_proposed, complaint_clock_running
                .bindArray("headless", String.class, where.headless())
                .bindArray("alone", UUID.class, where.alone())
                .bind("most", PAGE)
                .map((row, context) -> item(row))
                .list());
    }

    /** The number of the complaint that waits behind this one, or of the first when it waits no longer. */
    Optional<String> next(List<Item> pending, String number) {
        for (int i = 0; i < pending.size(); i++) {
            if (pending.get(i).number().equals(number)) {
                return i + 1 < pending.size() ? Optional.of(pending.get(i + 1).number()) : Optional.empty();
            }
        }
        return pending.stream().findFirst().map(Item::number);
    }

    private Item item(ResultSet row) throws SQLException {
        var due = row.getObject("due_at", OffsetDateTime.class);
        var dueAt = due == null ? null : due.toInstant();
        return new Item(
                row.getString("tracking_number"),
                Headline.of(row.getString("words")),
                Kind.valueOf(row.getString("kind")),
                row.getString("agency"),
                row.getString("category"),
                row.getBoolean("emergency"),
                row.getBoolean("appealed"),
                row.getString("kelurahan"),
                Validation.valueOf(row.getString("validation")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                dueAt,
                dueAt == null ? "" : Urgency.of(dueAt, clock.instant()));
    }
}
