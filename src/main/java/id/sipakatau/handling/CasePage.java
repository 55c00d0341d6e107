package id.sipakatau.handling;

import id.sipakatau.city.City;
import id.sipakatau.complaint.Act;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Outcome;
import id.sipakatau.complaint.Progress;
import id.sipakatau.complaint.Timeline;
import id.sipakatau.complaint.Validation;
import id.sipakatau.desk.Approvers;
import id.sipakatau.desk.Involvement;
import id.sipakatau.desk.ReporterLook;
import id.sipakatau.desk.Sheet;
import id.sipakatau.desk.Sheets;
import id.sipakatau.desk.StaffPhotos;
import id.sipakatau.handling.agency.OwnCases;
import id.sipakatau.handling.assignment.Assignments;
import id.sipakatau.handling.assignment.Teams;
import id.sipakatau.handling.field.KeptOnPhone;
import id.sipakatau.handling.notes.Notes;
import id.sipakatau.handling.replies.Replies;
import id.sipakatau.identity.Reporter;
import id.sipakatau.identity.Roles;
import id.sipakatau.web.Page;
import id.sipakatau.web.SecretPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
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
            boolean mayDecide,
            boolean proofRequired,
            boolean approvalNeeded,
            List<Outcome> outcomes,
            List<Group> elsewhere,
            List<Involvement.Group> involvable,
            Assignments.Assignment assignment,
            Teams.Choices choices,
            List<Notes.Note> notes,
            List<Replies.Reply> replies,
            Draft draft,
            Entered entered,
            @Nullable String error) {

        public boolean askable() {
            var handling = sheet.complaint().handling();
            return !sheet.complaint().isPart()
                    && handling.progress() != Progress.DONE
                    && handling.askedAt() == null
                    && handling.proposal() == null;
        }

        /** Whether it can go to another agency, or the administrator be asked. */
        public boolean movable() {
            return startable() || isAtWork();
        }

        public boolean startable() {
            return sheet.complaint().handling().progress() == Progress.NOT_STARTED;
        }

        /** Whether its own work is done with, but for the parts of other agencies. */
        public boolean waitsForParts() {
            return isAtWork() && !sheet.open().isEmpty();
        }

        public boolean finishable() {
            return isAtWork() && sheet.open().isEmpty();
        }

        private boolean isAtWork() {
            var handling = sheet.complaint().handling();
            return handling.progress() == Progress.IN_PROGRESS && handling.proposal() == null;
        }
    }

    /** What an operator typed to finish a complaint. */
    record Entered(String outcome, String words, String findingReason) {
        static final Entered NOTHING = new Entered(Outcome.RESOLVED.name(), "", "");

        /** What was proposed and is not done yet, so that nobody writes it again; nothing of an earlier round of work. */
        static Entered before(Timeline timeline) {
            var last = NOTHING;
            for (var step : timeline.steps()) {
                if (step.act() == Act.PROPOSED && step.outcome() != null) {
                    last = new Entered(
                            step.outcome().name(),
                            Objects.requireNonNullElse(step.words(), ""),
                            Objects.requireNonNullElse(step.findingReason(), ""));
                } else if (step.act() == Act.STARTED) {
                    last = NOTHING;
                }
            }
            return last;
        }
    }

    /** What an operator typed to start a complaint or to ask something, with a reply template inserted. */
    record Draft(String start, String question) {
        static final Draft NOTHING = new Draft("", "");
    }

    /** Another agency with its categories. */
    record Group(String agency, List<Choice> categories) {}

    record Choice(String id, String name) {}

    private final OwnCases cases;
    private final Sheets sheets;
    private final StaffPhotos photos;
    private final ReporterLook look;
    private final Approvers approvers;
    private final Involvement involvement;
    private final Assignments assignments;
    private final Teams teams;
    private final Notes notes;
    private final Replies replies;
    private final City city;
    private final Page page;

    CasePage(
            OwnCases cases,
            Sheets sheets,
            StaffPhotos photos,
            ReporterLook look,
            Approvers approvers,
            Involvement involvement,
            Assignments assignments,
            Teams teams,
            Notes notes,
            Replies replies,
            City city,
            Page page) {
        this.cases = cases;
        this.sheets = sheets;
        this.photos = photos;
        this.look = look;
        this.approvers = approvers;
        this.involvement = involvement;
        this.assignments = assignments;
        this.teams = teams;
        this.notes = notes;
        this.replies = replies;
        this.city = city;
        this.page = page;
    }

    @GET
    @KeptOnPhone
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(String number) {
        return show(cases.find(number), Entered.NOTHING, null);
    }

    @GET
    @Path("foto/{photo}/{size: large|thumbnail}.jpg")
    public Response photo(String number, UUID photo, String size, @Context Request request) {
        return photos.picture(cases.find(number), photo, size, request);
    }

    /**
     * Inserts a reply template behind what was typed, for browsers without scripts. Nothing is stored.
     *
     * @param untuk the form: {@code start}, {@code question} or {@code completion}
     */
    @POST
    @Path("balasan")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance insert(
            String number,
            @RestForm @DefaultValue("") String untuk,
            @RestForm @DefaultValue("") String balasan,
            @RestForm @DefaultValue("") String words,
            @RestForm @DefaultValue("") String outcome,
            @RestForm @DefaultValue("") String findingReason) {
        var complaint = cases.find(number);
        var text = replies.about(complaint).stream()
                .filter(reply -> reply.id().toString().equals(balasan))
                .findFirst()
                .map(reply -> words.isBlank() ? reply.words() : words.stripTrailing() + "\n" + reply.words())
                .orElse(words);
        return switch (untuk) {
            case "start" -> show(complaint, Entered.NOTHING, new Draft(text, ""), null);
            case "question" -> show(complaint, Entered.NOTHING, new Draft("", text), null);
            default -> show(complaint, new Entered(outcome, text, findingReason), null);
        };
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
        return show(complaint, entered, Draft.NOTHING, error);
    }

    private TemplateInstance show(Complaint complaint, Entered entered, Draft draft, @Nullable String error) {
        var sheet = sheets.of(complaint);
        return Templates.one(new Shown(
                sheet,
                look.isAllowed(complaint),
                approvers.mayDecide(complaint),
                complaint.needsProof(city),
                complaint.needsApproval(city),
                Outcome.of(complaint.subject().kind()),
                elsewhere(complaint),
                complaint.verdict().validation() == Validation.VALID ? involvement.choices(complaint) : List.of(),
                assignments.of(complaint.id(), cases.agency()),
                teams.choices(cases.agency()),
                notes.of(complaint.id(), cases.agency()),
                replies.about(complaint),
                draft,
                entered.equals(Entered.NOTHING) ? Entered.before(sheet.timeline()) : entered,
                error));
    }

    /** Agencies that it can be handed to: not those that gave it away, or are at work on a part of it. */
    private List<Group> elsewhere(Complaint complaint) {
        return city.agencies().stream()
                .filter(agency -> !agency.id().equals(complaint.subject().agency())
                        && !complaint.custody().wasWith(agency.id())
                        && !complaint.custody().involves(agency.id()))
                .map(agency -> new Group(
                        agency.shortName().in(page.locale()),
                        city.categories(agency.id()).stream()
                                .map(category -> new Choice(
                                        category.id(), category.name().in(page.locale())))
                                .toList()))
                .toList();
    }
}
