package id.sipakatau.emergency.lane;

import com.github.f4b6a3.uuid.UuidCreator;
import id.sipakatau.city.Agency;
import id.sipakatau.city.City;
import id.sipakatau.city.EmergencyNumber;
import id.sipakatau.emergency.EmergencyCalls;
import id.sipakatau.emergency.Pressed;
import id.sipakatau.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * The lane for emergencies: first the numbers to call, then a button for each agency that answers. The page asks nothing of
 * the database, so it is there at once, and a phone keeps it. Without JavaScript a second page asks whether to send.
 */
@Path("/darurat")
@PermitAll
class LanePage {

    @CheckedTemplate(basePath = "emergency")
    static class Templates {
        static native TemplateInstance lane(List<EmergencyNumber> numbers, List<Agency> agencies);

        static native TemplateInstance confirm(List<EmergencyNumber> numbers, Agency agency, String id, String key);
    }

    /**
     * What a phone sends.
     *
     * @param id UUID that the phone made; without one each sending counts
     * @param key drawn with it
     * @param agency id of the agency that is called
     * @param waited milliseconds since the person pressed
     * @param category what it is, if a complaint was begun about it
     * @param words what was written in that complaint
     */
    record Form(
            @RestForm @Nullable String id,
            @RestForm @Nullable String key,
            @RestForm @Nullable String agency,
            @RestForm @Nullable String latitude,
            @RestForm @Nullable String longitude,
            @RestForm @Nullable String accuracy,
            @RestForm @Nullable String waited,
            @RestForm @Nullable String category,
            @RestForm @Nullable String words) {}

    private final City city;
    private final EmergencyCalls calls;
    private final CallingDevice device;

    LanePage(City city, EmergencyCalls calls, CallingDevice device) {
        this.city = city;
        this.calls = calls;
        this.device = device;
    }

    /** @param dinas id of the agency to call, for the second step of a browser without JavaScript */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page(@RestQuery @Nullable String dinas) {
        return answering(dinas)
                .map(agency -> Templates.confirm(city.emergencyNumbers(), agency, newId(), newKey()))
                .orElseGet(() -> Templates.lane(
                        city.emergencyNumbers(),
                        city.emergency().answeredBy().stream()
                                .flatMap(id -> city.agency(id).stream())
                                .toList()));
    }

    @POST
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public Response call(@BeanParam Form form) {
        return Response.seeOther(URI.create(
                        answering(form.agency).map(agency -> take(form, agency)).orElse("/darurat")))
                .build();
    }

    /** @param page the caller's own page; whoever has this address is taken for the caller */
    record Taken(String page) {}

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public Taken callByScript(@BeanParam Form form) {
        var agency = answering(form.agency).orElseThrow(() -> new Problem(422, "emergency_nobody"));
        return new Taken(take(form, agency));
    }

    private String take(Form form, Agency agency) {
        var words = form.words == null ? "" : form.words;
        var pressed = new Pressed(
                id(form.id),
                form.key == null || form.key.isBlank() ? newKey() : form.key,
                agency.id(),
                Pressed.Fix.of(form.latitude, form.longitude, form.accuracy),
                waited(form.waited),
                device.remembered(),
                !words.isBlank() || (form.category != null && !form.category.isBlank()));
        var secret = calls.take(pressed);
        calls.find(secret).ifPresent(call -> calls.carry(call, form.category, words));
        return "/darurat/" + secret.text();
    }

    private Optional<Agency> answering(@Nullable String id) {
        return Optional.ofNullable(id)
                .flatMap(city::agency)
                .filter(agency -> city.emergency().answeredBy().contains(agency.id()));
    }

    private static UUID id(@Nullable String typed) {
        try {
            return UUID.fromString(typed == null ? newId() : typed);
        } catch (IllegalArgumentException unreadable) {
            return UuidCreator.getTimeOrderedEpoch();
        }
    }

    private static Duration waited(@Nullable String millis) {
        return millis != null && millis.matches("[0-9]{1,9}")
                ? Duration.ofMillis(Long.parseLong(millis))
                : Duration.ZERO;
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private static String newId() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }
}
