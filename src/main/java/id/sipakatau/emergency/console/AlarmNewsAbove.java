package id.sipakatau.emergency.console;

import id.sipakatau.identity.Roles;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Tells the administrators' pages to look whether a call has become theirs to know. */
@Path("/admin/darurat/langsung")
@Singleton
class AlarmNewsAbove {

    private final AlarmNews news;

    AlarmNewsAbove(AlarmNews news) {
        this.news = news;
    }

    @GET
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<AlarmNews.News> listen() {
        return news.above();
    }
}
