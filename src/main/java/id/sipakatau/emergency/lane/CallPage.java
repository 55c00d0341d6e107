package id.sipakatau.emergency.lane;

import id.sipakatau.city.Category;
import id.sipakatau.city.City;
import id.sipakatau.city.EmergencyNumber;
import id.sipakatau.complaint.ChangedMeanwhile;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.FollowSecret;
import id.sipakatau.complaint.IllegalTransition;
import id.sipakatau.emergency.CallTimes;
import id.sipakatau.emergency.EmergencyCall;
import id.sipakatau.emergency.EmergencyCalls;
import id.sipakatau.emergency.IllegalStep;
import id.sipakatau.emergency.JoinedCall;
import id.sipakatau.emergency.JoinedCalls;
import id.sipakatau.emergency.Pressed;
import id.sipakatau.evidence.Photo;
import id.sipakatau.evidence.PhotoVault;
import id.sipakatau.evidence.PhotoVault.Intake;
import id.sipakatau.web.Page;
import id.sipakatau.web.Problem;
import id.sipakatau.web.SecretPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/**
 * The caller's own page: how far the help is, what it is, where the caller is. Whoever has its address is taken for the
 * caller; a wrong address and one of a complaint that is no call get the same answer. News of it come by
 * {@code /ikuti/{secret}/langsung}.
 */
@Path("/darurat/{secret}")
@PermitAll
@SecretPage
@RunOnVirtualThread
class CallPage {

    @CheckedTemplate(basePath = "emergency")
    static class Templates {
        static native TemplateInstance call(Shown shown);

        static native TemplateInstance state(Shown shown);
    }

    /**
     * What the page shows.
     *
     * @param joined whether it rings with another call, of which its caller learns nothing
     * @param kinds what it may be
     * @param typed words that could not be taken
     * @param error what was wrong with them; empty if nothing was
     */
    record Shown(
            String secret,
            EmergencyCall call,
            boolean joined,
            List<EmergencyNumber> numbers,
            List<Category> kinds,
            String typed,
            @Nullable String error) {

        public List<CallTimes.Step> steps() {
            return CallTimes.of(call);
        }
    }

    /** Further photos are refused: four say enough, and each costs the caller time. */
    private static final int MOST_PHOTOS = 4;

    private final EmergencyCalls calls;
    private final JoinedCalls joinedCalls;
    private final PhotoVault vault;
    private final City city;
    private final Page page;

    CallPage(EmergencyCalls calls, JoinedCalls joinedCalls, PhotoVault vault, City city, Page page) {
        this.calls = calls;
        this.joinedCalls = joinedCalls;
        this.vault = vault;
        this.city = city;
        this.page = page;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(@RestPath String secret) {
        return Templates.call(shown(secret, "", null));
    }

    /** What changes while the page is open. */
    @GET
    @Path("keadaan")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance state(@RestPath String secret) {
        return Templates.state(shown(secret, "", null));
    }

    /** Where the caller is now; 410 once nobody asks any more, so that the phone stops. */
    @POST
    @Path("posisi")
    public Response move(
            @RestPath String secret,
            @RestForm @Nullable String latitude,
            @RestForm @Nullable String longitude,
            @RestForm @Nullable String accuracy) {
        var own = own(secret);
        if (!own.call.isOpen()) {
            return Response.status(Response.Status.GONE).build();
        }
        var fix = Pressed.Fix.of(latitude, longitude, accuracy);
        if (fix == null) {
            throw new Problem(422, "emergency_no_fix");
        }
        if (own.joined == null) {
            calls.move(own.call, fix);
        } else {
            joinedCalls.move(own.joined, fix);
        }
        return Response.noContent().build();
    }

    /** What it is, in a tap, in words, by photos; each may come alone. */
    @POST
    @Path("keterangan")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response tell(
            @RestPath String secret,
            @RestForm @Nullable String category,
            @RestForm @DefaultValue("") String words,
            @RestForm("photos") List<FileUpload> uploads) {
        var own = own(secret);
        var kind = calls.kinds(own.call.agency()).stream()
                .filter(each -> each.id().equals(category))
                .findFirst()
                .orElse(null);
        var taken = uploads.stream()
                .filter(upload -> upload.size() > 0)
                .limit(MOST_PHOTOS)
                .map(upload -> vault.prepare(upload.uploadedFile(), Photo.Source.UNKNOWN, city.zone()))
                .toList();
        var says = kind != null || !words.isBlank() || taken.stream().anyMatch(Intake.Kept.class::isInstance);
        var call = says && own.joined != null ? calls.apart(own.joined) : own.call;
        try {
            if (says) {
                calls.tell(call, kind, words, photos(taken));
            }
        } catch (IllegalStep refused) {
            var error = page.text("emergency_refused_" + refused.why());
            return Response.status(422)
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(Templates.call(shown(secret, words, error)))
                    .build();
        } catch (IllegalTransition | ChangedMeanwhile judged) {
            // An administrator was faster: what it is has been decided.
            calls.tell(call, null, words, photos(taken));
        }
        taken.stream()
                .flatMap(each -> each instanceof Intake.Refused(var reason) ? Stream.of(reason.key()) : Stream.empty())
                .findFirst()
                .ifPresentOrElse(page::leaveNotice, () -> page.leaveNotice("emergency_told"));
        return Response.seeOther(URI.create("/darurat/" + secret)).build();
    }

    private Complaints.Beside photos(List<Intake> taken) {
        return (transaction, complaint) -> {
            int ordinal = 0;
            for (var each : taken) {
                if (each instanceof Intake.Kept(var photo)) {
                    vault.attach(transaction, complaint.id(), Photo.Role.ANSWER, ordinal++, photo);
                }
            }
        };
    }

    private Shown shown(String secret, String typed, @Nullable String error) {
        var own = own(secret);
        var call = own.call;
        return new Shown(
                secret, call, own.joined != null, city.emergencyNumbers(), calls.kinds(call.agency()), typed, error);
    }

    /**
     * What a secret opens.
     *
     * @param call as its holder may see it
     * @param joined empty if the call stands by itself
     */
    private record Own(EmergencyCall call, @Nullable JoinedCall joined) {}

    private Own own(String secret) {
        var parsed = FollowSecret.parse(secret);
        return parsed.flatMap(calls::find)
                .map(call -> new Own(call, null))
                .or(() -> parsed.flatMap(joinedCalls::find).map(joined -> new Own(joinedCalls.seen(joined), joined)))
                .orElseThrow(() -> new Problem(404, "ikuti_unknown"));
    }
}
