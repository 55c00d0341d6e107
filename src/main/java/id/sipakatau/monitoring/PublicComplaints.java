package id.sipakatau.monitoring;

import id.sipakatau.city.Position;
import id.sipakatau.complaint.Progress;
import id.sipakatau.complaint.TrackingNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What the public may read of complaints: lists, counts and single ones, all through {@code public_complaint}. */
@ApplicationScoped
class PublicComplaints {

    static final int PAGE = 20;

    private static final Duration SOLVED_OF_LATE = Duration.ofDays(7);
    private static final int SOLVED = 4;

    private final Jdbi jdbi;
    private final InstantSource clock;

    PublicComplaints(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Where a list goes on: after the complaint published then, with this id. */
    record Cursor(Instant publishedAt, UUID id) {

        /** A cursor as it stands in an address; empty if it is none. */
        static Optional<Cursor> parse(String text) {
            int gap = text.indexOf('_');
            try {
                return gap < 0
                        ? Optional.empty()
                        : Optional.of(new Cursor(
                                Instant.parse(text.substring(0, gap)), UUID.fromString(text.substring(gap + 1))));
            } catch (IllegalArgumentException | java.time.DateTimeException mangled) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return publishedAt + "_" + id;
        }
    }

    /** One page of a list, newest first; {@code next} is empty on the last page. */
    record Listing(
            List<PublicComplaint> complaints, @Nullable Cursor next) {}

    Listing newest(Filter filter, @Nullable Cursor after) {
        var found = jdbi.withHandle(handle -> {
            // The ids first, from an index alone: a window may hold thousands of which one page is read.
            var query = handle.createQuery("SELECT " + PublicComplaint.COLUMNS + " FROM public_complaint WHERE id IN ("
                    + "SELECT id FROM public_complaint WHERE " + filter.conditions()
                    + (after == null ? "" : " AND (published_at, id) < (:afterTime, :afterId)")
                    + " ORDER BY published_at DESC, id DESC LIMIT :most)"
                    + " ORDER BY published_at DESC, id DESC"); // index complaint_published,
            // complaint_published_position
            var bound = filter.bind(query, clock.instant()).bind("most", PAGE + 1);
            if (after != null) {
                bound.bind("afterTime", after.publishedAt).bind("afterId", after.id);
            }
            return bound.map(PublicComplaint::of).list();
        });
        if (found.size() <= PAGE) {
            return new Listing(found, null);
        }
        var page = found.subList(0, PAGE);
        return new Listing(
                page, new Cursor(page.getLast().publishedAt(), page.getLast().id()));
    }

    /** How many complaints there are in each progress, whatever progress the filter asks for. */
    Map<Progress, Long> counts(Filter filter) {
        var counts = new EnumMap<Progress, Long>(Progress.class);
        for (var progress : Progress.values()) {
            counts.put(progress, 0L);
        }
        var all = filter.withProgress(null);
        jdbi.useHandle(handle -> {
            var query = handle.createQuery(
                    "SELECT progress, count(*) AS complaints FROM public_complaint WHERE " + all.conditions()
                            + " GROUP BY progress"); // index complaint_published, complaint_published_position
            all.bind(query, clock.instant())
                    .map((row, context) ->
                            Map.entry(Progress.valueOf(row.getString("progress")), row.getLong("complaints")))
                    .forEach(each -> counts.put(each.getKey(), each.getValue()));
        });
        return counts;
    }

    /** What was put right in the last days, the nearest first where a place is given, else the newest. */
    List<PublicComplaint> solved(@Nullable Position near) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery("SELECT " + PublicComplaint.COLUMNS + """
                     FROM public_complaint
                    WHERE progress = 'DONE' AND outcome = 'RESOLVED' AND finished_at > :since
                    ORDER BY\s"""
                            + (near == null ? "" : "position <-> point(:lon, :lat) NULLS LAST, ")
                            + """
                    finished_at DESC LIMIT :most
                    """) // index complaint_solved
                    .bind("since", clock.instant().minus(SOLVED_OF_LATE))
                    .bind("most", SOLVED);
            if (near != null) {
                query.bind("lat", near.latitude()).bind("lon", near.longitude());
            }
            return query.map(PublicComplaint::of).list();
        });
    }

    Optional<PublicComplaint> find(TrackingNumber number) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT " + PublicComplaint.COLUMNS + " FROM public_complaint WHERE tracking_number = :number")
                .bind("number", number.text())
                .map(PublicComplaint::of)
                .findOne());
    }

    /** Those of the given complaints that the public may see. */
    List<PublicComplaint> among(Collection<UUID> ids) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT " + PublicComplaint.COLUMNS + " FROM public_complaint WHERE id = ANY (:ids)")
                .bindArray("ids", UUID.class, ids)
                .map(PublicComplaint::of)
                .list());
    }
}
