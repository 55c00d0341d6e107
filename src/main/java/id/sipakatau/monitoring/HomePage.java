package id.sipakatau.monitoring;

import id.sipakatau.city.Agency;
import id.sipakatau.city.City;
import id.sipakatau.city.Position;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The first screen of the app: what to do next, and what the city has put right of late. */
@Path("/beranda")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class HomePage {

    @CheckedTemplate(basePath = "monitoring")
    static class Templates {
        static native TemplateInstance beranda(List<Agency> agencies, List<View.Card> solved);

        static native TemplateInstance solved(List<View.Card> solved);
    }

    private final PublicComplaints complaints;
    private final PublicPhotos photos;
    private final View view;
    private final City city;

    HomePage(PublicComplaints complaints, PublicPhotos photos, View view, City city) {
        this.complaints = complaints;
        this.photos = photos;
        this.view = view;
        this.city = city;
    }

    @GET
    public TemplateInstance home() {
        return Templates.beranda(city.agencies(), solved(null));
    }

    /** What was put right near a place this week; anywhere in the city where no place is given. */
    @GET
    @Path("selesai")
    public TemplateInstance solved(@RestQuery @Nullable Double lat, @RestQuery @Nullable Double lon) {
        return Templates.solved(solved(near(lat, lon)));
    }

    private List<View.Card> solved(@Nullable Position near) {
        var solved = complaints.solved(near);
        return view.doneCards(solved, photos.thumbnails(solved));
    }

    private static @Nullable Position near(@Nullable Double latitude, @Nullable Double longitude) {
        try {
            return latitude == null || longitude == null ? null : new Position(latitude, longitude);
        } catch (IllegalArgumentException nowhere) {
            return null;
        }
    }
}
