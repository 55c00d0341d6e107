package id.sipakatau.complaint;

import id.sipakatau.city.Kind;
import id.sipakatau.city.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.postgresql.geometric.PGpoint;

/** A complaint as a row of its table, both ways. */
final class ComplaintRow implements RowMapper<Complaint> {

    /** The row with the agencies that are still at work on parts of it. Conditions follow. */
    static final String SELECT = """
            SELECT complaint.*, ARRAY(
                       SELECT part.agency FROM complaint part
                       WHERE part.part_of = complaint.id AND part.validation = 'VALID' AND part.progress <> 'DONE'
                       ORDER BY part.received_at, part.id) AS involved -- index complaint_parts
            FROM complaint
            """;

    @Override
    public Complaint map(ResultSet row, StatementContext context) throws SQLException {
        return new Complaint(
                row.getObject("id", UUID.class),
                new TrackingNumber(row.getString("tracking_number")),
                row.getInt("version"),
                Channel.valueOf(row.getString("channel")),
                time(row, "received_at"),
                new Subject(
                        Kind.valueOf(row.getString("kind")),
                        row.getString("agency"),
                        row.getString("category"),
                        row.getBoolean("emergency")),
                row.getString("description"),
                place(row),
                new Complaint.Privacy(row.getBoolean("anonymous"), row.getBoolean("confidential")),
                verdict(row),
                handling(row),
                new Custody(
                        names(row, "given_by"),
                        optionalTime(row, "disputed_at"),
                        row.getObject("part_of", UUID.class),
                        names(row, "involved")),
                optionalTime(row, "published_at"),
                time(row, "updated_at"));
    }

    private static List<String> names(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static Place place(ResultSet row) throws SQLException {
        var point = (PGpoint) row.getObject("position");
        return new Place(
                point == null ? null : new Position(point.y, point.x),
                row.getObject("accuracy_m") == null ? null : row.getDouble("accuracy_m"),
                PositionSource.valueOf(row.getString("position_source")),
                row.getString("address"),
                row.getString("kelurahan"));
    }

    private static Verdict verdict(ResultSet row) throws SQLException {
        var reason = row.getString("dismissal_reason");
        return new Verdict(
                Validation.valueOf(row.getString("validation")),
                reason == null ? null : DismissalReason.valueOf(reason),
                row.getObject("merged_into", UUID.class),
                row.getBoolean("appealed"),
                optionalTime(row, "validated_at"));
    }

    private static Handling handling(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return new Handling(
                Progress.valueOf(row.getString("progress")),
                outcome == null ? null : Outcome.valueOf(outcome),
                optionalTime(row, "started_at"),
                optionalTime(row, "finished_at"),
                optionalTime(row, "contestable_until"),
                optionalTime(row, "confirmed_at"),
                row.getObject("stars", Integer.class),
                optionalTime(row, "asked_at"),
                optionalTime(row, "promised_by"),
                proposal(row));
    }

    private static @Nullable Proposal proposal(ResultSet row) throws SQLException {
        var at = optionalTime(row, "proposed_at");
        return at == null
                ? null
                : new Proposal(
                        Outcome.valueOf(row.getString("proposed_outcome")),
                        row.getString("proposed_words"),
                        at,
                        row.getObject("proposed_by", UUID.class));
    }

    /** Binds all that a change can touch, and the id and version by which it is found. */
    static <S extends SqlStatement<S>> S bindState(S statement, Complaint complaint) {
        var verdict = complaint.verdict();
        var handling = complaint.handling();
        var proposal = handling.proposal();
        return statement
                .bind("id", complaint.id())
                .bind("version", complaint.version())
                .bind("kind", complaint.subject().kind().name())
                .bind("agency", complaint.subject().agency())
                .bind("category", complaint.subject().category())
                .bind("emergency", complaint.subject().emergency())
                .bind("anonymous", complaint.privacy().anonymous())
                .bind("confidential", complaint.privacy().confidential())
                .bind("validation", verdict.validation().name())
                .bind(
                        "reason",
                        verdict.reason() == null ? null : verdict.reason().name())
                .bind("into", verdict.mergedInto())
                .bind("appealed", verdict.appealed())
                .bind("validated", verdict.at())
                .bind("progress", handling.progress().name())
                .bind(
                        "outcome",
                        handling.outcome() == null ? null : handling.outcome().name())
                .bind("started", handling.startedAt())
                .bind("finished", handling.finishedAt())
                .bind("contestable", handling.contestableUntil())
                .bind("confirmed", handling.confirmedAt())
                .bind("stars", handling.stars())
                .bind("asked", handling.askedAt())
                .bind("promised", handling.promisedBy())
                .bind("proposedAt", proposal == null ? null : proposal.at())
                .bind("proposedBy", proposal == null ? null : proposal.by())
                .bind(
                        "proposedOutcome",
                        proposal == null ? null : proposal.outcome().name())
                .bind("proposedWords", proposal == null ? null : proposal.words())
                .bindArray("givenBy", String.class, complaint.custody().before())
                .bind("disputed", complaint.custody().disputedAt())
                .bind("published", complaint.publishedAt())
                .bind("updated", complaint.updatedAt());
    }

    static @Nullable PGpoint point(@Nullable Position position) {
        return position == null ? null : new PGpoint(position.longitude(), position.latitude());
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant optionalTime(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
