package id.sipakatau.validation;

import id.sipakatau.city.City;
import id.sipakatau.city.Kind;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.DismissalReason;
import id.sipakatau.complaint.Validation;
import id.sipakatau.desk.Approvers;
import id.sipakatau.desk.Involvement;
import id.sipakatau.desk.Sheet;
import id.sipakatau.desk.Sheets;
import id.sipakatau.desk.StaffChanges;
import id.sipakatau.identity.Roles;
import id.sipakatau.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The administrator's queue: the list on the left, the complaint to decide on the right. */
@Path("/admin")
@RolesAllowed(Roles.ADMINISTRATOR)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class QueuePage {

    @CheckedTemplate(basePath = "validation")
    static class Templates {
        static native TemplateInstance queue(Shown shown);
    }

    /** What waits, what was decided, and what agencies disagree about. */
    enum Listed {
        WAITING,
        DECIDED,
        DISPUTED,
        UNLED
    }

    /**
     * What the page shows.
     *
     * @param waiting how many wait in all
     * @param sheet the complaint on the right; empty when nothing waits
     * @param decidable whether its completion waits for an administrator
     * @param list what the list on the left holds
     */
    record Shown(
            List<Queue.Item> items,
            long waiting,
            @Nullable Sheet sheet,
            boolean decidable,
            Listed list,
            List<Group> categories,
            List<Involvement.Group> involvable,
            List<DismissalReason> reasons) {

        public List<Kind> kinds() {
            return List.of(Kind.values());
        }

        public boolean decided() {
            return list == Listed.DECIDED;
        }

        public boolean disputed() {
            return list == Listed.DISPUTED;
        }

        public boolean unled() {
            return list == Listed.UNLED;
        }

        /** Whether the administrator is asked whose it is. */
        public boolean settleable() {
            return sheet != null && sheet.complaint().custody().isDisputed();
        }

        public boolean pending() {
            return sheet != null && sheet.complaint().verdict().validation() == Validation.PENDING;
        }

        /** Whether a switch can still be added. */
        public boolean shieldable() {
            var privacy = sheet == null || sheet.complaint().isPart()
                    ? null
                    : sheet.complaint().privacy();
            return privacy != null && !(privacy.anonymous() && privacy.confidential());
        }
    }

    /** The categories of an agency, to choose from. */
    record Group(String agency, List<Choice> categories) {}

    record Choice(String id, String name, boolean chosen) {}

    private final Queue queue;
    private final Sheets sheets;
    private final Approvers approvers;
    private final Involvement involvement;
    private final StaffChanges changes;
    private final City city;
    private final Page page;

    QueuePage(
            Queue queue,
            Sheets sheets,
            Approvers approvers,
            Involvement involvement,
            StaffChanges changes,
            City city,
            Page page) {
        this.queue = queue;
        this.sheets = sheets;
        this.approvers = approvers;
        this.involvement = involvement;
        this.changes = changes;
        this.city = city;
        this.page = page;
    }

    @GET
    public TemplateInstance waiting() {
        return Templates.queue(withFirst(queue.pending(), Listed.WAITING));
    }

    @GET
    @Path("putusan")
    public TemplateInstance decided() {
        return Templates.queue(withFirst(queue.decided(), Listed.DECIDED));
    }

    @GET
    @Path("sengketa")
    public TemplateInstance disputed() {
        return Templates.queue(withFirst(queue.disputed(), Listed.DISPUTED));
    }

    @GET
    @Path("persetujuan")
    public TemplateInstance unled() {
        return Templates.queue(withFirst(queue.unled(approvers.unled()), Listed.UNLED));
    }

    /** The page with a complaint on the right, and the list that it stands in on the left. */
    TemplateInstance with(Complaint complaint) {
        var list = complaint.custody().isDisputed()
                ? Listed.DISPUTED
                : approvers.mayDecide(complaint)
                        ? Listed.UNLED
                        : complaint.verdict().validation() == Validation.PENDING ? Listed.WAITING : Listed.DECIDED;
        var items = switch (list) {
            case WAITING -> queue.pending();
            case DECIDED -> queue.decided();
            case DISPUTED -> queue.disputed();
            case UNLED -> queue.unled(approvers.unled());
        };
        return Templates.queue(shown(items, Optional.of(complaint), list));
    }

    private Shown withFirst(List<Queue.Item> items, Listed list) {
        var first = items.stream().findFirst().flatMap(item -> changes.find(item.number()));
        return shown(items, first, list);
    }

    private Shown shown(List<Queue.Item> items, Optional<Complaint> complaint, Listed list) {
        return new Shown(
                items,
                queue.pendingCount(),
                complaint.map(sheets::of).orElse(null),
                complaint.map(approvers::mayDecide).orElse(false),
                list,
                complaint.map(this::groups).orElse(List.of()),
                complaint.map(involvement::choices).orElse(List.of()),
                List.of(DismissalReason.values()));
    }

    /** Those that it can have: a part stays under its own, and who has a part does not get the whole. */
    private List<Group> groups(Complaint complaint) {
        return city.agencies().stream()
                .filter(agency -> !complaint.custody().involves(agency.id())
                        && (!complaint.isPart()
                                || agency.id().equals(complaint.subject().agency())))
                .map(agency -> new Group(
                        agency.shortName().in(page.locale()),
                        city.categories(agency.id()).stream()
                                .filter(category -> !complaint.isPart()
                                        || category.id()
                                                .equals(complaint.subject().category()))
                                .map(category -> new Choice(
                                        category.id(),
                                        category.name().in(page.locale()),
                                        category.id().equals(complaint.subject().category())))
                                .toList()))
                .toList();
    }
}
