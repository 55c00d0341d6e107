package id.sipakatau.handling;

import id.sipakatau.city.Position;
import id.sipakatau.complaint.Headline;
import id.sipakatau.complaint.Progress;
import id.sipakatau.handling.agency.OwnCases;
import id.sipakatau.identity.Roles;
import id.sipakatau.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.postgresql.geometric.PGpoint;

/** The open cases of the operator's agency on a map. */
@Path("/operator/peta")
@RolesAllowed(Roles.OPERATOR)
@RunOnVirtualThread
class CaseMapPage {

    /** Where more lie in the window they are counted together. */
    private static final int MOST_SINGLE = 300;

    /** Cells over the width of the window. */
    private static final int CELLS = 10;

    @CheckedTemplate(basePath = "handling")
    static class Templates {
        static native TemplateInstance map(String agency, CaseFilter filter);
    }

    /** As {@code js/map/complaints.js} wants it. */
    record Answer(List<Cell> cells, List<Single> complaints) {}

    /** @param n how many cases, of which {@code b} are not begun and {@code s} are at work */
    record Cell(double lat, double lon, long n, long b, long s, long t) {}

    record Single(String no, double lat, double lon, String progress, String title) {}

    private final Jdbi jdbi;
    private final OwnCases own;
    private final InstantSource clock;

    CaseMapPage(Jdbi jdbi, OwnCases own, InstantSource clock) {
        this.jdbi = jdbi;
        this.own = own;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(@Context UriInfo address) {
        return Templates.map(own.agency(), CaseFilter.of(address.getQueryParameters()));
    }

    /** @param bbox south, west, north and east edge of the window, in degrees */
    @GET
    @Path("kasus.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Answer cases(@Context UriInfo address, @RestQuery @DefaultValue("") String bbox) {
        var window = Window.parse(bbox);
        var filter = CaseFilter.of(address.getQueryParameters());
        var singles = singles(filter, window);
        return singles.size() <= MOST_SINGLE
                ? new Answer(List.of(), singles)
                : new Answer(cells(filter, window), List.of());
    }

    private record Window(Position southWest, Position northEast) {
        static Window parse(String text) {
            var edges = text.split(",", -1);
            try {
                if (edges.length == 4) {
                    return new Window(
                            new Position(Double.parseDouble(edges[0]), Double.parseDouble(edges[1])),
                            new Position(Double.parseDouble(edges[2]), Double.parseDouble(edges[3])));
                }
            } catch (IllegalArgumentException noWindow) {
                throw new Problem(400, "error_400");
            }
            throw new Problem(400, "error_400");
        }
    }

    private static final String OPEN = """
             FROM agency_complaint c
             LEFT JOIN case_assignment a ON a.complaint_id = c.id AND a.agency = c.agency
             WHERE c.agency = :agency AND c.progress <> 'DONE'
               AND c.position <@ box(point(:west, :south), point(:east, :north))
            """; // index complaint_open

    private List<Single> singles(CaseFilter filter, Window window) {
        var sql = "SELECT c.tracking_number, c.position, c.progress, left(c.description, 300) AS words" + OPEN
                + filter.conditions() + " ORDER BY (NOT c.emergency), c.promised_by, c.id LIMIT :most";
        return jdbi.withHandle(handle -> bound(handle.createQuery(sql), filter, window)
                .bind("most", MOST_SINGLE + 1)
                .map((row, context) -> {
                    var place = (PGpoint) row.getObject("position");
                    return new Single(
                            row.getString("tracking_number"),
                            place.y,
                            place.x,
                            CaseFilter.word(Progress.valueOf(row.getString("progress"))),
                            Headline.of(row.getString("words")));
                })
                .list());
    }

    private List<Cell> cells(CaseFilter filter, Window window) {
        var sql = """
                SELECT avg(c.position[1]) AS lat, avg(c.position[0]) AS lon, count(*) AS n,
                       count(*) FILTER (WHERE c.progress = 'NOT_STARTED') AS b,
                       count(*) FILTER (WHERE c.progress = 'IN_PROGRESS') AS s, 0 AS t
                """ + OPEN + filter.conditions()
                + " GROUP BY floor(c.position[0] / :step), floor(c.position[1] / :step)";
        var step = Math.max(0.0001, (window.northEast.longitude() - window.southWest.longitude()) / CELLS);
        return jdbi.withHandle(handle -> bound(handle.createQuery(sql), filter, window)
                .bind("step", step)
                .mapTo(Cell.class)
                .list());
    }

    private Query bound(Query query, CaseFilter filter, Window window) {
        filter.bind(query, own.operator(), clock.instant());
        return query.bind("agency", own.agency())
                .bind("west", window.southWest.longitude())
                .bind("south", window.southWest.latitude())
                .bind("east", window.northEast.longitude())
                .bind("north", window.northEast.latitude());
    }
}
