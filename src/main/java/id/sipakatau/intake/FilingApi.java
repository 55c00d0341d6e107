package id.sipakatau.intake;

import id.sipakatau.city.City;
import id.sipakatau.complaint.Receipt;
import id.sipakatau.evidence.Digest;
import id.sipakatau.web.Page;
import id.sipakatau.web.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Filing a complaint by a program, the form's own script first of all. The fields are those of {@link FilingForm}; the
 * same id sent again gets the first answer again, another content under the same id is a 409.
 */
@Path("/api/v1/complaints")
@PermitAll
class FilingApi {

    /**
     * The answer to a complaint that was filed.
     *
     * @param followUrl the reporter's own page; whoever has this address is taken for the reporter
     */
    record Filed(
            String trackingNumber,
            String followUrl,
            String receiptUrl,
            Instant receivedAt,
            Promise promised,
            List<PhotoRefusal> refusedPhotos) {}

    /**
     * A photo that was not kept, although the complaint was.
     *
     * @param ordinal its place among the photos sent, from 1
     * @param message the reason in the reader's language
     */
    record PhotoRefusal(int ordinal, String reason, String message) {}

    private final FilingDesk desk;
    private final KeptPhotos ahead;
    private final City city;
    private final Page page;

    FilingApi(FilingDesk desk, KeptPhotos ahead, City city, Page page) {
        this.desk = desk;
        this.ahead = ahead;
        this.city = city;
        this.page = page;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public RestResponse<Filed> file(@BeanParam FilingForm form, HttpServerRequest request) {
        var photos = new ArrayList<>(
                FormReading.clientId(form).map(id -> ahead.of(id, form.ahead())).orElse(List.of()));
        photos.addAll(SentPhoto.in(form));
        return switch (desk.receive(form, photos, request.remoteAddress().hostAddress())) {
            case Answer.Received(var receipt, var again) -> {
                var status = again ? RestResponse.Status.OK : RestResponse.Status.CREATED;
                yield RestResponse.status(status, filed(receipt, form));
            }
            case Answer.Asked(var faults, var _) -> throw asked(faults);
            case Answer.Taken _ -> throw new Problem(409, "lapor_taken");
            case Answer.Missing(var missing) ->
                throw new Problem(409, "lapor_missing")
                        .member("missing", missing.stream().map(Digest::hex).toList());
            case Answer.Later(var delay, var _) ->
                throw new Problem(429, "lapor_later", Math.max(1, delay.toMinutes())).retryAfter(delay);
        };
    }

    private Filed filed(Receipt receipt, FilingForm form) {
        // Kind and category as it was sent: a repetition hears the same, whatever an administrator corrected since.
        var category = city.category(TypedText.line(form.category())).orElseThrow();
        var kind = form.said().orElseThrow();
        var path = "/ikuti/" + receipt.secret().text();
        return new Filed(
                receipt.trackingNumber().text(),
                page.address(path),
                page.address(path + "/tanda-terima"),
                receipt.receivedAt(),
                Promise.of(kind, category, receipt.receivedAt(), city),
                receipt.refusedPhotos().stream()
                        .map(photo -> new PhotoRefusal(
                                photo.ordinal(),
                                photo.reason(),
                                Examined.because(photo).words(page)))
                        .toList());
    }

    private Problem asked(List<Fault> faults) {
        var problem = new Problem(422, "lapor_asked");
        faults.forEach(fault -> problem.field(fault.field(), fault.key(), fault.arguments(page)));
        return problem;
    }
}
