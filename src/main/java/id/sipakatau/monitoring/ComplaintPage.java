package id.sipakatau.monitoring;

import id.sipakatau.city.City;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.Headline;
import id.sipakatau.complaint.Involved;
import id.sipakatau.complaint.Supports;
import id.sipakatau.complaint.Timeline;
import id.sipakatau.complaint.TrackingNumber;
import id.sipakatau.discussion.Comment;
import id.sipakatau.discussion.Comments;
import id.sipakatau.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The permanent page of a published complaint. One that is not published answers as one that never was. */
@Path("/aduan/{number}")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class ComplaintPage {

    @CheckedTemplate(basePath = "monitoring")
    static class Templates {
        static native TemplateInstance complaint(
                PublicComplaint complaint,
                String title,
                List<PublicPhotos.Shown> photos,
                Involved.Together together,
                Timeline timeline,
                Supports.Support support,
                List<Comment> comments,
                int commentCount);
    }

    /** So many of the latest comments are on the page itself. */
    private static final int COMMENTS = 5;

    private final PublicComplaints complaints;
    private final PublicPhotos photos;
    private final PublicParts parts;
    private final Complaints histories;
    private final Supports supports;
    private final Supporter supporter;
    private final Comments comments;
    private final City city;

    ComplaintPage(
            PublicComplaints complaints,
            PublicPhotos photos,
            PublicParts parts,
            Complaints histories,
            Supports supports,
            Supporter supporter,
            Comments comments,
            City city) {
        this.complaints = complaints;
        this.photos = photos;
        this.parts = parts;
        this.histories = histories;
        this.supports = supports;
        this.supporter = supporter;
        this.comments = comments;
        this.city = city;
    }

    @GET
    public TemplateInstance show(String number) {
        var complaint = TrackingNumber.parse(number, city.trackingPrefix())
                .flatMap(complaints::find)
                .orElseThrow(() -> new Problem(404, "monitoring_no_such_complaint"));
        var timeline = Timeline.of(histories.history(complaint.id()), Timeline.Reader.PUBLIC);
        return Templates.complaint(
                complaint,
                Headline.of(complaint.description()),
                photos.of(complaint),
                new Involved.Together(complaint.agency(), complaint.progress(), parts.of(complaint)),
                timeline,
                supports.of(complaint.id(), supporter.digest()),
                comments.of(complaint.id(), COMMENTS),
                comments.count(complaint.id()));
    }
}
