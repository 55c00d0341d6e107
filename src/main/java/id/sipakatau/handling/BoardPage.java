package id.sipakatau.handling;

import id.sipakatau.identity.Roles;
import id.sipakatau.identity.Visitor;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;

/** The operator's board of three columns. */
@Path("/operator")
@RolesAllowed(Roles.OPERATOR)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class BoardPage {

    @CheckedTemplate(basePath = "handling")
    static class Templates {
        static native TemplateInstance board(String agency, List<Board.Column> columns);

        static native TemplateInstance columns(List<Board.Column> columns);
    }

    private final Board board;
    private final Visitor visitor;

    BoardPage(Board board, Visitor visitor) {
        this.board = board;
        this.visitor = visitor;
    }

    @GET
    public TemplateInstance show() {
        return Templates.board(agency(), board.of(agency()));
    }

    /** The columns alone, for when something changed. */
    @GET
    @Path("papan")
    public TemplateInstance columns() {
        return Templates.columns(board.of(agency()));
    }

    private String agency() {
        return Objects.requireNonNull(visitor.staff().agency());
    }
}
