package id.sipakatau.handling;

import id.sipakatau.handling.agency.OwnCases;
import id.sipakatau.identity.Roles;
import id.sipakatau.web.Page;
import id.sipakatau.web.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Keeps filters of the console under names, and forgets them. */
@Path("/operator/tampilan")
@RolesAllowed(Roles.OPERATOR)
@RunOnVirtualThread
class ViewPages {

    private final SavedViews views;
    private final OwnCases own;
    private final Page page;

    ViewPages(SavedViews views, OwnCases own, Page page) {
        this.views = views;
        this.own = own;
        this.page = page;
    }

    /** @param kueri the filter as it stood in the address; what it can't mean is left out */
    @POST
    public Response keep(
            @RestForm @DefaultValue("") String nama,
            @RestForm @DefaultValue("") String kueri,
            @RestForm @DefaultValue("false") boolean utama) {
        var name = nama.strip();
        // Where the operator stands is for the moment, and kept nowhere.
        var query = Queries.filter(kueri).byDeadline().query();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > SavedViews.LONGEST_NAME) {
            throw new Problem(422, "handling_view_name_wrong", SavedViews.LONGEST_NAME).back("/operator?" + query);
        }
        if (!views.keep(own.operator(), name, query, utama)) {
            throw new Problem(409, "handling_view_too_many", SavedViews.MOST).back("/operator?" + query);
        }
        page.leaveNotice("handling_view_kept");
        return to(query.isEmpty() ? "/operator?semua=1" : "/operator?" + query);
    }

    @POST
    @Path("{id}/utama")
    public Response prefer(@RestPath UUID id) {
        views.prefer(own.operator(), id);
        return to("/operator?semua=1");
    }

    @POST
    @Path("{id}/hapus")
    public Response delete(@RestPath UUID id) {
        views.delete(own.operator(), id);
        page.leaveNotice("handling_view_deleted");
        return to("/operator?semua=1");
    }

    private static Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
