package id.sipakatau.handling;

import id.sipakatau.city.Kind;
import id.sipakatau.complaint.Headline;
import id.sipakatau.complaint.Outcome;
import id.sipakatau.complaint.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The complaints of one agency by progress, the most urgent first. */
@ApplicationScoped
class Board {

    /** A column shows so many; the count above it tells how many there are. */
    static final int MOST = 60;

    private static final Duration DONE_SHOWN_FOR = Duration.ofDays(30);
    private static final Duration SOON = Duration.ofHours(24);

    private final Jdbi jdbi;
    private final InstantSource clock;

    Board(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * A complaint on the board.
     *
     * @param stars what the reporter thinks of it; empty if it was confirmed by silence, or not yet
     * @param waiting whether a question to the reporter is open, so that the clock stands
     */
    record Case(
            String number,
            int version,
            String title,
            Kind kind,
            String category,
            @Nullable String kelurahan,
            boolean emergency,
            boolean unvalidated,
            Progress progress,
            @Nullable Outcome outcome,
            @Nullable Instant promisedBy,
            @Nullable Instant finishedAt,
            boolean confirmed,
            @Nullable Integer stars,
            boolean waiting,
            String urgency) {}

    /** @param count all there are, also those that the column leaves out */
    record Column(Progress progress, long count, List<Case> cases) {}

    List<Column> of(String agency) {
        var counts = counts(agency);
        return List.of(Progress.values()).stream()
                .map(progress -> new Column(
                        progress,
                        counts.getOrDefault(progress, 0L),
                        progress == Progress.DONE ? done(agency) : open(agency, progress)))
                .toList();
    }

    private Map<Progress, Long> counts(String agency) {
        var counts = new EnumMap<Progress, Long>(Progress.class);
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT progress, count(*) AS cases FROM agency_complaint
                        WHERE agency = :agency AND progress IN ('NOT_STARTED', 'IN_PROGRESS')
                        GROUP BY progress
                        UNION ALL
                        SELECT 'DONE', count(*) FROM agency_complaint
                        WHERE agency = :agency AND progress = 'DONE' AND finished_at > :since
                        """) // index complaint_board, complaint_done
                .bind("agency", agency)
                .bind("since", clock.instant().minus(DONE_SHOWN_FOR))
                .map((row, context) -> Map.entry(Progress.valueOf(row.getString("progress")), row.getLong("cases")))
                .forEach(each -> counts.put(each.getKey(), each.getValue())));
        return counts;
    }

    private List<Case> open(String agency, Progress progress) {
        return jdbi.withHandle(handle -> handle.createQuery(CASE + """
                         AND progress = :progress ORDER BY emergency DESC, promised_by, id LIMIT :most
                        """) // index complaint_board
                .bind("agency", agency)
                .bind("progress", progress.name())
                .bind("most", MOST)
                .map((row, context) -> oneOf(row))
                .list());
    }

    private List<Case> done(String agency) {
        return jdbi.withHandle(handle -> handle.createQuery(CASE + """
                         AND progress = 'DONE' AND finished_at > :since ORDER BY finished_at DESC LIMIT :most
                        """) // index complaint_done
                .bind("agency", agency)
                .bind("since", clock.instant().minus(DONE_SHOWN_FOR))
                .bind("most", MOST)
                .map((row, context) -> oneOf(row))
                .list());
    }

    private static final String CASE = """
            SELECT tracking_number, version, left(description, 300) AS words, kind, category, kelurahan, emergency,
                   validation, progress, outcome, promised_by, finished_at, confirmed_at, stars, asked_at
            FROM agency_complaint WHERE agency = :agency
            """;

    private Case oneOf(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        var promised = time(row, "promised_by");
        var progress = Progress.valueOf(row.getString("progress"));
        var waiting = row.getObject("asked_at") != null;
        return new Case(
                row.getString("tracking_number"),
                row.getInt("version"),
                Headline.of(row.getString("words")),
                Kind.valueOf(row.getString("kind")),
                row.getString("category"),
                row.getString("kelurahan"),
                row.getBoolean("emergency"),
                row.getString("validation").equals("PENDING"),
                progress,
                outcome == null ? null : Outcome.valueOf(outcome),
                promised,
                time(row, "finished_at"),
                row.getObject("confirmed_at") != null,
                row.getObject("stars", Integer.class),
                waiting,
                waiting ? "" : urgency(progress, promised));
    }

    /** Name of the style: how near the promised time is. */
    private String urgency(Progress progress, @Nullable Instant promised) {
        if (progress == Progress.DONE || promised == null) {
            return "";
        }
        var left = Duration.between(clock.instant(), promised);
        return left.isNegative() ? "late" : left.compareTo(SOON) < 0 ? "soon" : "";
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
