package id.sipakatau.handling.head;

import id.sipakatau.complaint.Headline;
import id.sipakatau.deadline.Urgency;
import id.sipakatau.handling.agency.OwnCases;
import id.sipakatau.identity.Staff;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Completions of the agency that wait for its head; the number of those that the head may decide on is <code>{cdi:menunggu.count}</code>. */
@Named("menunggu")
@RequestScoped
public class Waiting {

    private static final int MOST = 100;

    private final Jdbi jdbi;
    private final Staff staff;
    private final OwnCases own;
    private final InstantSource clock;

    Waiting(Jdbi jdbi, Staff staff, OwnCases own, InstantSource clock) {
        this.jdbi = jdbi;
        this.staff = staff;
        this.own = own;
        this.clock = clock;
    }

    /**
     * A completion that waits.
     *
     * @param by who proposed it; empty for an account that is no more
     * @param mine whether the head proposed it, so that somebody else decides
     */
    record Item(
            String number,
            String title,
            Instant dueAt,
            String urgency,
            @Nullable String by,
            boolean mine) {}

    private record Row(String trackingNumber, String description, Instant dueAt, UUID proposedBy) {}

    public long count() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT count(*) FROM agency_complaint
                        WHERE agency = :agency AND proposed_at IS NOT NULL AND proposed_by <> :me
                        """) // index complaint_proposed
                .bind("agency", own.agency())
                .bind("me", own.operator())
                .mapTo(Long.class)
                .one());
    }

    /** What is to be decided first first. */
    List<Item> all() {
        var now = clock.instant();
        return jdbi.withHandle(handle -> {
            var rows = handle.createQuery("""
                            SELECT c.tracking_number, left(c.description, 300) AS description, k.due_at, c.proposed_by
                            FROM agency_complaint c
                            JOIN running_clock k ON k.complaint_id = c.id AND k.clock = 'APPROVAL'
                            WHERE c.agency = :agency AND c.proposed_at IS NOT NULL
                            ORDER BY k.due_at, c.id LIMIT :most
                            """) // index complaint_proposed, complaint_clock_running
                    .bind("agency", own.agency())
                    .bind("most", MOST)
                    .mapTo(Row.class)
                    .list();
            var names = staff.names(handle, rows.stream().map(Row::proposedBy).toList());
            return rows.stream()
                    .map(row -> new Item(
                            row.trackingNumber,
                            Headline.of(row.description),
                            row.dueAt,
                            Urgency.of(row.dueAt, now),
                            names.get(row.proposedBy),
                            row.proposedBy.equals(own.operator())))
                    .toList();
        });
    }
}
