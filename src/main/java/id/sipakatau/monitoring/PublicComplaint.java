package id.sipakatau.monitoring;

import id.sipakatau.city.Kind;
import id.sipakatau.city.Position;
import id.sipakatau.complaint.Outcome;
import id.sipakatau.complaint.Progress;
import id.sipakatau.complaint.TrackingNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.postgresql.geometric.PGpoint;

/** A complaint as the public may see it: a row of {@code public_complaint}. */
record PublicComplaint(
        UUID id,
        TrackingNumber number,
        Kind kind,
        String agency,
        String category,
        boolean emergency,
        String description,
        @Nullable Position position,
        @Nullable String kelurahan,
        Progress progress,
        @Nullable Outcome outcome,
        Instant receivedAt,
        Instant validatedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant promisedBy,
        Instant publishedAt,
        Instant updatedAt) {

    static final String COLUMNS = """
            id, tracking_number, kind, agency, category, emergency, description, position, kelurahan, progress,
            outcome, received_at, validated_at, started_at, finished_at, confirmed_at, promised_by, published_at, updated_at
            """;

    static PublicComplaint of(ResultSet row, StatementContext context) throws SQLException {
        var point = (PGpoint) row.getObject("position");
        var outcome = row.getString("outcome");
        return new PublicComplaint(
                row.getObject("id", UUID.class),
                new TrackingNumber(row.getString("tracking_number")),
                Kind.valueOf(row.getString("kind")),
                row.getString("agency"),
                row.getString("category"),
                row.getBoolean("emergency"),
                row.getString("description"),
                point == null ? null : new Position(point.y, point.x),
                row.getString("kelurahan"),
                Progress.valueOf(row.getString("progress")),
                outcome == null ? null : Outcome.valueOf(outcome),
                time(row, "received_at"),
                time(row, "validated_at"),
                optionalTime(row, "started_at"),
                optionalTime(row, "finished_at"),
                optionalTime(row, "confirmed_at"),
                optionalTime(row, "promised_by"),
                time(row, "published_at"),
                time(row, "updated_at"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant optionalTime(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
