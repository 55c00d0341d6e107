package id.sipakatau.intake;

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

/** The part of the form that shows similar complaints, for its script: empty if there are none. */
@Path("/lapor/serupa")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class SimilarPage {

    @CheckedTemplate(basePath = "intake")
    static class Templates {
        static native TemplateInstance similar(List<SimilarCards.Card> similar, boolean plain);
    }

    private final SimilarCards cards;

    SimilarPage(SimilarCards cards) {
        this.cards = cards;
    }

    /**
     * @param jenis kind
     * @param lat latitude and
     * @param lon longitude, or
     * @param kelurahan official code
     */
    @GET
    public TemplateInstance similar(
            @RestQuery @Nullable String jenis,
            @RestQuery @Nullable String kategori,
            @RestQuery @Nullable String lat,
            @RestQuery @Nullable String lon,
            @RestQuery @Nullable String kelurahan) {
        return Templates.similar(cards.of(FilingForm.at(jenis, kategori, lat, lon, kelurahan)), false);
    }
}
