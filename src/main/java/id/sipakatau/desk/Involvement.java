package id.sipakatau.desk;

import id.sipakatau.city.Category;
import id.sipakatau.city.City;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.Progress;
import id.sipakatau.complaint.Validation;
import id.sipakatau.identity.Visitor;
import id.sipakatau.web.Page;
import id.sipakatau.web.Problem;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;

/** Further agencies in a complaint, by the person who is signed in; who may involve whom is for the complaint to say. */
@RequestScoped
public class Involvement {

    private final StaffChanges changes;
    private final City city;
    private final Visitor visitor;
    private final Page page;

    Involvement(StaffChanges changes, City city, Visitor visitor, Page page) {
        this.changes = changes;
        this.city = city;
        this.visitor = visitor;
        this.page = page;
    }

    /** An agency that can be involved, with the categories under which it can be. */
    public record Group(String agency, List<Choice> categories) {}

    public record Choice(String id, String name) {}

    /** Which agencies can be involved now; none where nobody can. Of what waits for its validation: once it is accepted. */
    public List<Group> choices(Complaint complaint) {
        var validation = complaint.verdict().validation();
        var handling = complaint.handling();
        if (complaint.isPart()
                || handling.progress() == Progress.DONE
                || handling.proposal() != null
                || (validation != Validation.VALID && validation != Validation.PENDING)) {
            return List.of();
        }
        return city.agencies().stream()
                .filter(agency -> !agency.id().equals(complaint.subject().agency())
                        && !complaint.custody().involves(agency.id()))
                .map(agency -> new Group(
                        agency.shortName().in(page.locale()),
                        city.categories(agency.id()).stream()
                                .filter(category -> category.publishable() || !becomesPublic(complaint))
                                .map(category -> new Choice(
                                        category.id(), category.name().in(page.locale())))
                                .toList()))
                .filter(group -> !group.categories.isEmpty())
                .toList();
    }

    private boolean becomesPublic(Complaint complaint) {
        return complaint.verdict().validation() == Validation.VALID
                ? complaint.publishedAt() != null
                : !complaint.privacy().confidential()
                        && city.category(complaint.subject().category())
                                .map(Category::publishable)
                                .orElse(false);
    }

    /** The step that involves an agency, to be taken with others. */
    public Complaints.Step step(String category, String words) {
        var actor = visitor.actor();
        return (complaint, now) -> complaint.involve(actor, now, category, words, city);
    }

    public void involve(Complaint complaint, int version, String category, String words) {
        changes.change(complaint, version, words, step(category, words));
        page.leaveNotice("desk_involved");
    }

    /**
     * Does without the part of an agency.
     *
     * @param number of the part
     * @throws Problem 404 if it is no part of that complaint
     */
    public void recall(Complaint whole, String number, int version) {
        var part = changes.find(number)
                .filter(found -> whole.id().equals(found.custody().partOf()))
                .orElseThrow(() -> new Problem(404, "desk_no_such_part"));
        var actor = visitor.actor();
        changes.change(part, version, whole, (c, now) -> c.recall(actor, now, whole));
        page.leaveNotice("desk_recalled");
    }
}
