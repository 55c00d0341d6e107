package id.sipakatau.validation;

import id.sipakatau.city.Kind;
import id.sipakatau.complaint.Headline;
import id.sipakatau.complaint.Validation;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What waits for the administrator: emergencies first, then the oldest. */
@ApplicationScoped
class Queue {

    static final int PAGE = 50;

    private final Jdbi jdbi;

    Queue(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** One complaint in the list. */
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
            Instant at) {}

    /** The first complaints that wait. */
    List<Item> pending() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT tracking_number, left(description, 300) AS words, kind, agency, category, emergency,
                               appealed, kelurahan, validation, received_at AS at
                        FROM complaint WHERE validation = 'PENDING'
                        ORDER BY emergency DESC, received_at, id LIMIT :most
                        """) // index complaint_pending
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
                               appealed, kelurahan, validation, validated_at AS at
                        FROM complaint WHERE validated_at IS NOT NULL
                        ORDER BY validated_at DESC LIMIT :most
                        """) // index complaint_validated
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

    private static Item item(ResultSet row) throws SQLException {
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
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
