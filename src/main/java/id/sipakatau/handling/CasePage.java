package id.sipakatau.handling;

import id.sipakatau.city.City;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Outcome;
import id.sipakatau.complaint.Progress;
import id.sipakatau.desk.ReporterLook;
import id.sipakatau.desk.Sheet;
import id.sipakatau.desk.Sheets;
import id.sipakatau.desk.StaffPhotos;
import id.sipakatau.identity.Reporter;
import id.sipakatau.identity.Roles;
import id.sipakatau.web.Page;
import id.sipakatau.web.SecretPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One complaint of the operator's agency, with what can be done to it now. */
@Path("/operator/aduan/{number}")
@RolesAllowed(Roles.OPERATOR)
@RunOnVirtualThread
class CasePage {

    @CheckedTemplate(basePath = "handling")
    static class Templates {
        static native TemplateInstance one(Shown shown);

        static native TemplateInstance reporter(Complaint complaint, Reporter reporter);
    }

    /**
     * What the page shows.
     *
     * @param entered what was typed before and could not be stored
     * @param error what was wrong with it; empty if nothing was
     */
    record Shown(
            Sheet sheet,
            boolean mayLook,
            boolean proofRequired,
            List<Outcome> outcomes,
            List<Group> elsewhere,
            Entered entered,
            @Nullable String error) {

        public boolean askable() {
            var handling = sheet.complaint().handling();
            return handling.progress() != Progress.DONE && handling.askedAt() == null;
        }

        public boolean startable() {
            return sheet.complaint().handling().progress() == Progress.NOT_STARTED;
        }

        public boolean finishable() {
            return sheet.complaint().handling().progress() == Progress.IN_PROGRESS;
        }
    }

    /** What an operator typed to finish a complaint. */
    record Entered(String outcome, String words) {
        static final Entered NOTHING = new Entered(Outcome.RESOLVED.name(), "");
    }

    /** Another agency with its categories. */
    record Group(String agency, List<Choice> categories) {}

    record Choice(String id, String name) {}

    private final OwnCases cases;
    private final Sheets sheets;
    private final StaffPhotos photos;
    private final ReporterLook look;
    private final City city;
    private final Page page;

    CasePage(OwnCases cases, Sheets sheets, StaffPhotos photos, ReporterLook look, City city, Page page) {
        this.cases = cases;
        this.sheets = sheets;
        this.photos = photos;
        this.look = look;
        this.city = city;
        this.page = page;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(String number) {
        return show(cases.find(number), Entered.NOTHING, null);
    }

    @GET
    @Path("foto/{photo}/{size: large|thumbnail}.jpg")
    public Response photo(String number, UUID photo, String size, @Context Request request) {
        return photos.picture(cases.find(number), photo, size, request);
    }

    /** A post, since the look leaves a row in the journal. */
    @POST
    @Path("reporter")
    @SecretPage
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance reporter(String number) {
        var complaint = cases.find(number);
        return Templates.reporter(complaint, look.at(complaint));
    }

    TemplateInstance show(Complaint complaint, Entered entered, @Nullable String error) {
        return Templates.one(new Shown(
                sheets.of(complaint),
                look.isAllowed(complaint),
                complaint.needsProof(city),
                Outcome.of(complaint.subject().kind()),
                elsewhere(complaint.subject().agency()),
                entered,
                error));
    }

    private List<Group> elsewhere(String own) {
        return city.agencies().stream()
                .filter(agency -> !agency.id().equals(own))
                .map(agency -> new Group(
                        agency.shortName().in(page.locale()),
                        city.categories(agency.id()).stream()
                                .map(category -> new Choice(
                                        category.id(), category.name().in(page.locale())))
                                .toList()))
                .toList();
    }
}
