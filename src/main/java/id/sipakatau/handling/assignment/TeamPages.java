package id.sipakatau.handling.assignment;

import id.sipakatau.handling.agency.OwnCases;
import id.sipakatau.identity.Roles;
import id.sipakatau.identity.StaffAccount;
import id.sipakatau.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Where an agency's head puts field teams together. */
@Path("/operator/kepala/regu")
@RolesAllowed(Roles.HEAD)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class TeamPages {

    private static final URI LIST = URI.create("/operator/kepala/regu");

    @CheckedTemplate(basePath = "handling")
    static class Templates {
        static native TemplateInstance teams(Shown shown);
    }

    /**
     * What the page shows.
     *
     * @param name what was typed and could not be stored
     * @param error what was wrong with it; empty if nothing was
     */
    record Shown(
            String agency,
            List<Teams.Team> teams,
            List<StaffAccount> people,
            String name,
            @Nullable String error) {}

    private final Teams teams;
    private final OwnCases own;
    private final Page page;

    TeamPages(Teams teams, OwnCases own, Page page) {
        this.teams = teams;
        this.own = own;
        this.page = page;
    }

    @GET
    public TemplateInstance list() {
        return shown("", null);
    }

    @POST
    public Response make(@RestForm @DefaultValue("") String nama, @RestForm List<UUID> anggota) {
        var name = nama.strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > Teams.LONGEST_NAME) {
            return again(nama, page.text("handling_team_name_wrong", Teams.LONGEST_NAME));
        } else if (!teams.make(own.agency(), name, anggota)) {
            return again(nama, page.text("handling_team_name_taken"));
        }
        page.leaveNotice("handling_team_made");
        return Response.seeOther(LIST).build();
    }

    @POST
    @Path("{id}")
    public Response change(@RestPath UUID id, @RestForm List<UUID> anggota) {
        if (teams.change(own.agency(), id, anggota)) {
            page.leaveNotice("handling_team_changed");
        }
        return Response.seeOther(LIST).build();
    }

    @POST
    @Path("{id}/hapus")
    public Response dissolve(@RestPath UUID id) {
        teams.dissolve(own.agency(), id);
        page.leaveNotice("handling_team_dissolved");
        return Response.seeOther(LIST).build();
    }

    private Response again(String name, String error) {
        return Response.status(422).entity(shown(name, error)).build();
    }

    private TemplateInstance shown(String name, @Nullable String error) {
        return Templates.teams(
                new Shown(own.agency(), teams.of(own.agency()), teams.people(own.agency()), name, error));
    }
}
