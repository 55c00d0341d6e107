package id.sipakatau.monitoring;

import id.sipakatau.complaint.Supports;
import id.sipakatau.web.SecretPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;

/** What this device supports and how far it is, so that who supports instead of reporting anew can follow it. */
@Path("/saya/dukungan")
@PermitAll
@SecretPage
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class SupportedPage {

    @CheckedTemplate(basePath = "monitoring")
    static class Templates {
        static native TemplateInstance supported(List<View.Card> cards);
    }

    private static final int MOST = 100;

    private final PublicComplaints complaints;
    private final PublicPhotos photos;
    private final Supports supports;
    private final Supporter supporter;
    private final View view;

    SupportedPage(PublicComplaints complaints, PublicPhotos photos, Supports supports, Supporter supporter, View view) {
        this.complaints = complaints;
        this.photos = photos;
        this.supports = supports;
        this.supporter = supporter;
        this.view = view;
    }

    /** The latest first; what is not public any more is not there. */
    @GET
    public TemplateInstance list() {
        var supported = supports.latest(supporter.digest(), MOST);
        var shown = complaints.among(supported).stream()
                .sorted(Comparator.comparing(each -> supported.indexOf(each.id())))
                .toList();
        return Templates.supported(view.cards(shown, photos.thumbnails(shown)));
    }
}
