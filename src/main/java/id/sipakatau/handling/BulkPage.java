package id.sipakatau.handling;

import id.sipakatau.complaint.ChangedMeanwhile;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.Headline;
import id.sipakatau.complaint.IllegalTransition;
import id.sipakatau.handling.agency.OwnCases;
import id.sipakatau.handling.assignment.Assignee;
import id.sipakatau.handling.assignment.Assignments;
import id.sipakatau.identity.Roles;
import id.sipakatau.identity.Visitor;
import id.sipakatau.web.Page;
import id.sipakatau.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Does the same with several cases: each for itself, and a list says what became of which. */
@Path("/operator/borongan")
@RolesAllowed(Roles.OPERATOR)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class BulkPage {

    /** Two full columns of the board. */
    private static final int MOST = 120;

    @CheckedTemplate(basePath = "handling")
    static class Templates {
        static native TemplateInstance bulk(Outcome outcome);
    }

    /**
     * What became of one case.
     *
     * @param refused why nothing was done, in the reader's words; null where it was
     * @param undo what takes an assignment back; null where there is nothing to take back
     */
    record Result(
            String number,
            String title,
            @Nullable String refused,
            @Nullable String undo) {}

    /** @param assigned whether cases were given to somebody, rather than started */
    record Outcome(String agency, boolean assigned, List<Result> results) {

        public long done() {
            return results.stream().filter(each -> each.refused == null).count();
        }

        public long refused() {
            return results.size() - done();
        }

        public boolean undoable() {
            return results.stream().anyMatch(each -> each.undo != null);
        }
    }

    /** A case with the versions that were seen, as {@link Case#chosen} writes it, and whom it goes back to. */
    private record Chosen(
            String number,
            int version,
            int assignment,
            @Nullable Assignee back) {
        static Optional<Chosen> parse(String text) {
            var parts = text.split(":", -1);
            try {
                return parts.length == 3 || parts.length == 4
                        ? Optional.of(new Chosen(
                                parts[0],
                                Integer.parseInt(parts[1]),
                                Integer.parseInt(parts[2]),
                                parts.length == 3
                                        ? null
                                        : Assignee.parse(parts[3]).orElse(null)))
                        : Optional.empty();
            } catch (NumberFormatException none) {
                return Optional.empty();
            }
        }
    }

    private final OwnCases own;
    private final Complaints complaints;
    private final Assignments assignments;
    private final Visitor visitor;
    private final Page page;

    BulkPage(OwnCases own, Complaints complaints, Assignments assignments, Visitor visitor, Page page) {
        this.own = own;
        this.complaints = complaints;
        this.assignments = assignments;
        this.visitor = visitor;
        this.page = page;
    }

    /**
     * @param kasus the cases with the versions that were seen
     * @param langkah {@code mulai} or {@code tugaskan}
     * @param kepada whom, as {@link Assignee#value} writes it
     */
    @POST
    public TemplateInstance act(
            @RestForm List<String> kasus,
            @RestForm @DefaultValue("") String langkah,
            @RestForm @DefaultValue("") String kepada) {
        var chosen = chosen(kasus);
        if (langkah.equals("mulai")) {
            return outcome(false, chosen.stream().map(this::start).toList());
        }
        var to = Assignee.parse(kepada).orElseThrow(() -> new Problem(422, "handling_bulk_to_whom").back("/operator"));
        return outcome(true, chosen.stream().map(each -> assign(each, to)).toList());
    }

    /** Gives each case back to whom it was with before. */
    @POST
    @Path("urung")
    public TemplateInstance undo(@RestForm List<String> kasus) {
        var results = new ArrayList<Result>();
        for (var each : chosen(kasus)) {
            if (each.back != null) {
                results.add(assign(each, each.back));
            }
        }
        return outcome(true, results);
    }

    private static List<Chosen> chosen(List<String> values) {
        var chosen = values.stream()
                .limit(MOST)
                .map(Chosen::parse)
                .flatMap(Optional::stream)
                .toList();
        if (chosen.isEmpty()) {
            throw new Problem(422, "handling_bulk_none").back("/operator");
        }
        return chosen;
    }

    private TemplateInstance outcome(boolean assigned, List<Result> results) {
        return Templates.bulk(new Outcome(own.agency(), assigned, results));
    }

    private Result start(Chosen chosen) {
        var complaint = find(chosen);
        if (complaint.isEmpty()) {
            return gone(chosen);
        }
        var actor = visitor.actor();
        try {
            complaints.change(complaint.get().id(), chosen.version, actor, (one, now) -> one.start(actor, now, ""));
            return result(complaint.get(), null, null);
        } catch (ChangedMeanwhile faster) {
            var act = page.text("desk_act_" + faster.last().act());
            var at = page.formats().moment(faster.last().at());
            return result(complaint.get(), page.text("handling_bulk_meanwhile", act, at), null);
        } catch (IllegalTransition refused) {
            return result(complaint.get(), page.text("desk_refused_" + refused.why()), null);
        }
    }

    private Result assign(Chosen chosen, Assignee to) {
        var found = find(chosen);
        if (found.isEmpty()) {
            return gone(chosen);
        }
        var complaint = found.get();
        var before = assignments.of(complaint.id(), own.agency()).assignee();
        var refusal = assignments.assign(complaint.id(), chosen.assignment, to, visitor.actor());
        if (refusal != null) {
            return result(complaint, page.text("handling_assign_" + refusal), null);
        }
        var undo = chosen.back != null
                ? null
                : "%s:%d:%d:%s"
                        .formatted(complaint.trackingNumber(), chosen.version, chosen.assignment + 1, before.value());
        return result(complaint, null, undo);
    }

    private Optional<Complaint> find(Chosen chosen) {
        try {
            return Optional.of(own.find(chosen.number));
        } catch (Problem notOurs) {
            return Optional.empty();
        }
    }

    private Result gone(Chosen chosen) {
        return new Result(chosen.number, "", page.text("handling_not_ours"), null);
    }

    private static Result result(Complaint complaint, @Nullable String refused, @Nullable String undo) {
        return new Result(complaint.trackingNumber().text(), Headline.of(complaint.description()), refused, undo);
    }
}
