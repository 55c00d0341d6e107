package id.sipakatau.monitoring;

import id.sipakatau.city.City;
import id.sipakatau.complaint.Headline;
import id.sipakatau.complaint.TrackingNumber;
import id.sipakatau.evidence.Derivative;
import id.sipakatau.monitoring.preview.PreviewCard;
import id.sipakatau.web.Page;
import id.sipakatau.web.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Locale;

/** The picture that other media show beside a link to a complaint's page. */
@Path("/aduan/{number}/kartu.jpg")
@PermitAll
@RunOnVirtualThread
class PreviewFile {

    private final PublicComplaints complaints;
    private final PublicPhotos photos;
    private final City city;
    private final Page page;

    PreviewFile(PublicComplaints complaints, PublicPhotos photos, City city, Page page) {
        this.complaints = complaints;
        this.photos = photos;
        this.city = city;
        this.page = page;
    }

    @GET
    public Response card(String number, @Context Request request) throws IOException {
        var complaint = TrackingNumber.parse(number, city.trackingPrefix())
                .flatMap(complaints::find)
                .orElseThrow(() -> new Problem(404, "monitoring_no_such_complaint"));
        var tag = new EntityTag(complaint.updatedAt().toEpochMilli() + page.language());
        var unchanged = request.evaluatePreconditions(tag);
        var answer = unchanged == null
                ? Response.ok(PreviewCard.jpeg(content(complaint)), Derivative.MEDIA_TYPE)
                : unchanged;
        // Asked for anew each time, so that what is withdrawn is gone from here at once.
        var cache = new CacheControl();
        cache.setNoCache(true);
        cache.setPrivate(true);
        return answer.tag(tag).cacheControl(cache).build();
    }

    private PreviewCard.Content content(PublicComplaint complaint) {
        var mark = switch (complaint.progress()) {
            case NOT_STARTED -> PreviewCard.Mark.BELUM;
            case IN_PROGRESS -> PreviewCard.Mark.SEDANG;
            case DONE -> PreviewCard.Mark.TELAH;
        };
        return new PreviewCard.Content(
                photos.first(complaint).map(Derivative::file).orElse(null),
                Headline.of(complaint.description()),
                place(complaint),
                mark,
                page.text("progress_" + mark.name().toLowerCase(Locale.ROOT)),
                complaint.number().text());
    }

    private String place(PublicComplaint complaint) {
        var agency = city.agency(complaint.agency())
                .map(each -> each.shortName().in(page.locale()))
                .orElse(complaint.agency());
        var kelurahan = complaint.kelurahan();
        return kelurahan == null
                ? agency
                : city.areas()
                        .kelurahan(kelurahan)
                        .map(area -> agency + " · " + area.name() + ", "
                                + area.kecamatan().name())
                        .orElse(agency);
    }
}
