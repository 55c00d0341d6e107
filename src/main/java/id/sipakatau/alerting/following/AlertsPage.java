package id.sipakatau.alerting.following;

import id.sipakatau.alerting.following.AlertsForm.Place;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The page "beri tahu saya" wherever it is: of one's own complaint, of a public one, of a place or kind. */
@PermitAll
@RunOnVirtualThread
abstract class AlertsPage {

    private final AlertsForm form;

    AlertsPage(AlertsForm form) {
        this.form = form;
    }

    /**
     * What is to be followed here.
     *
     * @param parameters those of the path
     */
    abstract Place place(MultivaluedMap<String, String> parameters);

    final Place place(UriInfo address) {
        return place(address.getPathParameters());
    }

    final AlertsForm form() {
        return form;
    }

    @GET
    public TemplateInstance show(@Context UriInfo address) {
        return form.show(place(address));
    }

    @POST
    public Response ask(@Context UriInfo address, @RestForm @Nullable String email) {
        return form.ask(place(address), email);
    }

    /** A browser wants messages; sent by {@code js/alerts.js}. */
    @POST
    @Path("dorong")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@Context UriInfo address, @Nullable SentBrowser browser) {
        return form.add(place(address), browser);
    }

    @POST
    @Path("dorong/berhenti")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response end(@Context UriInfo address, @Nullable SentBrowser browser) {
        return form.end(place(address), browser);
    }
}
