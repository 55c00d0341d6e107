package id.sipakatau.handling;

import id.sipakatau.city.City;
import id.sipakatau.city.Kind;
import id.sipakatau.complaint.Progress;
import id.sipakatau.handling.agency.OwnCases;
import id.sipakatau.handling.assignment.Teams;
import id.sipakatau.handling.field.KeptOnPhone;
import id.sipakatau.handling.shift.ShiftNotes;
import id.sipakatau.identity.Roles;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The operator's cases as a board of three columns or as a table. */
@Path("/operator")
@RolesAllowed(Roles.OPERATOR)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class BoardPage {

    /** The cookie that remembers how the operator likes to see the cases. */
    private static final String SHAPE = "tampilan";

    private static final String TABLE = "tabel";
    private static final String BOARD = "papan";

    /** How many cases one request for single ones may name. */
    private static final int MOST_NUMBERS = 40;

    @CheckedTemplate(basePath = "handling")
    static class Templates {
        static native TemplateInstance board(Shown shown);

        static native TemplateInstance list(Shown shown);

        static native TemplateInstance some(Shown shown, List<Case> cases, Map<Progress, Long> counts);
    }

    /**
     * What the page shows.
     *
     * @param columns of the board; empty for a table
     * @param rows of the table; null for a board
     * @param choices whom cases can be given to
     * @param handedOver what earlier shifts left and the operator has not read
     */
    record Shown(
            String agency,
            CaseFilter filter,
            boolean table,
            List<Cases.Column> columns,
            Cases.@Nullable Page rows,
            boolean later,
            List<SavedViews.View> views,
            Teams.@Nullable Choices choices,
            List<ShiftNotes.ShiftNote> handedOver,
            City city) {

        public List<Kind> kinds() {
            return List.of(Kind.values());
        }

        public List<Progress> progresses() {
            return List.of(Progress.values());
        }

        public String word(Object value) {
            return value instanceof Kind kind ? CaseFilter.word(kind) : CaseFilter.word((Progress) value);
        }

        public boolean is(Object value) {
            return value.equals(filter.kind()) || value.equals(filter.progress());
        }

        public String query() {
            return filter.query();
        }

        /** The same cases in another shape. */
        public String as(String shape) {
            var query = filter.query();
            return "/operator?" + SHAPE + "=" + shape + (query.isEmpty() ? "&semua=1" : "&" + query);
        }

        public String next() {
            return "/operator?" + SHAPE + "=" + TABLE + "&" + filter.query() + "&setelah="
                    + (rows == null ? "" : rows.next());
        }

        public boolean filtered() {
            return !filter.byDeadline().parameters().isEmpty();
        }
    }

    private final Cases cases;
    private final SavedViews views;
    private final Teams teams;
    private final ShiftNotes shifts;
    private final OwnCases own;
    private final City city;

    BoardPage(Cases cases, SavedViews views, Teams teams, ShiftNotes shifts, OwnCases own, City city) {
        this.cases = cases;
        this.views = views;
        this.teams = teams;
        this.shifts = shifts;
        this.own = own;
        this.city = city;
    }

    /** Without anything in the address it begins with the view that the operator prefers. */
    @GET
    @KeptOnPhone
    public Response show(
            @Context UriInfo address,
            @RestQuery @Nullable String tampilan,
            @RestQuery @Nullable String setelah,
            @CookieParam(SHAPE) @Nullable String remembered) {
        var query = address.getQueryParameters();
        if (query.keySet().stream().noneMatch(name -> !name.equals("lang"))) {
            var preferred =
                    views.preferred(own.operator()).filter(view -> !view.query().isEmpty());
            if (preferred.isPresent()) {
                return Response.seeOther(
                                URI.create("/operator?" + preferred.get().query()))
                        .build();
            }
        }
        var filter = CaseFilter.of(query);
        var table = TABLE.equals(tampilan == null ? remembered : tampilan);
        var answer = Response.ok(Templates.board(shown(filter, table, setelah, true)));
        return tampilan == null ? answer.build() : answer.cookie(cookie(table)).build();
    }

    /** The list alone, for when something may have been missed. */
    @GET
    @Path("papan")
    public TemplateInstance list(
            @Context UriInfo address, @RestQuery @Nullable String tampilan, @RestQuery @Nullable String setelah) {
        return Templates.list(
                shown(CaseFilter.of(address.getQueryParameters()), TABLE.equals(tampilan), setelah, false));
    }

    /** Single cases, for when they have changed; those that are not among the ones shown are left out. */
    @GET
    @Path("baris")
    public TemplateInstance some(
            @Context UriInfo address, @RestQuery @Nullable String tampilan, @RestQuery List<String> nomor) {
        var filter = CaseFilter.of(address.getQueryParameters());
        var table = TABLE.equals(tampilan);
        var shown = new Shown(own.agency(), filter, table, List.of(), null, false, List.of(), null, List.of(), city);
        var found =
                cases.among(viewer(), filter, nomor.stream().limit(MOST_NUMBERS).toList());
        return Templates.some(
                shown,
                // A table without a filter by progress holds what is open.
                found.stream()
                        .filter(each -> !table || filter.progress() != null || each.progress() != Progress.DONE)
                        .toList(),
                cases.counts(viewer(), filter));
    }

    private Shown shown(CaseFilter filter, boolean table, @Nullable String after, boolean whole) {
        var cursor = after == null ? null : Cases.Cursor.parse(after).orElse(null);
        return new Shown(
                own.agency(),
                filter,
                table,
                table ? List.of() : cases.board(viewer(), filter),
                table ? cases.page(viewer(), filter, cursor) : null,
                cursor != null,
                whole ? views.of(own.operator()) : List.of(),
                whole ? teams.choices(own.agency()) : null,
                whole ? shifts.unread(own.agency(), own.operator()) : List.of(),
                city);
    }

    private Cases.Viewer viewer() {
        return new Cases.Viewer(own.agency(), own.operator());
    }

    private static NewCookie cookie(boolean table) {
        return new NewCookie.Builder(SHAPE)
                .value(table ? TABLE : BOARD)
                .path("/operator")
                .maxAge((int) Duration.ofDays(365).toSeconds())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
