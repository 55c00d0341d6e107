package id.sipakatau.handling;

import id.sipakatau.city.Kind;
import id.sipakatau.city.Position;
import id.sipakatau.complaint.Headline;
import id.sipakatau.complaint.Outcome;
import id.sipakatau.complaint.Progress;
import id.sipakatau.deadline.Urgency;
import id.sipakatau.handling.assignment.Assignee;
import id.sipakatau.handling.assignment.Teams;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.postgresql.geometric.PGpoint;

/** The cases of one agency: as a board of three columns, page by page, or single ones; the most urgent first. */
@ApplicationScoped
class Cases {

    /** A column shows so many; the count above it tells how many there are. */
    static final int MOST = 60;

    /** Rows of a page of the table. */
    static final int PAGE = 50;

    private static final Duration DONE_SHOWN_FOR = Duration.ofDays(30);

    private final Jdbi jdbi;
    private final Teams teams;
    private final InstantSource clock;

    Cases(Jdbi jdbi, Teams teams, InstantSource clock) {
        this.jdbi = jdbi;
        this.teams = teams;
        this.clock = clock;
    }

    /** Who looks. */
    record Viewer(String agency, UUID account) {}

    /** @param count all there are, also those that the column leaves out */
    record Column(Progress progress, long count, List<Case> cases) {}

    /** @param next where the following page begins; empty on the last one */
    record Page(List<Case> cases, @Nullable Cursor next) {}

    /**
     * The last case of a page.
     *
     * @param at when it is promised, or of one that is done, when it was
     */
    record Cursor(boolean emergency, Instant at, UUID id) {

        static Optional<Cursor> parse(String text) {
            var parts = text.split("_", -1);
            try {
                return parts.length == 3
                        ? Optional.of(new Cursor(
                                parts[0].equals("1"),
                                Instant.EPOCH.plus(Long.parseLong(parts[1]), ChronoUnit.MICROS),
                                UUID.fromString(parts[2])))
                        : Optional.empty();
            } catch (IllegalArgumentException | ArithmeticException none) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return (emergency ? "1" : "0") + "_" + ChronoUnit.MICROS.between(Instant.EPOCH, at) + "_" + id;
        }
    }

    List<Column> board(Viewer viewer, CaseFilter filter) {
        var counts = counts(viewer, filter);
        return List.of(Progress.values()).stream()
                .filter(progress -> filter.progress() == null || filter.progress() == progress)
                .map(progress ->
                        new Column(progress, counts.getOrDefault(progress, 0L), column(viewer, filter.in(progress))))
                .toList();
    }

    /** How many there are, by progress; of those that are done only the last ones. */
    Map<Progress, Long> counts(Viewer viewer, CaseFilter filter) {
        var conditions = join(filter) + " WHERE c.agency = :agency" + filter.conditions();
        var counts = new EnumMap<Progress, Long>(Progress.class);
        jdbi.useHandle(handle -> common(
                        handle.createQuery("""
                        SELECT c.progress, count(*) AS cases FROM agency_complaint c
                        """ + conditions + """
                         AND c.progress IN ('NOT_STARTED', 'IN_PROGRESS') GROUP BY c.progress
                        UNION ALL
                        SELECT 'DONE', count(*) FROM agency_complaint c
                        """ + conditions + """
                         AND c.progress = 'DONE' AND c.finished_at > :since
                        """),
                        viewer,
                        filter) // index complaint_open, complaint_done
                .bind("since", clock.instant().minus(DONE_SHOWN_FOR))
                .map((row, context) -> Map.entry(Progress.valueOf(row.getString("progress")), row.getLong("cases")))
                .forEach(each -> counts.merge(each.getKey(), each.getValue(), Long::sum)));
        return counts;
    }

    private List<Case> column(Viewer viewer, CaseFilter filter) {
        if (filter.near() != null && filter.progress() != Progress.DONE) {
            return nearest(viewer, filter, MOST);
        }
        var order = filter.progress() == Progress.DONE
                ? " AND c.finished_at > :since ORDER BY c.finished_at DESC LIMIT :most" // index complaint_done
                : " ORDER BY c.emergency DESC, c.promised_by, c.id LIMIT :most"; // index complaint_board
        return list(SELECT + filter.conditions() + order, null, query -> {
            if (filter.progress() == Progress.DONE) {
                query.bind("since", clock.instant().minus(DONE_SHOWN_FOR));
            }
            return common(query, viewer, filter).bind("most", MOST);
        });
    }

    /** A page of the table: what is open by its deadline, or what is done, the latest first. */
    Page page(Viewer viewer, CaseFilter filter, @Nullable Cursor after) {
        if (filter.near() != null && filter.progress() != Progress.DONE) {
            return new Page(nearest(viewer, filter, PAGE), null);
        }
        var done = filter.progress() == Progress.DONE;
        var from = after == null
                ? ""
                : done
                        ? " AND (c.finished_at, c.id) < (:at, :id)"
                        : " AND ((NOT c.emergency), c.promised_by, c.id) > (NOT :emergency, :at, :id)";
        var order = done
                ? " ORDER BY c.finished_at DESC, c.id DESC LIMIT :most" // index complaint_done
                : " AND c.progress <> 'DONE' ORDER BY (NOT c.emergency), c.promised_by, c.id LIMIT :most";
        // index complaint_open
        var rows = list(SELECT + filter.conditions() + from + order, null, query -> {
            if (after != null) {
                query.bind("at", after.at).bind("id", after.id);
                if (!done) {
                    query.bind("emergency", after.emergency);
                }
            }
            return common(query, viewer, filter).bind("most", PAGE + 1);
        });
        return rows.size() > PAGE
                ? new Page(rows.subList(0, PAGE), rows.get(PAGE - 1).cursor())
                : new Page(rows, null);
    }

    /** Open cases by their distance; those without a place are left out. */
    private List<Case> nearest(Viewer viewer, CaseFilter filter, int most) {
        var here = Objects.requireNonNull(filter.near());
        // A degree of longitude is as long as one of latitude so near to the equator; an agency's open cases are few.
        var sql = SELECT_NEAR + filter.conditions()
                + " AND c.progress <> 'DONE' AND c.position IS NOT NULL ORDER BY metres, c.id LIMIT :most";
        return list(
                sql,
                here,
                query -> common(query, viewer, filter)
                        .bind("lon", here.longitude())
                        .bind("lat", here.latitude())
                        .bind("most", most));
    }

    /** Those of these cases that are the agency's and meet the filter. */
    List<Case> among(Viewer viewer, CaseFilter filter, Collection<String> numbers) {
        var near = filter.near();
        var sql = (near == null ? SELECT : SELECT_NEAR + " AND c.position IS NOT NULL") + filter.conditions() + """
                 AND c.tracking_number = ANY (:numbers)
                 AND (c.progress <> 'DONE' OR c.finished_at > :since) -- index complaint_tracking_number_key
                """;
        return list(sql, near, query -> {
            if (near != null) {
                query.bind("lon", near.longitude()).bind("lat", near.latitude());
            }
            return common(query, viewer, filter)
                    .bindArray("numbers", String.class, numbers)
                    .bind("since", clock.instant().minus(DONE_SHOWN_FOR));
        });
    }

    private static final String COLUMNS = """
            SELECT c.id, c.tracking_number, c.version, left(c.description, 300) AS words, c.kind, c.category, c.kelurahan,
                   c.emergency, c.validation, c.progress, c.outcome, c.promised_by, c.finished_at, c.confirmed_at, c.stars,
                   c.proposed_at IS NOT NULL AS proposed,
                   coalesce(work.due_at, c.promised_by) AS due_at, work.stands_until, work.due_then,
                   c.whole_number, answer.due_at AS answer_by, a.staff_id, a.team_id, coalesce(a.version, 0) AS assignment
            """;

    private static final String JOIN =
            " LEFT JOIN case_assignment a ON a.complaint_id = c.id AND a.agency = c.agency"; // primary key

    /** The two clocks of each row that is shown; of work and approval only one runs at a time. */
    private static final String CLOCKS = """
             LEFT JOIN LATERAL (
                SELECT due_at, stands_until, due_then FROM running_clock
                WHERE complaint_id = c.id AND clock IN ('RESOLUTION', 'APPROVAL') LIMIT 1
            ) work ON true
            LEFT JOIN LATERAL (
                SELECT due_at FROM running_clock WHERE complaint_id = c.id AND clock = 'FIRST_ANSWER' LIMIT 1
            ) answer ON true
            """; // index complaint_clock_running

    private static final String FROM = " FROM agency_complaint c" + JOIN + CLOCKS + " WHERE c.agency = :agency";

    private static final String SELECT = COLUMNS + FROM;

    private static final String SELECT_NEAR =
            COLUMNS + ", c.position, round(111195 * (c.position <-> point(:lon, :lat))) AS metres" + FROM;

    /** Counting needs to know whose a case is only where that was asked. */
    private static String join(CaseFilter filter) {
        return filter.whose() == CaseFilter.Whose.ANYBODYS ? "" : JOIN;
    }

    private Query common(Query query, Viewer viewer, CaseFilter filter) {
        filter.bind(query, viewer.account, clock.instant());
        return query.bind("agency", viewer.agency);
    }

    /** A row with its assignee, whose name is looked up for all at once. */
    private record Found(Case each, Assignee assignee) {}

    /** @param here from where distances are told; null where none are */
    private List<Case> list(String sql, @Nullable Position here, UnaryOperator<Query> bound) {
        return jdbi.withHandle(handle -> named(
                handle,
                bound.apply(handle.createQuery(sql))
                        .map((row, context) -> found(row, here))
                        .list()));
    }

    private List<Case> named(Handle handle, List<Found> rows) {
        var names = teams.names(
                handle,
                rows.stream()
                        .map(Found::assignee)
                        .filter(each -> !each.nobody())
                        .distinct()
                        .toList());
        var cases = new ArrayList<Case>();
        for (var row : rows) {
            cases.add(row.each.of(names.get(row.assignee)));
        }
        return cases;
    }

    private Found found(ResultSet row, @Nullable Position here) throws SQLException {
        var outcome = row.getString("outcome");
        var promised = time(row, "promised_by");
        var progress = Progress.valueOf(row.getString("progress"));
        var now = clock.instant();
        var standsUntil = time(row, "stands_until");
        var waiting = standsUntil != null && now.isBefore(standsUntil);
        var due = time(row, standsUntil == null || waiting ? "due_at" : "due_then");
        var answerBy = time(row, "answer_by");
        var one = new Case(
                row.getObject("id", UUID.class),
                row.getString("tracking_number"),
                row.getString("whole_number"),
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
                due,
                time(row, "finished_at"),
                row.getObject("confirmed_at") != null,
                row.getObject("stars", Integer.class),
                waiting,
                row.getBoolean("proposed"),
                waiting || progress == Progress.DONE ? "" : urgency(due, now),
                answerBy,
                urgency(answerBy, now),
                row.getInt("assignment"),
                null,
                here == null ? null : (int) row.getDouble("metres"),
                here == null ? null : here.headingTo(place(row)));
        return new Found(
                one, new Assignee(row.getObject("staff_id", UUID.class), row.getObject("team_id", UUID.class)));
    }

    private static Position place(ResultSet row) throws SQLException {
        var point = (PGpoint) row.getObject("position");
        return new Position(point.y, point.x);
    }

    private static String urgency(@Nullable Instant due, Instant now) {
        return due == null ? "" : Urgency.of(due, now);
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
