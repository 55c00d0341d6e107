package id.sipakatau.complaint;

import id.sipakatau.city.Category;
import id.sipakatau.city.City;
import id.sipakatau.city.Kind;
import id.sipakatau.city.Position;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.postgresql.geometric.PGpoint;

/**
 * Public complaints of the same kind and category near a place that are not done yet, for somebody who is about to file another
 * one. How near and how old is the city's word ({@link City.Similar}).
 */
@ApplicationScoped
public class SimilarComplaints {

    /** More would keep a person from filing. */
    static final int MOST = 3;

    private static final double METRES_PER_DEGREE = 111_195;

    private final Jdbi jdbi;
    private final City city;
    private final InstantSource clock;

    SimilarComplaints(Jdbi jdbi, City city, InstantSource clock) {
        this.jdbi = jdbi;
        this.city = city;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param metres from the place that was asked for; none where that is an area
     * @param supporters how many devices say that it is theirs too
     */
    public record Similar(
            UUID id,
            TrackingNumber number,
            String description,
            Progress progress,
            Instant receivedAt,
            @Nullable Double metres,
            long supporters) {}

    /** Within the city's radius of a position, the nearest first, and of those at one place the newest. */
    public List<Similar> near(Kind kind, Category category, Position here) {
        double radius = city.similar().radiusMetres();
        double north = radius / METRES_PER_DEGREE;
        double east = north / Math.cos(Math.toRadians(here.latitude()));
        return jdbi
                .withHandle(handle -> common(handle.createQuery(SELECT + """
                          AND position <@ box(point(:west, :south), point(:east, :north))
                        ORDER BY position <-> point(:lon, :lat), published_at DESC LIMIT :most -- index complaint_published_position
                        """), kind, category)
                        .bind("west", here.longitude() - east)
                        .bind("east", here.longitude() + east)
                        .bind("south", here.latitude() - north)
                        .bind("north", here.latitude() + north)
                        .bind("lat", here.latitude())
                        .bind("lon", here.longitude())
                        .map((row, context) -> {
                            var at = (PGpoint) row.getObject("position");
                            return similar(row, here.metresTo(new Position(at.y, at.x)));
                        })
                        .list())
                .stream()
                .filter(each -> each.metres() != null && each.metres() <= radius)
                .toList();
    }

    /** In a kelurahan, the newest first. */
    public List<Similar> in(Kind kind, Category category, String kelurahan) {
        return jdbi.withHandle(handle -> common(handle.createQuery(SELECT + """
                          AND kelurahan = :kelurahan
                        ORDER BY published_at DESC, id DESC LIMIT :most -- index complaint_published
                        """), kind, category)
                .bind("kelurahan", kelurahan)
                .map((row, context) -> similar(row, null))
                .list());
    }

    private static final String SELECT = """
            SELECT id, tracking_number, description, position, progress, received_at,
                   (SELECT count(*) FROM complaint_support WHERE complaint_id = public_complaint.id) AS supporters
            FROM public_complaint
            WHERE kind = :kind AND category = :category AND progress <> 'DONE' AND published_at > :since
            """;

    private Query common(Query query, Kind kind, Category category) {
        return query.bind("kind", kind.name())
                .bind("category", category.id())
                .bind(
                        "since",
                        clock.instant().minus(Duration.ofDays(city.similar().days())))
                .bind("most", MOST);
    }

    private static Similar similar(ResultSet row, @Nullable Double metres) throws SQLException {
        return new Similar(
                row.getObject("id", UUID.class),
                new TrackingNumber(row.getString("tracking_number")),
                row.getString("description"),
                Progress.valueOf(row.getString("progress")),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                metres,
                row.getLong("supporters"));
    }
}
