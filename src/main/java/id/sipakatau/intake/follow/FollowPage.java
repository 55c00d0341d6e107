package id.sipakatau.intake.follow;

import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.FollowSecret;
import id.sipakatau.web.Problem;
import id.sipakatau.web.SecretPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * The reporter's own page. Whoever has its address is taken for the reporter; a wrong address and one that never was
 * get the same answer.
 */
@Path("/ikuti/{secret}")
@PermitAll
@SecretPage
class FollowPage {

    @CheckedTemplate(basePath = "intake")
    static class Templates {
        static native TemplateInstance ikuti(FollowView view);

        static native TemplateInstance keadaan(FollowView view);

        static native TemplateInstance terima(FollowView view);
    }

    private final Complaints complaints;
    private final FollowViews views;

    FollowPage(Complaints complaints, FollowViews views) {
        this.complaints = complaints;
        this.views = views;
    }

    @GET
    @RunOnVirtualThread
    public TemplateInstance follow(@RestPath String secret) {
        return Templates.ikuti(view(secret));
    }

    /** What changes while the page is open; nothing if it shows all that there is to see. */
    @GET
    @Path("keadaan")
    @RunOnVirtualThread
    public Response state(@RestPath String secret, @RestQuery @DefaultValue("") String version) {
        var complaint = complaint(secret);
        return views.seen(complaint).equals(version)
                ? Response.noContent().build()
                : answer(200, Templates.keadaan(views.of(complaint.id(), secret)));
    }

    /** How the complaint stands in a word, for the list on the phone that it was sent from. */
    @GET
    @Path("ringkas")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public Summary summary(@RestPath String secret) {
        return new Summary(state(complaint(secret)));
    }

    /** @param state one of ditanya, menunggu, ditolak, digabung, belum, sedang, telah */
    record Summary(String state) {}

    static String state(Complaint complaint) {
        if (complaint.isAsked()) {
            return "ditanya";
        }
        return switch (complaint.verdict().validation()) {
            case PENDING -> "menunggu";
            case INVALID -> "ditolak";
            case MERGED -> "digabung";
            case VALID ->
                switch (complaint.handling().progress()) {
                    case NOT_STARTED -> "belum";
                    case IN_PROGRESS -> "sedang";
                    case DONE -> "telah";
                };
            case RECALLED -> throw new IllegalStateException("Nobody reported the part " + complaint.id());
        };
    }

    /** Shown after sending, and as often as wanted. */
    @GET
    @Path("tanda-terima")
    @RunOnVirtualThread
    public TemplateInstance receipt(@RestPath String secret) {
        return Templates.terima(view(secret));
    }

    /** The page as it is now, with what was written still in its field. */
    Response again(String secret, FollowView.Typed typed, String error) {
        var view = view(secret).again(typed, error);
        return answer(view.isOpen() ? 422 : 409, Templates.ikuti(view));
    }

    private FollowView view(String secret) {
        return views.of(complaint(secret).id(), secret);
    }

    /** Whether the page still shows all that the reporter may know. */
    boolean isNewest(Complaint complaint, int version) {
        return views.version(complaint.id()) == version;
    }

    /** @throws Problem 404 if the secret opens nothing */
    Complaint complaint(String secret) {
        return FollowSecret.parse(secret)
                .flatMap(complaints::find)
                .orElseThrow(() -> new Problem(404, "ikuti_unknown"));
    }

    private static Response answer(int status, TemplateInstance template) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(template)
                .build();
    }
}
