package id.sipakatau.monitoring;

import id.sipakatau.complaint.Headline;
import id.sipakatau.complaint.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The complaints of a map window: one by one where they stand alone, gathered into cells where they crowd. */
@ApplicationScoped
class MapCells {

    /** Cells of about this many pixels; smaller ones overlap on the map. */
    private static final int CELL_PIXELS = 56;

    /** From this zoom on nothing is gathered: people look at single houses. */
    private static final int SINGLES_FROM_ZOOM = 17;

    private static final int MOST = 1_500;

    private final Jdbi jdbi;
    private final InstantSource clock;

    MapCells(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Several complaints near each other: how many, and how many of them belum, sedang, telah. */
    record Cell(double lat, double lon, long n, long b, long s, long t) {}

    /** One complaint; its progress is the word that addresses use. */
    record Single(String no, double lat, double lon, String progress, String agency, String title) {}

    record Content(List<Cell> cells, List<Single> complaints) {}

    /** @param zoom zoom level of web maps; it sets how much is gathered */
    Content of(Filter filter, int zoom) {
        var cells = new ArrayList<Cell>();
        var singles = new ArrayList<Single>();
        // At high zoom a cell is as small as a doorstep, so that only what lies on the same spot is gathered.
        double degrees = 360.0 / (256.0 * (1L << Math.min(zoom, 21)));
        double size = zoom >= SINGLES_FROM_ZOOM ? degrees : degrees * CELL_PIXELS;
        jdbi.useHandle(handle -> {
            var query = handle.createQuery("""
                    WITH cell AS (
                        SELECT avg(position[1]) AS lat, avg(position[0]) AS lon, count(*) AS n,
                               count(*) FILTER (WHERE progress = 'NOT_STARTED') AS b,
                               count(*) FILTER (WHERE progress = 'IN_PROGRESS') AS s,
                               count(*) FILTER (WHERE progress = 'DONE') AS t,
                               min(tracking_number) AS no, min(progress) AS progress, min(agency) AS agency
                        FROM public_complaint
                        WHERE position IS NOT NULL AND""" + " " + filter.conditions() + """

                        GROUP BY floor(position[0] / :size), floor(position[1] / :size)
                        ORDER BY n DESC
                        LIMIT :most)
                    SELECT cell.*, left(single.description, 200) AS words
                    FROM cell LEFT JOIN public_complaint single ON n = 1 AND single.tracking_number = no
                    ORDER BY n DESC
                    """); // index complaint_published_position
            filter.bind(query, clock.instant())
                    .bind("size", size)
                    .bind("most", MOST)
                    .map((row, context) -> add(row, cells, singles))
                    .list();
        });
        return new Content(cells, singles);
    }

    private static boolean add(ResultSet row, List<Cell> cells, List<Single> singles) throws SQLException {
        double lat = row.getDouble("lat");
        double lon = row.getDouble("lon");
        if (row.getLong("n") > 1) {
            return cells.add(
                    new Cell(lat, lon, row.getLong("n"), row.getLong("b"), row.getLong("s"), row.getLong("t")));
        }
        return singles.add(new Single(
                row.getString("no"),
                lat,
                lon,
                Filter.word(Progress.valueOf(row.getString("progress"))),
                row.getString("agency"),
                Headline.of(row.getString("words"))));
    }
}
