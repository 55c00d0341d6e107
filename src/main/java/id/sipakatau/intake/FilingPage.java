package id.sipakatau.intake;

import com.github.f4b6a3.uuid.UuidCreator;
import id.sipakatau.city.City;
import id.sipakatau.web.Page;
import id.sipakatau.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * The form. One page and one post, complete without JavaScript; the script turns the same page into steps. A form that
 * comes back with a question has everything in it that was typed, and its photos wait on the server.
 */
@Path("/lapor")
@PermitAll
class FilingPage {

    @CheckedTemplate(basePath = "intake")
    static class Templates {
        static native TemplateInstance lapor(FormView form);
    }

    private final FilingDesk desk;
    private final WaitingPhotos waiting;
    private final Check.Looking looking;
    private final City city;
    private final Page page;

    FilingPage(FilingDesk desk, WaitingPhotos waiting, Check.Looking looking, City city, Page page) {
        this.desk = desk;
        this.waiting = waiting;
        this.looking = looking;
        this.city = city;
        this.page = page;
    }

    /**
     * @param jenis kind to begin with
     * @param kategori id of a category to begin with
     * @param dinas id of an agency whose categories stand open
     */
    @GET
    @RunOnVirtualThread
    public Response blank(
            @RestQuery @Nullable String jenis,
            @RestQuery @Nullable String kategori,
            @RestQuery @Nullable String dinas) {
        var form = FilingForm.blank(newId().toString(), jenis, kategori);
        return answer(200, FormView.of(form, city, page).opening(dinas), "private, no-cache");
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RunOnVirtualThread
    public Response file(@BeanParam FilingForm form, HttpServerRequest request) {
        var known = FormReading.clientId(form);
        var id = known.orElseGet(FilingPage::newId);
        var photos = photos(form, known);
        var check = looking.at(form, photos.size(), page);
        if (check.isPresent()) {
            return answer(200, back(form, id, photos).checking(check.get()), "no-store");
        }
        return switch (desk.receive(form, photos, request.remoteAddress().hostAddress())) {
            case Answer.Received(var receipt, var _) -> {
                waiting.forget(id);
                yield Response.seeOther(URI.create("/ikuti/" + receipt.secret().text() + "/tanda-terima"))
                        .build();
            }
            case Answer.Asked(var faults, var kept) ->
                answer(422, back(form, id, kept).with(faults), "no-store");
            case Answer.Taken(var kept) ->
                answer(409, back(form, newId(), kept).saying(page.text("lapor_taken_form")), "no-store");
            case Answer.Missing _ -> throw new Problem(409, "lapor_missing");
            case Answer.Later(var delay, var kept) ->
                answer(
                        429,
                        back(form, id, kept).saying(page.text("lapor_later", Math.max(1, delay.toMinutes()))),
                        "no-store");
        };
    }

    /** Those that wait from an earlier try, without the ones that are not wanted any more, and then the new ones. */
    private List<SentPhoto> photos(FilingForm form, Optional<UUID> id) {
        var photos = new ArrayList<SentPhoto>();
        var earlier = id.map(waiting::of).orElse(List.of());
        for (int i = 0; i < earlier.size(); i++) {
            if (!form.isDropped(i + 1)) {
                photos.add(earlier.get(i));
            }
        }
        photos.addAll(SentPhoto.in(form));
        return photos;
    }

    /** The form with everything in it that was typed, and its photos waiting for the next try. */
    private FormView back(FilingForm form, UUID id, List<SentPhoto> usable) {
        var kept = waiting.keep(id, usable);
        return FormView.of(form.withId(id.toString()), city, page).waiting(kept, usable.size() - kept.size());
    }

    private static Response answer(int status, FormView view, String caching) {
        // Asked for anew each time: a form has an id of its own, which must not be used for a second complaint. A phone
        // may keep the empty one for when there is no network, where the script gives it an id. One that is filled in
        // is
        // kept by nobody.
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header("Cache-Control", caching)
                .entity(Templates.lapor(view))
                .build();
    }

    private static UUID newId() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
