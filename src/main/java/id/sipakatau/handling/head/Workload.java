package id.sipakatau.handling.head;

import id.sipakatau.complaint.Headline;
import id.sipakatau.handling.assignment.Assignee;
import id.sipakatau.handling.assignment.Teams;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** How the work of an agency is spread over its people and teams. */
@ApplicationScoped
class Workload {

    private static final Duration LATELY = Duration.ofDays(7);
    private static final int MOST_OVERDUE = 100;

    private final Jdbi jdbi;
    private final Teams teams;
    private final InstantSource clock;

    Workload(Jdbi jdbi, Teams teams, InstantSource clock) {
        this.jdbi = jdbi;
        this.teams = teams;
        this.clock = clock;
    }

    /**
     * What one has in hand.
     *
     * @param name empty for what is nobody's
     * @param overdue of the open ones, those whose promised time has passed while neither a question stops the clock nor a head is waited for
     * @param done in the last seven days
     */
    record Share(@Nullable String name, long open, long overdue, long done) {}

    /**
     * A case whose time has passed.
     *
     * @param dueAt by when it was to be done: later than promised where a question was waited for
     */
    record Overdue(
            String number,
            String title,
            Instant dueAt,
            @Nullable String assignee) {}

    private record Counted(@Nullable UUID staffId, @Nullable UUID teamId, long open, long overdue, long done) {
        Assignee assignee() {
            return new Assignee(staffId, teamId);
        }
    }

    private record Row(
            String trackingNumber,
            String description,
            Instant dueAt,
            @Nullable UUID staffId,
            @Nullable UUID teamId) {
        Assignee assignee() {
            return new Assignee(staffId, teamId);
        }
    }

    /** Everybody who has something in hand or could have, by name, teams behind people; at the end what is nobody's. */
    List<Share> of(String agency) {
        return jdbi.withHandle(handle -> {
            var now = clock.instant();
            var counted = handle.createQuery("""
                            SELECT staff_id, team_id, sum(open) AS open, sum(overdue) AS overdue, sum(done) AS done FROM (
                                SELECT a.staff_id, a.team_id, count(*) AS open,
                                       count(*) FILTER (WHERE c.promised_by < :now AND c.proposed_at IS NULL
                                                            AND (c.asked_at IS NULL OR k.due_then < :now)) AS overdue,
                                       0 AS done
                                FROM agency_complaint c
                                LEFT JOIN case_assignment a ON a.complaint_id = c.id AND a.agency = c.agency
                                LEFT JOIN running_clock k ON k.complaint_id = c.id AND k.stands_until <= :now
                                WHERE c.agency = :agency AND c.progress <> 'DONE' -- index complaint_open
                                GROUP BY 1, 2
                                UNION ALL
                                SELECT a.staff_id, a.team_id, 0, 0, count(*)
                                FROM agency_complaint c
                                LEFT JOIN case_assignment a ON a.complaint_id = c.id AND a.agency = c.agency
                                WHERE c.agency = :agency AND c.progress = 'DONE' AND c.finished_at > :lately
                                GROUP BY 1, 2 -- index complaint_done
                            ) AS counts GROUP BY 1, 2
                            """)
                    .bind("agency", agency)
                    .bind("now", now)
                    .bind("lately", now.minus(LATELY))
                    .mapTo(Counted.class)
                    .list();
            var names =
                    teams.names(handle, counted.stream().map(Counted::assignee).toList());
            var shares = new ArrayList<Share>();
            var rest = new ArrayList<>(counted);
            for (var person : teams.people(agency)) {
                var own = Assignee.person(person.id());
                shares.add(share(person.name(), own, rest));
            }
            rest.stream()
                    .filter(each -> !each.assignee().nobody())
                    .map(each ->
                            new Share(names.getOrDefault(each.assignee(), "—"), each.open, each.overdue, each.done))
                    .sorted(Comparator.comparing(each -> String.valueOf(each.name)))
                    .forEach(shares::add);
            shares.add(share(null, Assignee.NOBODY, rest));
            return shares;
        });
    }

    /** Takes a share out of those that are left. */
    private static Share share(@Nullable String name, Assignee whose, List<Counted> rest) {
        var own = rest.stream().filter(each -> each.assignee().equals(whose)).findFirst();
        own.ifPresent(rest::remove);
        return own.map(each -> new Share(name, each.open, each.overdue, each.done))
                .orElse(new Share(name, 0, 0, 0));
    }

    /** What is overdue, the longest first. */
    List<Overdue> overdue(String agency) {
        return jdbi.withHandle(handle -> {
            var rows = handle.createQuery("""
                            SELECT c.tracking_number, left(c.description, 300) AS description,
                                   coalesce(k.due_then, c.promised_by) AS due_at, a.staff_id, a.team_id
                            FROM agency_complaint c
                            LEFT JOIN case_assignment a ON a.complaint_id = c.id AND a.agency = c.agency
                            LEFT JOIN running_clock k ON k.complaint_id = c.id AND k.stands_until <= :now
                            WHERE c.agency = :agency AND c.progress <> 'DONE' AND c.promised_by < :now
                              AND c.proposed_at IS NULL AND (c.asked_at IS NULL OR k.due_then < :now)
                            ORDER BY c.promised_by LIMIT :most
                            """) // index complaint_open, complaint_clock_running
                    .bind("agency", agency)
                    .bind("now", clock.instant())
                    .bind("most", MOST_OVERDUE)
                    .mapTo(Row.class)
                    .list();
            var names = teams.names(handle, rows.stream().map(Row::assignee).toList());
            return rows.stream()
                    .map(row -> new Overdue(
                            row.trackingNumber, Headline.of(row.description), row.dueAt, names.get(row.assignee())))
                    .toList();
        });
    }
}
